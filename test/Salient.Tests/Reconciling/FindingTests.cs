using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class FindingTests
{
    private const string Text = "Forces took Brodiv. Some 40 tanks burned. The depot was shelled. There are 97 groups of 700 to 800 men each.";
    private static readonly ClaimPlace Brodiv = Made.Place("Brodiv", 1, 49, 36);
    private static readonly ClaimSource Staff = Made.Source("the General Staff", "military", "ua");
    private static readonly ClaimSource Ministry = Made.Source("the Russian Ministry of Defense", "government", "ru");

    [Fact]
    public void Figures_TwoClaimants_AreTwoSeries()
    {
        var series = Picture(Report("a", 1, Tanks("a", 300, Staff)), Report("b", 2, Tanks("b", 310, Staff)), Report("c", 2, Tanks("c", 90, Ministry))).Figures;
        series.Select(s => (s.ClaimantSide, s.Points.Length)).ShouldBe([("ua", 2), ("ru", 1)], ignoreOrder: true);
        series.ShouldAllBe(s => s.Basis == FigureBasis.Cumulative && s.Measure == "loss/destroyed tank" && s.Side == "ru");
    }

    [Fact]
    public void Figures_OfCiviliansHarmed_AreAboutWhomTheyCount()
    {
        var killed = Tanks("a", 40, Staff) with { Kind = "civilian-harm", Act = "killed", Category = null, Target = new Party("civilians", "ua"), Quantity = new Quantity(40, 40, "civilian", false, "exact") };
        Picture(Report("a", 1, killed)).Figures.ShouldHaveSingleItem().Side.ShouldBe("ua");
    }

    [Fact]
    public void Figures_CumulativeThatFalls_IsMarked()
    {
        var points = Picture(Report("a", 1, Tanks("a", 300, Staff)), Report("b", 2, Tanks("b", 290, Staff))).Figures.ShouldHaveSingleItem().Points;
        points.Select(p => p.Mark).ShouldBe([FigureMark.None, FigureMark.Fall]);
    }

    [Fact]
    public void Figures_SuddenGrowth_IsMarkedAsAJump()
    {
        int[] tanks = [300, 303, 306, 309, 312, 315, 450];
        var points = Picture([.. tanks.Select((n, i) => Report($"r{i}", i + 1, Tanks($"r{i}", n, Staff)))]).Figures.ShouldHaveSingleItem().Points;
        points.Select(p => p.Mark == FigureMark.Jump).ShouldBe([false, false, false, false, false, false, true]);
    }

    [Fact]
    public void Spans_TwoClaimants_GiveLowBestHigh()
    {
        var span = Picture(Report("a", 1, Tanks("a", 300, Staff)), Report("c", 2, Tanks("c", 100, Ministry))).Spans(Front.Day(5, 3)).ShouldHaveSingleItem();
        (span.Low, span.Best, span.High).ShouldBe((100, 200, 300));
    }

    [Fact]
    public void Derived_UnitsTimesTheirSize_IsReckonedAndKeptApart()
    {
        var count = Strength("a", "97 groups", "force-count", new Quantity(97, 97, "btg", false, "exact"));
        var size = Strength("a", "700 to 800 men each", "unit-size", new Quantity(700, 800, "soldier", false, "exact"));
        var picture = Picture(Report("a", 1, count, size));
        var derived = picture.Derived.ShouldHaveSingleItem();
        (derived.Min, derived.Max, derived.What).ShouldBe((67900, 77600, "soldier"));
        derived.Claims.ShouldBe([count.Id, size.Id]);
        picture.Figures.ShouldNotContain(f => f.Points.Any(p => p.Min > 1000));
    }

    [Fact]
    public void Disputes_SidesNameThemselves_IsWhoHolds()
    {
        var dispute = Picture(Report("a", 1, Taken("a", "ru", Ministry)), Report("b", 3, Taken("b", "ua", Staff) with { Act = "held" })).Disputes.ShouldHaveSingleItem();
        dispute.Kind.ShouldBe(DisputeKind.WhoHolds);
        dispute.Settled.ShouldBeNull();
        dispute.Positions.Select(p => p.Says).ShouldBe(["held by ua", "held by ru"], ignoreOrder: true);
        dispute.Positions.ShouldAllBe(p => p.Claims.Length == 1);
    }

    [Fact]
    public void Disputes_OneWordAgainstThePicture_IsFlaggedAsLone()
    {
        (Report, Claim[])[] settled = [.. Enumerable.Range(1, 3).Select(i => Institute($"i{i}", i, Taken($"i{i}", "ru")))];
        var late = (Made.Report("z", Text, Front.Day(7, 20), outlet: "The Gazette"), new[] { Taken("z", "ua") });
        var dispute = Picture([.. settled, late]).Disputes.ShouldHaveSingleItem();
        dispute.Lone.ShouldBeTrue();
        dispute.Positions[^1].Says.ShouldBe("held by ua");
        var situation = Picture([.. settled, late]).Situation();
        situation.Sections.Single(s => s.Id == "disputes").Sentences.ShouldHaveSingleItem().Note!.ShouldContain("lone claim");
    }

    [Fact]
    public void Disputes_FiguresFarApart_IsHowMany() =>
        Picture(Report("a", 1, Tanks("a", 300, Staff)), Report("c", 2, Tanks("c", 90, Ministry))).Disputes.ShouldHaveSingleItem().Kind.ShouldBe(DisputeKind.HowMany);

    [Theory]
    [InlineData("the 4th Brigade", "the 9th Brigade", null, null)]
    [InlineData("the 4th Brigade", "Russian forces", null, null)]
    [InlineData("Russian forces", "Russian forces", "Brodiv", null)]
    [InlineData("Russian forces", "Russian forces", "the mill", "the port")]
    public void Disputes_FiguresOfDifferentForces_AreNone(string one, string other, string? at, string? there) =>
        Picture(Report("a", 1, Counted("a", one, 100, Staff, at)), Report("c", 2, Counted("c", other, 900, Ministry, there))).Disputes.ShouldBeEmpty();

    [Theory]
    [InlineData("the 4th Brigade", "the 4th Brigade", "soldiers, force count (Russia): the 4th Brigade")]
    [InlineData("Russia", "900 Russian soldiers", "soldiers, force count (Russia)")]
    public void Disputes_FiguresOfOneForce_AreHowMany(string one, string other, string subject)
    {
        var picture = Picture(Report("a", 1, Counted("a", one, 100, Staff, null)), Report("c", 2, Counted("c", other, 900, Ministry, null)));
        picture.Names.Subject(picture.Disputes.ShouldHaveSingleItem()).ShouldBe(subject);
    }

    [Fact]
    public void Disputes_AtLeastSoMany_StandsNotAgainstMore() => Picture(
        Report("a", 1, Counted("a", "Russia", 100, Staff, null) with { Quantity = new Quantity(100, null, "soldier", false, "at-least") }), Report("c", 2, Counted("c", "Russia", 900, Ministry, null))).Disputes.ShouldBeEmpty();

    [Fact]
    public void Figures_OfOneOfTheFirstDays_AreOfThatDay() =>
        Picture(Report("a", 1, Tanks("a", 3, Staff) with { Time = new DateRange(Front.Day(2, 26), Front.Day(2, 26)) })).Figures.ShouldHaveSingleItem().Basis.ShouldBe(FigureBasis.Period);

    [Fact]
    public void Disputes_EachBlamesTheOther_IsByWhom()
    {
        var dispute = Picture(Report("a", 1, Shelled("a", "ru", Staff)), Report("b", 1, Shelled("b", "ua", Ministry))).Disputes.ShouldHaveSingleItem();
        dispute.Kind.ShouldBe(DisputeKind.ByWhom);
    }

    [Fact]
    public void Disputes_OneOwnsToIt_IsSettledByWhoseSideItIs()
    {
        var picture = Picture(Report("a", 1, Shelled("a", "ru", Staff)), Report("b", 1, Shelled("b", "ua", Ministry)), Report("c", 1, Shelled("c", "ua", Staff)));
        picture.Names.Settled(picture.Disputes.ShouldHaveSingleItem().Settled!).ShouldBe("Ukrainian General Staff, on Ukraine’s side, says that Ukraine did it");
    }

    [Fact]
    public void Happenings_TwoReportsOfOneDay_AreOne()
    {
        var happening = Picture(Report("a", 1, Shelled("a", "ru", Staff)), Report("b", 2, Shelled("b", "ru"))).Happenings.ShouldHaveSingleItem();
        happening.Origins.ShouldBe(["Ukrainian General Staff", "The Gazette"]);
        happening.Credibility.ShouldBe(2);
    }

    [Fact]
    public void Happenings_OneReportTellsTwoNumbers_AreTwo()
    {
        var one = Shelled("a", "ru") with { Quantity = new Quantity(2, 2, "house", false, "exact") };
        var two = Shelled("a", "ru") with { Id = "other", Quantity = new Quantity(5, 5, "house", false, "exact") };
        Picture(Report("a", 1, one, two)).Happenings.Length.ShouldBe(2);
    }

    [Fact]
    public void Happenings_TwoOutletsQuoteOneSpokesman_AreOneOrigin() =>
        Picture(Report("a", 1, Shelled("a", "ru", Staff)), Report("b", 1, Shelled("b", "ru", Staff))).Happenings.ShouldHaveSingleItem().Origins.Length.ShouldBe(1);

    [Fact]
    public void Sources_FewJudged_AreNotGraded()
    {
        var source = Picture(Report("a", 1, Shelled("a", "ru", Staff)), Report("b", 2, Shelled("b", "ru"))).Sources.Single(s => s.Side == Staff.Side);
        (source.Letter, source.First, source.Corroborated).ShouldBe(('F', 1, 1));
    }

    [Fact]
    public void Copies_LightlyEdited_Fold()
    {
        var story = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"word{i * 7919 % 1000}"));
        var copies = Picture(
            (Made.Report("a", story + " first", Front.Day(5, 1)), []),
            (Made.Report("b", "From the wire. " + story, Front.Day(5, 2)), []),
            (Made.Report("c", string.Join(' ', Enumerable.Range(0, 300).Select(i => $"other{i}")), Front.Day(5, 1)), [])).Copies;
        var group = copies.ShouldHaveSingleItem();
        (group.Original, group.Copies.Single()).ShouldBe(("a", "b"));
    }

    [Fact]
    public void Findings_AnyOrderOfReports_AreTheSame()
    {
        (Report, Claim[])[] reports =
        [
            Report("a", 1, Tanks("a", 300, Staff), Shelled("a", "ru", Staff)), Report("b", 1, Shelled("b", "ua", Ministry)),
            Report("c", 2, Tanks("c", 90, Ministry), Taken("c", "ru", Ministry)), Institute("d", 3, Taken("d", "ua")),
        ];
        var expected = Written(reports);
        Prop.ForAll(Gen.Shuffle(reports).ToArbitrary(), order => Written(order) == expected).QuickCheckThrowOnFailure();
    }

    private static string Written(IEnumerable<(Report, Claim[])> reports)
    {
        var picture = Picture([.. reports]);
        return Salient.Publishing.SituationJson.Write(picture.Situation()) + string.Join('\n', picture.Figures.Select(f => f.Id)) + string.Join('\n', picture.Happenings.Select(h => h.Id + h.Reason)) + string.Join('\n', picture.Sources);
    }

    private static Picture Picture(params (Report, Claim[])[] reports) => new(new MemoryLedger(reports), Front.Data, () => Front.Places);

    private static (Report, Claim[]) Report(string id, int day, params Claim[] claims) => (Made.Report(id, Text, Front.Day(5, day), outlet: "The Gazette"), claims);

    private static (Report, Claim[]) Institute(string id, int day, params Claim[] claims) => (Made.Report(id, Text, Front.Day(5, day), institute: true, outlet: "The Institute"), claims);

    private static Claim Taken(string report, string actor, params ImmutableArray<ClaimSource> sources) =>
        Made.Claim(Made.Report(report, Text), "Forces took Brodiv", "control", "captured", actor, sources, [Brodiv]);

    private static Claim Tanks(string report, int count, ClaimSource source) =>
        Made.Claim(Made.Report(report, Text), "40 tanks burned", "loss", "destroyed", "ru", [source], null, quantity: new Quantity(count, count, "tank", false, "exact"), category: "tank", time: new DateRange(Front.Day(2, 24), null));

    private static Claim Counted(string report, string force, double count, ClaimSource source, string? at) =>
        Strength(report, "700 to 800 men each", "force-count", new Quantity(count, count, "soldier", false, "exact")) with
        {
            Actor = new Party(force, "ru"), Sources = [source], Places = at is null ? [] : [new ClaimPlace(at, "at", null, null, null, PlacePrecision.None, 0)],
        };

    private static Claim Shelled(string report, string actor, params ImmutableArray<ClaimSource> sources) =>
        Made.Claim(Made.Report(report, Text), "The depot was shelled", "combat", "shelling", actor, sources, [Brodiv]);

    private static Claim Strength(string report, string evidence, string act, Quantity quantity) =>
        Made.Claim(Made.Report(report, Text), evidence, "strength", act, "ru", null, null, quantity: quantity);
}
