using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Salient.Reconciling;
using Salient.Reconciling.Control;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

/// <summary>What a word on one place, an oblast or a bank means for the ground around. Thirty hamlets, 5 km apart, in a row from west to east; the Tykha runs between the fifteenth and the next.</summary>
public sealed class GroundTests
{
    private const string Text = "Forces moved.";
    private static readonly Place[] Row =
    [
        .. Enumerable.Range(0, 30).Select(i => new Place(300 + i, $"Hamlet{(char)('A' + i)}", 49, 36 + (i * 0.07), PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", i == 29 ? 200000 : 100)),
        new(5, "Steppe", 49, 37, PlacePrecision.Oblast, "UA", "Steppe Oblast", null, 0),
        new(7, "Krai", 45, 34, PlacePrecision.Settlement, "UA", "Crimea", null, 900),
        new(8, "Hlybynka", 49, 29, PlacePrecision.Settlement, "UA", "Forest Oblast", null, 900),
        new(9, "Blyzhche", 49, 29.5, PlacePrecision.Settlement, "UA", "Forest Oblast", null, 900),
        new(6, "Steppe", 49, 41, PlacePrecision.Settlement, "UA", "Steppe Oblast", "Brodiv Raion", 90000),
    ];

    private static readonly ReconcilingData Data = Front.Dense with
    {
        Policy = Front.Dense.Policy with { Rivers = new Rivers([("Tykha", [(50, 37.015), (48, 37.015)])], ["Tykha"]) },
    };

    private static readonly ClaimPlace Oblast = Made.Place("Steppe Oblast", 5, 49, 37, PlacePrecision.Oblast);
    private static readonly ClaimPlace Right = new("the right bank of the Tykha", "at", null, 49, 37, PlacePrecision.Region, 1);

    [Fact]
    public void Control_TownRetaken_EndsWhatWasToldOfTheGroundAround()
    {
        // Each of ten hamlets was named as taken; four months later three of them are retaken, and nobody names the others. Who held them at the start takes them back, whatever word tells it.
        var retaken = Reports("recaptured");
        On(7, 10, retaken).Take(10).ShouldAllBe(h => h == "ru");
        On(7, 28, retaken).Take(10).Count(h => h == "ru").ShouldBeLessThan(3);
        On(7, 28, Reports("captured")).Take(10).Count(h => h == "ru").ShouldBeLessThan(3);

        static (Report, Claim[])[] Reports(string act) =>
        [
            Institute("a", 3, 20, [.. Enumerable.Range(0, 10).Select(i => Taken("a", At(i)))]),
            Institute("b", 7, 20, [.. new[] { 1, 5, 9 }.Select(i => Back("b", At(i)) with { Act = act })]),
            Institute("z", 9, 10, Back("z", At(5)) with { Act = "held", Evidence = "Forces hold HamletF" }),
        ];
    }

    [Fact]
    public void Control_TownRetaken_YieldsToWhatIsToldLater() =>
        On(7, 20, Institute("a", 5, 20, [.. Enumerable.Range(0, 10).Select(i => Taken("a", At(i)))]), Institute("b", 6, 20, Back("b", At(5))), Institute("c", 6, 25, Held("c", At(7))), Institute("z", 7, 20))[7].ShouldBe("ru");

    [Fact]
    public void Control_TurnToldAgainLater_KeepsItsDay()
    {
        // A paper tells of it; three weeks later the institute tells the same of them all. What it says of who had them before is of before the first telling.
        var told = Paper("a", 5, 20, [.. Enumerable.Range(0, 4).Select(i => Taken("a", At(i)))]);
        On(5, 30, told, Institute("b", 6, 10, [.. Enumerable.Range(0, 4).Select(i => Taken("b", At(i)))]), Institute("z", 7, 20)).Take(4).ShouldAllBe(h => h == "ru");
        On(5, 10, told, Institute("b", 6, 10, [.. Enumerable.Range(0, 4).Select(i => Taken("b", At(i)))]), Institute("z", 7, 20)).Take(4).ShouldAllBe(h => h == "ua");
    }

    [Fact]
    public void Control_HearsayAlone_TurnsNothing()
    {
        var heard = Taken("a", At(3)) with { Sources = [Made.Source("residents", "witness", "none")] };
        On(6, 20, Institute("a", 5, 20, heard), Institute("z", 7, 20))[3].ShouldBe("ua");
        On(6, 20, Institute("a", 5, 20, heard), Institute("b", 5, 25, heard with { Report = "b", Sources = [Made.Source("nurses", "witness", "none")] }), Institute("z", 7, 20))[3].ShouldBe("ru");
    }

    [Fact]
    public void Control_TownThatOneReportSaysIsTakenAndOneNot_TurnsWithTheThird()
    {
        (Report, Claim[])[] one = [Institute("a", 5, 20, [.. Enumerable.Range(26, 4).Select(i => Taken("a", At(i)))]), Institute("z", 7, 20)];
        On(6, 20, one)[29].ShouldBe("ru");
        one = [.. one, Institute("d", 5, 22, Held("d", At(29)) with { Actor = new Party("Ukrainian", "ua") })];
        On(6, 20, one)[29].ShouldBe("ua");
        On(6, 20, one)[28].ShouldBe("ru");
        On(6, 20, [.. one, Institute("b", 5, 24, Taken("b", At(29)))])[29].ShouldBe("ru");
        On(6, 20, [.. one, Institute("b", 5, 24, Taken("b", At(29)) with { Evidence = "Forces took the settlement" })])[29].ShouldBe("ua");
    }

    [Fact]
    public void Control_OwnWordOnAWholeOblast_WantsAnotherVoice()
    {
        var taken = Institute("a", 5, 20, Taken("a", At(0)), Taken("a", At(1)));
        On(6, 20, taken, Institute("o", 5, 25, All("o", [Made.Source("Ministry", "government", "ru")])), Institute("z", 7, 20))[8].ShouldBe("ua");
        On(6, 20, taken, Institute("o", 5, 25, All("o", [Made.Source("Ministry", "government", "ru")])), Institute("p", 5, 26, All("p", [])), Institute("z", 7, 20))[8].ShouldBe("ru");

        // All of it is all of it: also what lies far from any place that is named.
        Histories(taken, Institute("o", 5, 25, All("o", [])), Paper("p", 5, 26, All("p", [])), Institute("z", 7, 20)).Single(h => h.Place.GeonameId == 6).On(Front.Day(7, 1)).Holder.ShouldBe("ru");
        Histories(taken, Institute("z", 7, 20)).Single(h => h.Place.GeonameId == 6).On(Front.Day(7, 1)).Holder.ShouldBe("ua");

        static Claim All(string report, ClaimSource[] sources) => Made.Claim(Made.Report(report, Text), "Forces captured the entirety of Steppe Oblast", "control", "captured", "ru", [.. sources], [Oblast]);
    }

    [Fact]
    public void Pull_DailyWordsThatDoNotSayWhoHoldsIt_WeighLessThanOneThatDoes()
    {
        var slices = new Slices(0, 30);
        var pull = new Pull(slices, new Coverage(Data.Policy.Inference, slices, ImmutableDictionary<int, ImmutableArray<ControlView>>.Empty));
        pull.Add(Enumerable.Range(0, 30).Select(d => new Tug(d, -1, 1, Bearing.Onward)), fading: 40, most: 0.5);
        pull.Lead(20).ShouldBe(-0.5, 1e-9);
        pull.Add([new Tug(10, 1, 3, Bearing.Onward)], fading: 40);
        pull.Lead(9).ShouldBe(-0.5, 1e-9);
        pull.Lead(20).ShouldBeGreaterThan(1);
        pull.All(20).ShouldBe(pull.Lead(20) + 1, 1e-9);
    }

    [Theory]
    [InlineData("control", "held", "Forces control the entirety of Steppe Oblast", "ua", true)]
    [InlineData("control", "recaptured", "Forces have liberated all of Steppe Oblast", "ua", true)]
    [InlineData("control", "recaptured", "Forces have liberated nearly all of Steppe Oblast", "ua", true)]
    [InlineData("control", "recaptured", "Forces liberated parts of Steppe Oblast", "ua", false)]
    [InlineData("control", "recaptured", "Objective: liberate the entirety of Steppe Oblast", "ua", false)]
    [InlineData("control", "recaptured", "that forces liberated the entirety of Steppe Oblast is false", "ua", false)]
    [InlineData("control", "recaptured", "to have liberated the entirety of Steppe Oblast", "ua", false)]
    [InlineData("control", "recaptured", "liberating the entirety of Steppe Oblast", "ua", false)]
    [InlineData("control", "recaptured", "liberating almost all of Steppe Oblast in a week", "ua", true)]
    [InlineData("control", "recaptured", "liberated” all of Steppe Oblast", "ua", false)]
    [InlineData("control", "recaptured", "Forces completed the liberation of Steppe Oblast", "ua", true)]
    [InlineData("movement", "withdrew", "Russian forces continued to withdraw from Steppe Oblast", "ru", false)]
    [InlineData("movement", "withdrew", "Russian forces withdrew from most of Steppe Oblast", "ru", false)]
    [InlineData("movement", "withdrew", "Russian forces withdrew from Steppe Oblast and dug in on the heavily mined left bank", "ru", true)]
    [InlineData("control", "held", "Ukrainian forces no longer have full control of Steppe Oblast", "ua", false)]
    [InlineData("movement", "withdrew", "Russian forces withdrew from Steppe Oblast", "ru", true)]
    [InlineData("movement", "withdrew", "Russian forces withdrew two units from Steppe Oblast", "ru", false)]
    public void Control_WordOnAWholeOblast_BearsOnAllOfIt(string kind, string act, string evidence, string side, bool whole)
    {
        var word = Made.Claim(Made.Report("b", Text), evidence, kind, act, side, [], [Oblast with { Role = kind == "movement" ? "from" : "at" }]);
        var held = On(7, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 20).Select(i => Taken("a", At(i)))]), Institute("b", 6, 10, word), Institute("z", 7, 1));
        held.Take(20).Count(h => h == "ua").ShouldBe(whole ? 20 : 0);
    }

    [Fact]
    public void Control_WordOnAWholeOblastThatAPlaceRefutes_FallsAroundThatPlace()
    {
        var word = Made.Claim(Made.Report("b", Text), "Forces control the entirety of Steppe Oblast", "control", "held", "ua", [], [Oblast]);
        var held = On(7, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 20).Select(i => Taken("a", At(i)))]), Institute("b", 6, 10, word), Institute("c", 6, 14, Held("c", At(3))), Institute("z", 7, 1));
        held.Take(6).ShouldAllBe(h => h == "ru");
        held.Skip(10).Take(10).ShouldAllBe(h => h == "ua");
    }

    [Theory]
    [InlineData("right bank of Krai", 14, 0)]
    [InlineData("Left bank of the Tykha", 17, 0)]
    [InlineData("at least the bank of Tykha", 21, 21)]
    [InlineData("the western bank of the Tykha", 24, 4)]
    [InlineData("Tykha", 0, 0)]
    public void Lead_IsWhereTheWordsForABankBegin(string text, int at, int lead) => Banks.Lead(text, at).ShouldBe(lead);

    [Fact]
    public void Control_BoastsThatNobodySeconds_MakeNoFrontGiveWay()
    {
        On(7, 20, Reports(0)).Take(12).Count(h => h == "ru").ShouldBe(On(7, 20, Reports(9)).Take(12).Count(h => h == "ru"));

        static (Report, Claim[])[] Reports(int boasts) =>
        [
            Institute("a", 5, 20, [.. Enumerable.Range(0, 12).Select(i => Taken("a", At(i)))]),
            Institute("b", 7, 10, [Back("b", At(11)), .. Enumerable.Range(2, boasts).Select(i => Back("b", At(i)) with { Sources = [Made.Source("General Staff", "military", "ua")] })]),
            Institute("z", 9, 10),
        ];
    }

    [Fact]
    public void Control_FalseWordOnAWholeOblast_GivesItToNobody()
    {
        var word = Made.Claim(Made.Report("b", Text), "Forces captured the entirety of Steppe Oblast", "control", "captured", "ru", [Made.Source("Ministry", "government", "ru") with { Cue = "falsely claimed" }], [Oblast]);
        On(7, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 20).Select(i => Taken("a", At(i)))]), Institute("b", 6, 10, word), Institute("z", 7, 1)).Take(20).ShouldAllBe(h => h == "ru");
    }

    [Fact]
    public void Control_FrontThatGivesWay_IsFollowedToTheRearOfWhoGains()
    {
        // Ten hamlets are taken; months later some in the east, toward the taker's rear, are retaken at once, and nobody names those in the west.
        Ru(6, 7, 8, 9).ShouldBeGreaterThan(Ru(1, 2, 3, 4, 5, 6, 7, 8));

        static int Ru(params int[] back) => On(8, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 10).Select(i => Taken("a", At(i)))]), Institute("b", 7, 10, [.. back.Select(i => Back("b", At(i)))]), Institute("z", 9, 10)).Take(10).Count(h => h == "ru");
    }

    [Theory]
    [InlineData("footage shows Ukrainian troops in HamletD", "ua")]
    [InlineData("Ukrainian troops entered HamletD", "ua")]
    [InlineData("Ukrainian troops advanced toward HamletD", "ru")]
    public void Control_TroopsThatAreSeenInAPlace_HaveIt(string evidence, string holder)
    {
        var seen = Made.Claim(Made.Report("b", Text), evidence, "movement", "advanced", "ua", [], [At(3)]);
        On(7, 1, Institute("a", 5, 20, Taken("a", At(3))), Institute("b", 6, 10, seen), Institute("c", 6, 12, Made.Claim(Made.Report("c", Text), evidence, "movement", "advanced", "ua", [], [At(3)])), Institute("z", 7, 1))[3].ShouldBe(holder);
    }

    [Fact]
    public void View_PlaceBesideATown_IsNotTheTown() =>
        Histories(Institute("a", 5, 20, Made.Claim(Made.Report("a", Text), "Forces took villages northwest of HamletD", "control", "captured", "ru", [], [At(3) with { Name = "northwest", Precision = PlacePrecision.Region }])))
            .Single(h => h.Place.GeonameId == 303).Views.ShouldBeEmpty();

    [Theory]
    [InlineData("Russian forces withdrew from the right bank of the Tykha")]
    [InlineData("Russian troops completed their withdrawal from the western bank of the Tykha River")]
    [InlineData("Russian forces withdrew from the right bank")]
    public void Control_BankLeft_IsAllLeftAndTheOtherIsNot(string evidence)
    {
        var name = evidence[evidence.IndexOf("the ", StringComparison.Ordinal)..];
        var left = Made.Claim(Made.Report("b", Text), evidence, "movement", "withdrew", "ru", [], [Right with { Name = name[(name.LastIndexOf("from ", StringComparison.Ordinal) is var f and >= 0 ? f + 5 : 0)..], Role = "from" }]);
        var held = On(7, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 29).Select(i => Taken("a", At(i)))]), Institute("b", 6, 10, left), Institute("z", 7, 1));
        held.Take(15).ShouldAllBe(h => h == "ua");
        held.Skip(15).Take(12).ShouldAllBe(h => h == "ru");
    }

    [Theory]
    [InlineData("the entire right bank of the Steppe Oblast was liberated", "right bank of the Steppe Oblast", true)]
    [InlineData("the entire right bank of the Steppe Oblast was liberated", "Steppe Oblast", true)]
    [InlineData("the entire right-bank of the Tykha was liberated", "Tykha", true)]
    [InlineData("most of the right bank of the Steppe Oblast was liberated", "Steppe Oblast", false)]
    [InlineData("the entire right bank of the Hlyboka in Steppe Oblast was liberated", "Steppe Oblast", false)]
    [InlineData("the entire right bank of the wide Tykha River in Steppe Oblast was liberated", "Steppe Oblast", false)]
    [InlineData("all camps on the right bank of the Steppe Oblast were liberated", "Steppe Oblast", false)]
    public void Control_AllOfABankOfAnOblast_IsThatBankAlone(string evidence, string name, bool freed)
    {
        var place = name == "Tykha" ? Right with { Name = name } : Oblast with { Name = name, Precision = PlacePrecision.Region };
        var held = On(7, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 29).Select(i => Taken("a", At(i)))]), Institute("b", 6, 10, Made.Claim(Made.Report("b", Text), evidence, "control", "recaptured", "ua", [], [place])), Institute("z", 7, 1));
        held.Take(15).ShouldAllBe(h => h == (freed ? "ua" : "ru"));
        held.Skip(15).Take(12).ShouldAllBe(h => h == "ru");
    }

    [Fact]
    public void Control_OblastAsFarAsARiver_IsThatPartOfIt()
    {
        var word = Made.Claim(Made.Report("b", Text), "Forces have liberated all of Steppe Oblast west of the Tykha River", "control", "recaptured", "ua", [], [Oblast]);
        var held = On(7, 1, Institute("a", 5, 20, [.. Enumerable.Range(0, 29).Select(i => Taken("a", At(i)))]), Institute("b", 6, 10, word), Institute("z", 7, 1));
        held.Take(15).ShouldAllBe(h => h == "ua");
        held.Skip(15).Take(12).ShouldAllBe(h => h == "ru");
    }

    [Fact]
    public void Control_LoneWordFarFromAllThatASideHas_TurnsNothing()
    {
        var deep = Made.Place("Hlybynka", 8, 49, 29);
        (Report, Claim[])[] one = [Institute("a", 5, 20, Taken("a", deep)), Institute("z", 7, 1)];
        Deep(one).ShouldBe("ua");
        Deep([.. one, Paper("b", 5, 21, Taken("b", deep))]).ShouldBe("ru");
        Deep([.. one, Institute("c", 5, 22, Taken("c", Made.Place("Blyzhche", 9, 49, 29.5)))]).ShouldBe("ru");
        Deep([Paper("a", 5, 20, Taken("a", deep) with { Sources = [Made.Source("General Staff", "military", "ua")] }), Institute("z", 7, 1)]).ShouldBe("ru");

        static string Deep((Report, Claim[])[] reports) => Histories(reports).Single(h => h.Place.GeonameId == 8).On(Front.Day(6, 1)).Holder;
    }

    [Fact]
    public void Neighbours_OfATown_CountTheMoreTheLargerItIs()
    {
        var index = new SettlementIndex(Row, Data.Baseline, "ru", Data.Policy.Rivers);
        var policy = Data.Policy.Inference with { Followed = 10_000, Following = 1 };
        Between(policy, 27, 28).ShouldBe(1 / index.Kilometres(index.Find(327), index.Find(328)), 1e-9);
        Between(policy, 28, 29).ShouldBe((1 + Math.Log10(20)) / index.Kilometres(index.Find(328), index.Find(329)), 1e-9);
        Between(policy with { Following = 0 }, 28, 29).ShouldBe(1 / index.Kilometres(index.Find(328), index.Find(329)), 1e-9);

        double Between(Inference rules, int one, int other)
        {
            var neighbours = new Neighbours(index, rules);
            var (from, end) = neighbours.Of(index.Find(300 + one));
            return neighbours.Strength[Enumerable.Range(from, end - from).Single(k => neighbours.To[k] == index.Find(300 + other))];
        }
    }

    [Fact]
    public void View_OccupiedNamesakeOfAnOblast_SaysNothingOfTheTown()
    {
        var town = Made.Place("Steppe", 6, 49, 41);
        Claim Of(string evidence) => Made.Claim(Made.Report("a", Text), evidence, "control", "captured", "ru", [], [town]);
        Histories(Institute("a", 5, 20, Of("occupied Lypky and Steppe would be joined"))).Single(h => h.Place.GeonameId == 6).Views.ShouldBeEmpty();
        Histories(Institute("a", 5, 20, Of("Forces captured Steppe"))).Single(h => h.Place.GeonameId == 6).Views.ShouldNotBeEmpty();
    }

    [Fact]
    public void View_OccupiedPlace_IsHeldAndNotTakenThatDay()
    {
        var view = Histories(Institute("a", 5, 20, Made.Claim(Made.Report("a", Text), "officials met in occupied HamletD", "control", "captured", "ua", [], [At(3)]))).Single(h => h.Place.GeonameId == 303).Views.ShouldHaveSingleItem();
        (view.Holder, view.Turns).ShouldBe(("ru", false));
    }

    [Fact]
    public void Control_AnyOrderOfWordsOnGround_GivesTheSame()
    {
        (Report, Claim[])[] reports =
        [
            Institute("a", 5, 20, [.. Enumerable.Range(0, 12).Select(i => Taken("a", At(i)))]),
            Institute("b", 6, 10, Back("b", At(5))),
            Paper("c", 6, 12, Back("c", At(9))),
            Institute("d", 6, 20, Made.Claim(Made.Report("d", Text), "Russian forces withdrew from the right bank of the Tykha", "movement", "withdrew", "ru", [], [Right with { Role = "from" }])),
        ];
        var expected = string.Join(' ', On(6, 15, reports));
        Prop.ForAll(Gen.Shuffle(reports).ToArbitrary(), order => string.Join(' ', On(6, 15, order)) == expected).QuickCheckThrowOnFailure();
    }

    private static ImmutableArray<ControlHistory> Histories(params (Report, Claim[])[] reports) => new Picture(new MemoryLedger(reports), Data, () => Row).Control;

    private static List<string> On(int month, int day, params (Report, Claim[])[] reports) => [.. Histories(reports).Where(h => h.Place.GeonameId >= 300).Select(h => h.On(Front.Day(month, day)).Holder)];

    private static ClaimPlace At(int i) => Made.Place(Row[i].Name, Row[i].GeonameId, Row[i].Lat, Row[i].Lon);

    private static Claim Taken(string report, ClaimPlace place) => Made.Claim(Made.Report(report, Text), $"Forces took {place.Name}", "control", "captured", "ru", [], [place]);

    private static Claim Held(string report, ClaimPlace place) => Made.Claim(Made.Report(report, Text), $"Forces hold {place.Name}", "control", "held", "ru", [], [place]);

    private static Claim Back(string report, ClaimPlace place) => Made.Claim(Made.Report(report, Text), $"Forces retook {place.Name}", "control", "recaptured", "ua", [], [place]);

    private static (Report, Claim[]) Institute(string id, int month, int day, params Claim[] claims) => (Made.Report(id, Text, Front.Day(month, day), institute: true, outlet: "The Institute"), claims);

    private static (Report, Claim[]) Paper(string id, int month, int day, params Claim[] claims) => (Made.Report(id, Text, Front.Day(month, day), outlet: "The Gazette"), claims);
}
