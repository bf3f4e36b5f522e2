using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

/// <summary>A ledger of a few reports over months, as somebody has who begins: nobody seconds anything, and nothing follows from that nobody does.</summary>
public sealed class SparseLedgerTests
{
    private const string Text = "Forces moved.";
    private static readonly ClaimSource Ministry = Made.Source("Ukraine's deputy defence minister", "official", "ua");
    private static readonly ClaimSource Enemy = Made.Source("Russian Ministry of Defense", "government", "ru");

    // From the ground that the second party had at the start (the first two) westward, 15 km each; the last is a town.
    private static readonly Place[] Row =
    [
        new(1, "Stara", 48.0, 38.9, PlacePrecision.Settlement, "UA", "Donetsk Oblast", "Donetsk Raion", 900),
        new(2, "Druha", 48.0, 38.7, PlacePrecision.Settlement, "UA", "Donetsk Oblast", "Donetsk Raion", 900),
        .. Enumerable.Range(0, 6).Select(i => new Place(10 + i, $"Selo{(char)('A' + i)}", 48, 38.3 - (i * 0.2), PlacePrecision.Settlement, "UA", "Donetsk Oblast", "Pokrovsk Raion", i == 5 ? 45000 : 700)),
    ];

    [Fact]
    public void Control_EnemyHasLeft_TurnsByTheOwnersWord()
    {
        (Report, Claim[])[] taken = [Paper("a", 3, 1, Of("a", "Russian forces took SeloB", "captured", "ru", 11))];
        Holder(11, 4, 1, taken).ShouldBe("ru");
        (Report, Claim[])[] left = [.. taken, Paper("b", 4, 2, Left("b", 11, Ministry))];
        Holder(11, 4, 1, left).ShouldBe("ru");
        Holder(11, 4, 2, left).ShouldBe("ua");
        State(11, 4, 2, left).Status.ShouldBe(ControlStatus.Claimed);
        Holder(11, 4, 9, [.. left, Paper("c", 4, 8, Of("c", "Russian forces still hold SeloB", "held", "ru", 11))]).ShouldBe("ru");
    }

    [Fact]
    public void Control_SideSaysThatItTookAPlace_StaysAClaim() =>
        Holder(11, 4, 3, Paper("b", 4, 2, Of("b", "Russian forces took SeloB", "captured", "ru", 11) with { Sources = [Enemy] }), Paper("z", 6, 1)).ShouldBe("ua");

    [Fact]
    public void Control_LoserNamesTheLoss_HasLostIt()
    {
        (Report, Claim[])[] taken = [Paper("a", 5, 30, Of("a", "Russian forces took SeloB", "captured", "ru", 11))];
        Holder(11, 10, 2, [.. taken, Paper("b", 10, 1, Of("b", "the loss of SeloB on its general", "lost", "ru", 11) with { Sources = [Made.Source("A chieftain", "official", "ru")] })]).ShouldBe("ua");
        Holder(11, 10, 2, [.. taken, Paper("b", 10, 1, Of("b", "the loss of SeloB on its general", "lost", "ru", 11))]).ShouldBe("ru");
    }

    [Fact]
    public void Control_TownTakenInOneReport_FallsOnThatDay()
    {
        var taken = Paper("a", 4, 1, Of("a", "Russian forces took SeloF", "captured", "ru", 15));
        var back = Paper("b", 9, 11, Of("b", "Ukrainian forces retook SeloF", "recaptured", "ua", 15));
        foreach (var (month, day, holder) in new[] { (3, 31, "ua"), (4, 1, "ru"), (9, 10, "ru"), (9, 11, "ua") })
        {
            Holder(15, month, day, taken, back).ShouldBe(holder);
        }
    }

    [Fact]
    public void Control_PlacesThatNobodyNames_StayAsTheyWere()
    {
        // One word far down the row, months after the start, says nothing of the spring, nor of what lies before and behind.
        (Report, Claim[])[] held = [Paper("a", 7, 3, Of("a", "Russian forces hold SeloC", "held", "ru", 12)), Paper("z", 9, 1)];
        Holder(12, 5, 1, held).ShouldBe("ua");
        Holder(12, 7, 3, held).ShouldBe("ru");
        foreach (var silent in new[] { 10, 11, 13, 14 })
        {
            Holder(silent, 8, 20, held).ShouldBe("ua");
        }
    }

