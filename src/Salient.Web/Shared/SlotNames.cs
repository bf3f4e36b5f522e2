using System.Collections.Frozen;

namespace Salient.Web.Shared;

/// <summary>What the forms call the slots of a claim.</summary>
internal static class SlotNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["kind"] = "Kind",
        ["act"] = "Act, as the codebook has it",
        ["factuality"] = "How sure its source is",
        ["actor"] = "Who acts",
        ["actor.side"] = "Side of who acts",
        ["target"] = "Whom it is done to",
        ["target.side"] = "Side of whom it is done to",
        ["source"] = "Who says so; empty: the report itself",
        ["source.type"] = "What kind of source",
        ["source.side"] = "Side of the source",
        ["place.1"] = "Place, as written",
        ["place.1.geonameid"] = "GeoNames id of the place",
        ["time.from"] = "First day",
        ["time.to"] = "Last day",
        ["quantity.min"] = "At least",
        ["quantity.max"] = "At most",
        ["quantity.unit"] = "Of what (soldier, tank …)",
        ["quantity.basis"] = "Number is exact, at-least, at-most, about",
        ["quoted"] = "In quotation marks: true or false",
        ["outcome"] = "Outcome: succeeded, failed, mixed, ongoing",
        ["category"] = "What was lost",
        ["person"] = "Person",
        ["post"] = "Post",
        ["item"] = "Which supplies",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a slot is called; its name where it has no other.</summary>
    public static string Of(string slot) => Names.GetValueOrDefault(slot, slot);
}
