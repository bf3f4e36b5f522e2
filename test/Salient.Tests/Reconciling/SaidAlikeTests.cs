using System.Collections.Immutable;
using Salient.Reconciling.Situations;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

/// <summary>Which claims make one sentence of the situation, and which phrase fits one.</summary>
public sealed class SaidAlikeTests
{
    private const string Text = "Brodiv and Oleve fell. Oleve and Brodiv fell. 40 tanks burned.";
    private static readonly Report Report = Made.Report("a", Text);
    private static readonly ClaimPlace Brodiv = Made.Place("Brodiv", 1), Oleve = Made.Place("Oleve", 2), Unknown = Made.Place("the mill", 3) with { GeonameId = null };

    [Fact]
    public void Equals_PlacesInAnotherOrder_AreAlike() => Alike(Fell([Brodiv, Oleve]), Fell([Oleve, Brodiv])).ShouldBeTrue();

    [Fact]
    public void Equals_PlacesWithoutIdInOtherLetters_AreAlike() => Alike(Fell([Unknown]), Fell([Unknown with { Name = "The Mill" }])).ShouldBeTrue();

    [Fact]
    public void Equals_NumbersWrittenAlike_AreAlike() => Alike(Tanks(40), Tanks(40.001)).ShouldBeTrue();

    [Fact]
    public void Equals_AnyPartDiffers_AreNot()
    {
        var one = Tanks(40);
        ((Claim[])[
            Tanks(41), one with { Act = "damaged" }, one with { Factuality = Factuality.Possible }, one with { Actor = new Party("b", "b") }, one with { Places = [Brodiv] }, one with { Category = "gun" },
            one with { Outcome = "failed" }, one with { Item = "shells" }, one with { Quantity = null }, one with { Quantity = one.Quantity! with { Basis = "about" } }, one with { Quantity = one.Quantity! with { Unit = "gun" } },
        ]).ShouldAllBe(other => !SaidAlike.Instance.Equals(one, other));
        Alike(Fell([Brodiv, Brodiv, Oleve]), Fell([Brodiv, Oleve, Oleve])).ShouldBeFalse();
        Alike(Fell([Brodiv]), Fell([Brodiv with { Role = "near" }])).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{actor} took {places}[ ({amount})]", "none took Brodiv")]
    [InlineData("[{amount} ]{places}", "Brodiv")]
    [InlineData("{places}[, {item}].", "Brodiv.")]
    [InlineData("Nothing to fill", "Nothing to fill")]
    [InlineData("{places} {amount}", null)]
    public void Filled_Phrase_LeavesOutWhatIsEmpty(string phrase, string? expected)
    {
        var (claim, made) = (Fell([Brodiv]), Phrase.Of(phrase));
        bool Has(string slot, Claim c) => slot switch { "places" => !c.Places.IsEmpty, "amount" => c.Quantity is not null, "item" => c.Item is not null, _ => true };
        made.Fits(claim, Has).ShouldBe(expected is not null);
        if (expected is not null)
        {
            made.Filled(claim, Has, (slot, c) => slot == "places" ? c.Places[0].Name : "none").ShouldBe(expected);
        }
    }

    private static bool Alike(Claim one, Claim other)
    {
        var alike = SaidAlike.Instance.Equals(one, other);
        if (alike)
        {
            SaidAlike.Instance.GetHashCode(one).ShouldBe(SaidAlike.Instance.GetHashCode(other));
        }

        return alike;
    }

    private static Claim Fell(ImmutableArray<ClaimPlace> places) => Made.Claim(Report, "Brodiv and Oleve fell", "control", "captured", "ru", null, places);

    private static Claim Tanks(double count) => Made.Claim(Report, "40 tanks burned", "loss", "destroyed", "ru", quantity: new Quantity(count, count, "tank", false, "exact"), category: "tank");
}
