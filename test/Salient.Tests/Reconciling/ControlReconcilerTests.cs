using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Salient.Reconciling;
using Salient.Reconciling.Control;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class ControlReconcilerTests
{
    private const string Text = "Forces took Brodiv. Forces left Brodiv. Forces took Ostrivka. Guns fired at Brodiv. Forces took the oblast.";
    private static readonly ClaimPlace Brodiv = Made.Place("Brodiv", 1, 49, 36);
    private static readonly ClaimPlace Ostrivka = Made.Place("Ostrivka", 2, 49, 36.2);
    private static readonly ClaimSource Ministry = Made.Source("Russian Ministry of Defense", "government", "ru");
    private static readonly ClaimSource Staff = Made.Source("General Staff", "military", "ua");

    [Fact]
    public void Control_NoClaims_IsTheBaseline()
    {
        var history = Of(1, Institute("a", 3, 1));
        history.States.ShouldHaveSingleItem().Holder.ShouldBe("ua");
        history.States[0].Status.ShouldBe(ControlStatus.Held);
    }

    [Fact]
    public void Control_InstituteSaysTaken_ChangesHolder()
    {
        var history = Of(1, Institute("a", 5, 7, Taken("a", Brodiv)));
        history.On(Front.Day(5, 6)).Holder.ShouldBe("ua");
        var state = history.On(Front.Day(5, 7));
        state.Holder.ShouldBe("ru");
        state.Status.ShouldBe(ControlStatus.AssessedAdvance);
        state.For.ShouldNotBeEmpty();
    }

    [Fact]
    public void View_WhatWasSoBeforeTheStart_SaysNothing()
    {
        Claim Of(int year) => Taken("a", Brodiv) with { Time = new DateRange(new DateOnly(year, 3, 1), new DateOnly(year, 3, 4)) };
        ControlReconcilerTests.Of(1, Institute("a", 5, 7, Of(2014))).Views.ShouldBeEmpty();
        ControlReconcilerTests.Of(1, Institute("a", 5, 7, Of(2022))).Views.ShouldHaveSingleItem();
    }

    [Fact]
    public void Control_TakersWordAlone_StaysAClaim()
    {
        var history = Of(1, Paper("a", 5, 7, Taken("a", Brodiv, Ministry)));
        history.On(Front.Day(5, 8)).Holder.ShouldBe("ua");
        history.On(Front.Day(5, 8)).Status.ShouldBe(ControlStatus.Contested);
        history.On(Front.Day(5, 8)).Against.ShouldNotBeEmpty();
    }

    [Fact]
    public void View_WhatAReportOnlyPassesOn_WeighsLessThanItsOwnWord()
    {
        var passed = Of(1, Paper("a", 5, 7, Taken("a", Brodiv, new ClaimSource("residents", "witness", "none", false, null)))).Views.ShouldHaveSingleItem();
        var own = Of(1, Paper("a", 5, 7, Taken("a", Brodiv))).Views.ShouldHaveSingleItem();
        passed.Weight.ShouldBeLessThan(own.Weight);
        own.Rules.ShouldEndWith("report");
    }

    [Fact]
    public void Control_WordAloneBesideATakenPlace_DatesTheTurn()
    {
        // A word that nobody shares does not turn a place; where the ground around turns, it says when.
        (Report, Claim[])[] taken = [Institute("a", 5, 1, Taken("a", Ostrivka)), Institute("z", 6, 20)];
        var alone = Of(1, [.. taken, Paper("b", 5, 20, Taken("b", Brodiv, Ministry))]);
        alone.On(Front.Day(5, 19)).Holder.ShouldBe("ua");
        alone.On(Front.Day(5, 21)).Holder.ShouldBe("ru");
    }

    [Fact]
    public void Judge_WhatOnlyFollows_TurnsNoHolder()
    {
        var judge = new ControlJudge(new Judgement(30, 1, 1, 0.5, 30, 1.5));
        ControlView Word(int day, bool direct) => new("c" + day, "r" + day, "Origin " + day, "none", Front.Day(5, day), "ua", 1, direct, null, false, false, false, false, "line");
        judge.Judge(Front.Start, "ru", [.. Enumerable.Range(1, 9).Select(d => Word(d, false))]).Count.ShouldBe(1);
        judge.Judge(Front.Start, "ru", [.. Enumerable.Range(1, 9).Select(d => Word(d, false)), Word(10, true)]).Count.ShouldBe(2);
    }

    [Fact]
    public void Control_TakersWordTwiceOver_IsOneWord()
    {
        var other = Made.Source("Head of the proxy republic", "occupation", "ru");
        var history = Of(1, Paper("a", 5, 7, Taken("a", Brodiv, Ministry)), Paper("b", 5, 8, Taken("b", Brodiv, other)));
        history.On(Front.Day(5, 9)).Holder.ShouldBe("ua");
    }

    [Fact]
    public void Control_LosersAdmission_Decides() =>
        Of(1, Paper("a", 5, 7, Taken("a", Brodiv, Staff))).On(Front.Day(5, 8)).Holder.ShouldBe("ru");

    [Fact]
    public void Control_LoneWordMonthsLater_IsFlaggedWhateverWasSaidBeforeTheFall()
    {
        // Attacks on a place before it fell speak for those who held it then, not for those who come months later.
        var attacks = Enumerable.Range(20, 8).Select(d => Paper("w" + d, 4, d, Made.Claim(Made.Report("w" + d, Text), "Guns fired at Brodiv", "combat", "assault", "ru", [Made.Source("Voice " + d, "witness", "none")], [Brodiv])));
        var picture = new Picture(
            new MemoryLedger([.. attacks, Institute("a", 4, 30, Taken("a", Brodiv)), Institute("b", 5, 10, Taken("b", Brodiv)), Paper("c", 6, 20, Taken("c", Brodiv) with { Actor = new Party("ua", "ua"), Act = "held" })]), Front.Dense, () => Front.Places);
        picture.ControlOf(1)!.On(Front.Day(6, 21)).Holder.ShouldBe("ru");
        picture.Disputes.ShouldContain(d => d.Lone && d.Subject == "Brodiv" && d.From == Front.Day(6, 20));
    }

    [Fact]
    public void Control_DeniedCapture_LeavesTheHolder() =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Factuality = Factuality.CertainlyNot })).On(Front.Day(5, 8)).Holder.ShouldBe("ua");

    [Fact]
    public void Control_PlannedCapture_LeavesTheHolder() =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Evidence = "will likely take Brodiv" })).On(Front.Day(5, 8)).Holder.ShouldBe("ua");

    [Fact]
    public void Control_TakenBack_IsLiberated()
    {
        var back = Taken("b", Brodiv) with { Act = "recaptured", Actor = new Party("Ukrainian", "ua") };
        var history = Of(1, Institute("a", 5, 7, Taken("a", Brodiv)), Institute("b", 6, 7, back));
        history.On(Front.Day(6, 8)).Status.ShouldBe(ControlStatus.Liberated);
    }

    [Fact]
    public void Control_TakerLeavesTheOblast_EndsWhatWasInferred()
    {
        var gone = Taken("b", Made.Place("Steppe Oblast", 5, 49, 38, PlacePrecision.Oblast) with { Role = "from" }) with { Kind = "movement", Act = "withdrew", Evidence = "Forces completed their withdrawal from Steppe Oblast" };
        (Report, Claim[])[] taken = [Institute("a", 5, 7, Taken("a", Brodiv), Taken("a", Ostrivka)), Institute("z", 7, 10, Taken("z", Made.Place("Daleke", 4, 49, 39)) with { Act = "held", Actor = new Party("Ukrainian", "ua") })];
        Of(3, [.. taken, Institute("b", 6, 1, gone)]).On(Front.Day(7, 10)).Holder.ShouldBe("ua");
        Of(3, [.. taken, Institute("b", 6, 1, gone with { Evidence = "Two battalions withdrew from Steppe Oblast" })]).On(Front.Day(7, 10)).Holder.ShouldBe("ru");
    }

    [Theory]
    [InlineData("officials ordered the garrison to retreat from Brodiv", 1)]
    [InlineData("officials left Brodiv", 0)]
    public void View_WhoOrdersALeaving_IsNotWhoLeaves(string evidence, int views) =>
        Of(1, Institute("b", 5, 9, Taken("b", Brodiv) with { Kind = "movement", Act = "withdrew", Evidence = evidence })).Views.Length.ShouldBe(views);

    [Fact]
    public void Control_AttackerBeatenBack_HasLeftNothing()
    {
        var back = Taken("b", Brodiv) with { Kind = "movement", Act = "withdrew", Evidence = "Forces withdrew after a failed assault on Brodiv" };
        var view = Of(1, Institute("b", 5, 9, back)).Views.ShouldHaveSingleItem();
        view.Rules.ShouldStartWith("beaten-back");
        view.Direct.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Forces took Brodiv on May 7", "took")]
    [InlineData("Forces took Brodiv in order to go on to the river", "took")]
    [InlineData("Forces may take Brodiv", "to-take")]
    [InlineData("Forces fight for Brodiv in order to take the heights", "to-take")]
    [InlineData("Forces are fighting to establish full control of Brodiv", "to-take")]
    [InlineData("Forces control the town of Brodiv", "took")]
    [InlineData("Forces claimed to capture Brodiv", "took")]
    [InlineData("capturing the town of Brodiv", "took")]
    public void View_WordsOfTheFuture_CountBeforeTheName(string evidence, string line) =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Evidence = evidence })).Views.ShouldHaveSingleItem().Rules.ShouldStartWith(line);

    [Theory]
    [InlineData("the capture of Brodiv")]
    [InlineData("The loss of Brodiv")]
    [InlineData("completing the capture of Brodiv")]
    [InlineData("took control of the surrounding settlements of Brodiv")]
    public void View_TakingOnlyNamed_SaysNothing(string evidence) => Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Evidence = evidence })).Views.ShouldBeEmpty();

    [Theory]
    [InlineData("Forces will likely withdraw from Brodiv")]
    [InlineData("Some units remain and have not left Brodiv")]
    [InlineData("Forces dispersed a crowd in Brodiv")]
    public void View_LeavingToCome_SaysNothing(string evidence) =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Kind = "movement", Act = "withdrew", Evidence = evidence })).Views.ShouldBeEmpty();

    [Theory]
    [InlineData("that they do not yet control", 0)]
    [InlineData("that they do not yet control Brodiv", 1)]
    public void View_DenialWithoutTheName_SaysNothing(string evidence, int views) =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Factuality = Factuality.CertainlyNot, Evidence = evidence })).Views.Length.ShouldBe(views);

    [Theory]
    [InlineData("the surrounding settlements", 0)]
    [InlineData("It was taken by noon", 1)]
    [InlineData("took several settlements, including Brodiv", 1)]
    [InlineData("several settlements in the south, including Brodiv", 0)]
    [InlineData("took the entrances to the town", 0)]
    [InlineData("have most of the village", 0)]
    [InlineData("the previous captures of Lypky and Brodiv", 0)]
    [InlineData("unsubstantiated reports that forces took Brodiv", 0)]
    public void View_WordsWithoutTheNameOrATaking_SayNothing(string evidence, int views) =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Evidence = evidence })).Views.Length.ShouldBe(views);

    [Theory]
    [InlineData("seized by the garrison", 1)]
    [InlineData("released by the garrison", 0)]
    public void View_FreeingWithoutTheName_IsNoHolding(string evidence, int views) =>
        Of(1, Institute("a", 5, 7, Taken("a", Brodiv) with { Act = "held", Evidence = evidence })).Views.Length.ShouldBe(views);

    [Theory]
    [InlineData("deployed", "to", "Forces sent a battalion to Brodiv", "sent-to")]
    [InlineData("deployed", "to", "Forces sent a battalion to the Brodiv axis", null)]
    [InlineData("deployed", "to", "Forces may send a battalion to Brodiv", null)]
    [InlineData("advanced", "from", "Forces moved south from Brodiv", "came-from")]
    [InlineData("advanced", "from", "Forces pushed the defenders away from Brodiv", null)]
    public void View_Movement_TellsWhoStandsThere(string act, string role, string evidence, string? line)
    {
        var views = Of(1, Institute("a", 5, 7, Taken("a", Brodiv with { Role = role }) with { Kind = "movement", Act = act, Evidence = evidence })).Views;
        (views.IsEmpty ? null : views[0].Rules.Split(' ')[0]).ShouldBe(line);
    }

    [Fact]
    public void Control_WordInTheRearAgainstALine_ChangesItsOwnPlaceAtMost()
    {
        // Ten hamlets in a row: the two in the north were taken, one in the middle is misread, the south is attacked.
        var rows = Enumerable.Range(0, 10).Select(i => new Place(100 + i, $"Hamlet{i}", 50.2 - (i * 0.1), 36, PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 100)).ToArray();
        ClaimPlace At(int i) => Made.Place(rows[i].Name, rows[i].GeonameId, rows[i].Lat, rows[i].Lon);
        var attacks = Enumerable.Range(0, 6).Select(d => Institute($"c{d}", 5, 8 + d, Made.Claim(Made.Report($"c{d}", Text), "Forces attacked", "combat", "assault", "ru", [], [At(6)])));
        var control = new Picture(new MemoryLedger([Institute("a", 5, 7, Taken("a", At(0)), Taken("a", At(1))), .. attacks, Institute("z", 6, 30)]), Front.Dense, () => rows).Control.ToDictionary(h => h.Place.GeonameId, h => h.On(Front.Day(5, 20)).Holder);
        control[100].ShouldBe("ru");
        control[101].ShouldBe("ru");
        control[106].ShouldBe("ua");
        control[109].ShouldBe("ua");
    }

    [Fact]
    public void Control_FrontCollapses_IsFollowedWithinDays()
    {
        // A strip of thirty hamlets held by the second party; then it is told to have lost every fifth of them, and the ledger ends three days later.
        var strip = Enumerable.Range(0, 30).Select(i => new Place(200 + i, $"Hamlet{i}", 49, 36 + (i * 0.1), PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 100)).ToArray();
        ClaimPlace At(int i) => Made.Place(strip[i].Name, strip[i].GeonameId, strip[i].Lat, strip[i].Lon);
        Claim Back(int i) => Taken("b", At(i)) with { Act = "recaptured", Actor = new Party("Ukrainian", "ua") };
        var picture = new Picture(
            new MemoryLedger([Institute("a", 5, 7, [.. Enumerable.Range(0, 6).Select(i => Taken("a", At(i * 5)))]), Institute("b", 9, 8, [.. Enumerable.Range(0, 6).Select(i => Back(i * 5))]), Institute("c", 9, 11)]), Front.Dense, () => strip);
        picture.Control.Count(h => h.On(Front.Day(9, 5)).Holder == "ru").ShouldBeGreaterThan(24);
        picture.Control.Count(h => h.On(Front.Day(9, 11)).Holder == "ua").ShouldBeGreaterThan(24);
    }

    [Fact]
    public void Control_HeldPlaceWhoseFallIsDated_IsHeldAsOfTheReport()
    {
        var held = Taken("a", Brodiv) with { Act = "held", Evidence = "they control Brodiv, which fell a while ago", Time = new DateRange(null, Front.Day(4, 1)) };
        Of(1, Institute("a", 5, 7, held)).Views.ShouldHaveSingleItem().Day.ShouldBe(Front.Day(5, 7));
        Of(1, Institute("a", 5, 7, held with { Evidence = "they held Brodiv until April" })).Views.ShouldHaveSingleItem().Day.ShouldBe(Front.Day(4, 1));
    }

    [Fact]
    public void Control_PlaceBetweenTakenPlaces_IsInferred()
    {
        (Report, Claim[])[] reports = [Institute("a", 5, 7, Taken("a", Brodiv), Taken("a", Ostrivka))];
        var between = Of(3, reports);
        between.On(Front.Day(5, 8)).Holder.ShouldBe("ru");
        between.On(Front.Day(5, 8)).Status.ShouldBe(ControlStatus.Inferred);
        Of(4, reports).States.ShouldHaveSingleItem().Holder.ShouldBe("ua");
    }

    [Fact]
    public void Control_InferredPlace_YieldsToAClaim()
    {
        var held = Taken("a", Made.Place("Vyshneve Pole", 3, 49, 36.1)) with { Id = "held", Act = "held", Actor = new Party("Ukrainian", "ua") };
        var history = Of(3, Institute("a", 5, 7, Taken("a", Brodiv), Taken("a", Ostrivka), held));
        history.On(Front.Day(5, 8)).Holder.ShouldBe("ua");
    }

    [Fact]
    public void Control_WordOnAnOblastAlone_IsSeenAtItsSettlements()
    {
        var whole = Taken("a", Made.Place("Steppe Oblast", 5, 49, 38, PlacePrecision.Oblast)) with { Evidence = "Forces took Steppe Oblast" };
        Of(3, Institute("a", 5, 7, whole)).Views.ShouldHaveSingleItem().Wide.ShouldBeTrue();
    }

    [Fact]
    public void Control_CityTaken_LeavesItsOblast() =>
        Of(4, Institute("a", 5, 7, Taken("a", Brodiv))).On(Front.Day(5, 8)).Holder.ShouldBe("ua");

    [Theory]
    [InlineData("vyshneve pole")]
    [InlineData("Vishnevoye Pole")]
    public void ControlOf_NameWrittenOtherwise_IsFound(string name) =>
        Picture([Institute("a", 3, 1)]).ControlOf(name).ShouldHaveSingleItem().Place.GeonameId.ShouldBe(3);

    [Fact]
    public void Control_AnyOrderOfReports_GivesTheSame()
    {
        (Report, Claim[])[] reports =
        [
            Institute("a", 5, 7, Taken("a", Brodiv), Taken("a", Ostrivka)),
            Paper("b", 5, 9, Taken("b", Brodiv, Ministry)),
            Paper("c", 5, 9, Taken("c", Brodiv, Staff) with { Act = "lost", Actor = new Party("Russian", "ru") }),
            Institute("d", 5, 20, Taken("d", Ostrivka) with { Act = "recaptured", Actor = new Party("Ukrainian", "ua") }),
        ];
        var expected = Written(reports);
        Prop.ForAll(Gen.Shuffle(reports).ToArbitrary(), order => Written(order) == expected).QuickCheckThrowOnFailure();
    }

    private static string Written(IEnumerable<(Report, Claim[])> reports) =>
        string.Join('\n', Picture([.. reports]).Control.Select(h => h.Place.Name + ": " + string.Join("; ", h.States.Select(s => $"{s.From:O} {s.Holder} {s.Status} {s.Confidence} {string.Join(',', s.For)} {string.Join(',', s.Against)}"))));

    private static ControlHistory Of(int id, params (Report, Claim[])[] reports) => Picture(reports).ControlOf(id)!;

    private static Picture Picture((Report, Claim[])[] reports) => new(new MemoryLedger(reports), Front.Dense, () => Front.Places);

    private static (Report, Claim[]) Institute(string id, int month, int day, params Claim[] claims) =>
        (Made.Report(id, Text, Front.Day(month, day), institute: true, outlet: "The Institute"), claims);

    private static (Report, Claim[]) Paper(string id, int month, int day, params Claim[] claims) =>
        (Made.Report(id, Text, Front.Day(month, day), outlet: "The Gazette"), claims);

    private static Claim Taken(string report, ClaimPlace place, params ImmutableArray<ClaimSource> sources) =>
        Made.Claim(Made.Report(report, Text), "Forces took Brodiv", "control", "captured", "ru", sources, [place]);
}
