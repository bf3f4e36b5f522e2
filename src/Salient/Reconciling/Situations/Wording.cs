using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Puts a claim into the words of its act's phrase.</summary>
internal sealed class Wording(SituationRules rules)
{
    private readonly FrozenDictionary<(string Kind, string Act), Phrase> phrases = rules.Phrases.ToFrozenDictionary(
        p => (p.Key[..p.Key.IndexOf('/', StringComparison.Ordinal)], p.Key[(p.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]), p => Phrase.Of(p.Value));

    /// <summary>True where <see cref="Of"/> has words for it; told without making them.</summary>
    public bool Has(Claim claim) => phrases.TryGetValue((claim.Kind, claim.Act), out var phrase) && phrase.Fits(claim, Filled);

    /// <summary>True where its phrase says too little by itself, and the claim's own words are to follow.</summary>
    public bool Quotes(Claim claim) => phrases.TryGetValue((claim.Kind, claim.Act), out var phrase) && phrase.Quotes;

    /// <summary>"Russia took Brodiv (2 towns)"; "Russia declared" where the words follow with how sure they are; null where the phrase needs a slot that the claim does not have.</summary>
    public string? Of(Claim claim)
    {
        if (!phrases.TryGetValue((claim.Kind, claim.Act), out var phrase) || !phrase.Fits(claim, Filled))
        {
            return null;
        }

        var (text, hedge) = (phrase.Filled(claim, Filled, Slot), rules.Hedges[Phrasing.Code(claim.Factuality)]);
        text = char.ToUpperInvariant(text[0]) + text[1..];
        return hedge.Length == 0 || phrase.Quotes ? text : $"{text} ({hedge})";
    }

    /// <summary>How sure it is said to be, in a word; empty where it is said as certain.</summary>
    public string Hedge(Claim claim) => rules.Hedges[Phrasing.Code(claim.Factuality)];

    /// <summary>What a side is called; its id where no name is given.</summary>
    public string Side(string side) => rules.Sides.GetValueOrDefault(side, side);

    /// <summary>True where the claim has something for the slot.</summary>
    private bool Filled(string slot, Claim claim) => slot switch
    {
        "actor" => Named(claim.Actor) is { Length: > 0 },
        "target" => Named(Other(claim)) is { Length: > 0 },
        "places" => !claim.Places.IsEmpty,
        "amount" => claim.Quantity is not null,
        _ => Slot(slot, claim) is { Length: > 0 },
    };

    private string? Slot(string slot, Claim claim) => slot switch
    {
        "actor" => Named(claim.Actor),
        "target" => Named(Other(claim)),
        "places" => Places(claim),
        "amount" => claim.Quantity is { } q ? Phrasing.Amount(q) : null,
        "outcome" => claim.Outcome,
        "item" => claim.Item,
        "person" => claim.Person,
        "post" => claim.Post,
        _ => null,
    };

    /// <summary>Whom it is against: another than who does it ("Russia criticised Russia" of its generals says nothing).</summary>
    private static Party? Other(Claim claim) => claim.Target is { } target && (target.Side == "none" || target.Side != claim.Actor?.Side) ? target : null;

    private string? Named(Party? party)
    {
        if (party is null)
        {
            return null;
        }

        return party.Side == "none" || !rules.Sides.ContainsKey(party.Side) ? party.Name : Side(party.Side);
    }

    private static string? Places(Claim claim)
    {
        if (claim.Places.IsEmpty)
        {
            return null;
        }

        // "Took 5 settlements along the river" took no river.
        var bare = claim.Kind == "control";
        var counted = bare && claim.Quantity is { Unit: not ("km2" or "km" or "percent") };
        return string.Join(", ", claim.Places.Select(p => p.Role == "at" ? bare ? (counted && p.Precision == PlacePrecision.Region ? "ground near " : "") + Called(p) : (Wide(p) ? "in " : "at ") + Called(p) : (bare ? "ground " : "") + p.Role + " " + Called(p)));
    }

    /// <summary>A common noun that began its sentence ("The works") begins none here.</summary>
    private static string Called(ClaimPlace place) => place.Name is ['T', 'h', 'e', ' ', var next, ..] && char.IsLower(next) ? "t" + place.Name[1..] : place.Name;

    /// <summary>True for a country, its parts, and "the south".</summary>
    private static bool Wide(ClaimPlace place) => place.Precision is PlacePrecision.Raion or PlacePrecision.Oblast or PlacePrecision.Country
        || place.Name.EndsWith("north", StringComparison.Ordinal) || place.Name.EndsWith("south", StringComparison.Ordinal) || place.Name.EndsWith("east", StringComparison.Ordinal) || place.Name.EndsWith("west", StringComparison.Ordinal);
}