    [Fact]
    public void Control_WhatManyToldOf_StandsThroughYearsOfSilence()
    {
        (Report, Claim[])[] told = [.. Enumerable.Range(1, 28).Select(d => Paper("p" + d, 6, d, Of("p" + d, "Russian forces took SeloF", "captured", "ru", 15), Of("p" + d, "Russian forces hold SeloD", "held", "ru", 13)))];
        var much = told.Append(Later("q", Of("q", "they control SeloF, which the enemy had taken", "held", "ua", 15))).ToArray();
        foreach (var at in new[] { new DateOnly(2022, 7, 1), new DateOnly(2023, 7, 1), new DateOnly(2024, 6, 2) })
        {
            var histories = Histories(much);
            histories.Single(h => h.Place.GeonameId == 15).On(at).Holder.ShouldBe("ru");
            histories.Single(h => h.Place.GeonameId == 13).On(at).Holder.ShouldBe("ru");
        }

        static (Report, Claim[]) Later(string id, Claim claim) => (Made.Report(id, Text, new DateOnly(2024, 6, 1), outlet: "The Herald"), [claim]);
    }

    [Fact]
    public void Control_FirstDay_IsAsKnown() =>
        Histories(Paper("a", 2, 23, Of("a", "Russian forces hold SeloA", "held", "ru", 10)), Paper("b", 2, 25, Of("b", "Russian forces hold SeloA", "held", "ru", 10)))
            .SelectMany(h => h.States).ShouldAllBe(s => s.Until == null || s.Until >= s.From);

    [Theory]
    [InlineData("The withdrawal came a day after Russian forces captured SeloB", "ua")]
    [InlineData("Ukrainian troops pushed Russian forces out of SeloB", "ua")]
    [InlineData("Russian troops drove Ukrainian forces out of SeloB", "ru")]
    [InlineData("Russian forces vacated SeloB", "ua")]
    public void View_WhoLeaves_IsReadFromTheWords(string evidence, string holder)
    {
        var views = Histories(Paper("a", 5, 1, Of("a", evidence, "withdrew", "ru", 11) with { Kind = "movement" })).Single(h => h.Place.GeonameId == 11).Views;
        if (evidence.StartsWith("The withdrawal", StringComparison.Ordinal))
        {
            views.ShouldBeEmpty();
        }
        else
        {
            views.ShouldHaveSingleItem().Holder.ShouldBe(holder);
        }
    }

    [Theory]
    [InlineData("which Russian forces fully took on Sunday", "near", 1)]
    [InlineData("to take the village", "near", 0)]
    public void View_WhichTheyTook_IsOfThePlaceBefore(string evidence, string role, int direct)
    {
        var claim = Of("a", evidence, "captured", "ru", 11) with { Places = [At(11) with { Role = role }] };
        Histories(Paper("a", 5, 1, claim)).Single(h => h.Place.GeonameId == 11).Views.Count(v => v.Direct).ShouldBe(direct);
    }

    [Theory]
    [InlineData("SeloB lies behind the line and Russian control of the village shows that", "ru")]
    [InlineData("SeloB lies behind the line and control of the village shows that", "ua")]
    [InlineData("SeloB passed from Russian control to Ukrainian control", "ua")]
    public void View_ControlOfASide_OutweighsTheCodedActor(string evidence, string holder) =>
        Histories(Paper("a", 5, 1, Of("a", evidence, "held", "ua", 11))).Single(h => h.Place.GeonameId == 11).Views.ShouldHaveSingleItem().Holder.ShouldBe(holder);

    [Fact]
    public void View_AnnexedOblast_IsNotTaken() =>
        Histories(Paper("a", 10, 1, Of("a", "documents that annex SeloB", "annexed", "ru", 11))).Single(h => h.Place.GeonameId == 11).Views.ShouldBeEmpty();

    private static ImmutableArray<ControlHistory> Histories(params (Report, Claim[])[] reports) => new Picture(new MemoryLedger(reports), Front.Data, () => Row).Control;

    private static ControlState State(int place, int month, int day, params (Report, Claim[])[] reports) => Histories(reports).Single(h => h.Place.GeonameId == place).On(Front.Day(month, day));

    private static string Holder(int place, int month, int day, params (Report, Claim[])[] reports) => State(place, month, day, reports).Holder;

    private static ClaimPlace At(int id) => Row.Single(p => p.GeonameId == id) is var p ? Made.Place(p.Name, id, p.Lat, p.Lon) : null!;

    private static Claim Left(string report, int place, ClaimSource source) =>
        Of(report, $"Russian troops withdrew from {At(place).Name}", "withdrew", "ru", place) with { Kind = "movement", Sources = [source], Places = [At(place) with { Role = "from" }] };

    private static Claim Of(string report, string evidence, string act, string side, int place) => Made.Claim(Made.Report(report, Text), evidence, "control", act, side, [], [At(place)]);

    private static (Report, Claim[]) Paper(string id, int month, int day, params Claim[] claims) => (Made.Report(id, Text, Front.Day(month, day), outlet: "The Gazette"), claims);
}
