using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Reconciling.Front;
using Salient.Reconciling.Moving;
using Salient.Records;
using Salient.Tests.Recording;
using Salient.Theatres;

namespace Salient.Tests.Reconciling;

/// <summary>Rates over a grid of settlements 5 km apart, the eastern half of which one side holds.</summary>
public sealed class DynamicsTests
{
    private const int Columns = 6, Rows = 4;
    private static readonly DateOnly Start = new(2022, 2, 23), Fall = new(2022, 5, 4), Last = new(2022, 5, 14);
    private static readonly DynamicsRules Rules = new([new AttackClass("ground", "attacks on the ground", ["assault"])], ["loss/destroyed tank"], 3, 7, 5);

    [Fact]
    public void Advances_OnePlaceTakenByWordsAndOneInferred_HaveBothEnds()
    {
        var rate = Of(Country(2)).Advances.ShouldHaveSingleItem();
        rate.Side.ShouldBe("ru");
        rate.Axis.ShouldBe("Brodiv");
        (rate.From, rate.To).ShouldBe((new DateOnly(2022, 5, 1), new DateOnly(2022, 5, 7)));
        rate.SquareKilometres.Low.ShouldBeInRange(10, 40);
        rate.SquareKilometres.High!.Value.ShouldBe(2 * rate.SquareKilometres.Low, 2);
        rate.Daily.High!.Value.ShouldBe(rate.SquareKilometres.High!.Value / 7, 0.1);
        (rate.Settlements, rate.Inferred).ShouldBe((2, 1));
        rate.Pace!.Value.High!.Value.ShouldBe(rate.SquareKilometres.High!.Value / rate.Front / 7, 0.01);
    }

    [Fact]
    public void Advances_NothingChangesHands_AreNone() => Of(Country(0)).Advances.ShouldBeEmpty();

    [Fact]
    public void Advances_FarFromEveryAxis_AreElsewhere() =>
        Of(Country(1), axes: [new Axis("Daleke", [(45, 25)])]).Advances.ShouldHaveSingleItem().Axis.ShouldBe("elsewhere");

    [Fact]
    public void Dynamics_StretchOfTenDays_TellsOfTheLastWholeWeek()
    {
        var dynamics = Of(Country(2), since: Last.AddDays(-9));
        (dynamics.Since, dynamics.On).ShouldBe((Last.AddDays(-6), Last));
        dynamics.Advances.ShouldBeEmpty();
    }

    [Fact]
    public void Attacks_OfWhichOneCanBeBelieved_CountFromOneToAll()
    {
        var attacks = Of(Country(0), [Attack(2, 2), Attack(3, 5), Attack(9, 5)]).Attacks;
        attacks.Single(a => a.Side == "ru" && a.From == new DateOnly(2022, 5, 1)).Attacks.ShouldBe(new Bounds(1, 2));
        attacks.Single(a => a.Side == "ru" && a.From == new DateOnly(2022, 5, 8)).Attacks.ShouldBe(new Bounds(0, 1));
        attacks.Where(a => a.Side == "ua").ShouldAllBe(a => a.Attacks == new Bounds(0, 0));
        attacks.ShouldAllBe(a => a.Reports == 1);
    }

    [Fact]
    public void Costs_OfTwoFigures_AreTheirDifferenceOverTheGround()
    {
        var cost = Of(Country(2), figures: [Tanks((4, 28, 100), (5, 3, 130), (5, 13, 160))]).Costs.ShouldHaveSingleItem();
        cost.Lost.ShouldBe(new Bounds(60, 60));
        cost.Each!.Value.Low.ShouldBe(60 / cost.SquareKilometres.High!.Value, 0.01);
        cost.Each.Value.High!.Value.ShouldBe(60 / cost.SquareKilometres.Low, 0.01);
        (cost.From, cost.To, cost.Claimant).ShouldBe((new DateOnly(2022, 4, 28), new DateOnly(2022, 5, 13), "the staff"));
    }

    [Fact]
    public void Costs_OnlyInferredGround_HaveNoUpperEnd() =>
        Of(Country(2, ControlStatus.Inferred), figures: [Tanks((4, 28, 100), (5, 13, 160))]).Costs.ShouldHaveSingleItem().Each!.Value.High.ShouldBeNull();

    [Fact]
    public void Costs_NoGround_SaySo() => Of(Country(0), figures: [Tanks((4, 28, 100), (5, 13, 160))]).Costs.ShouldHaveSingleItem().Each.ShouldBeNull();

    [Fact]
    public void Costs_SeriesThatFellInBetween_AreNone()
    {
        var tanks = Tanks((4, 28, 100), (5, 3, 90), (5, 13, 160));
        Of(Country(2), figures: [tanks with { Points = [tanks.Points[0], tanks.Points[1] with { Mark = FigureMark.Fall }, tanks.Points[2]] }]).Costs.ShouldBeEmpty();
    }

    [Fact]
    public void Claimed_KilometresOfOneSource_RunFromLeastToMost()
    {
        var report = Made.Report("a", "They advanced 3 km. They advanced 5 km.", new DateOnly(2022, 5, 10), outlet: "The Gazette");
        Claim Advance(int km) => Made.Claim(report, $"advanced {km} km", "movement", "advanced", "ru", null, [Made.Place("Brodiv", 1, 49, 36)], quantity: new Quantity(km, km, "km", false, "exact"));
        var claimed = new Picture(new MemoryLedger((report, [Advance(3), Advance(5)])), Front.Data, () => Front.Places).Dynamics(new DateOnly(2022, 5, 4), new DateOnly(2022, 5, 10)).Claimed.ShouldHaveSingleItem();
        claimed.Kilometres.ShouldBe(new Bounds(3, 5));
        claimed.Claimant.ShouldBe("The Gazette");
    }

    [Theory]
    [InlineData(3, 3.0, "3")]
    [InlineData(3, 7.5, "3–7.5")]
    [InlineData(3, null, "3 or more")]
    public void Range_OfBounds_ShowsBothEnds(double low, double? high, string text) => Phrasing.Range(new Bounds(low, high)).ShouldBe(text);

    private static WarDynamics Of(ImmutableArray<ControlHistory> country, ImmutableArray<Happening>? happenings = null, ImmutableArray<FigureSeries>? figures = null, DateOnly? since = null, ImmutableArray<Axis>? axes = null)
    {
        var index = new AxisIndex(axes ?? [new Axis("Brodiv", [(49, 36)])]);
        var ground = new GroundReckoner(country, new FrontCells([.. country.Select(h => h.Place)]), index);
        return new DynamicsReckoner(Rules, ["ua", "ru"], ground, index, new Voices(Bodies.None))
            .Of(since ?? new DateOnly(2022, 5, 1), Last, [], happenings ?? [], figures ?? [], [new DateOnly(2022, 5, 2), new DateOnly(2022, 5, 9)]);
    }

    private static Happening Attack(int day, int credibility) =>
        new($"h{day}", "combat", "assault", "ru", 1, "Brodiv", 49, 36, new DateOnly(2022, 5, day), new DateOnly(2022, 5, day), ["c"], ["o"], credibility, "");

    private static FigureSeries Tanks(params (int Month, int Day, double Number)[] points) => new(
        "s", "loss/destroyed tank", "ru", "the staff", "ua", FigureBasis.Cumulative, null, null,
        [.. points.Select(p => new FigurePoint(new DateOnly(2022, p.Month, p.Day), p.Number, p.Number, false, [$"c{p.Number}"], FigureMark.None, null))]);

    /// <summary>So many places of the column before the front fall on one day, the first by words of others, the rest by inference.</summary>
    private static ImmutableArray<ControlHistory> Country(int fallen, ControlStatus first = ControlStatus.AssessedAdvance) =>
    [
        .. from row in Enumerable.Range(0, Rows)
           from column in Enumerable.Range(0, Columns)
           let place = new Place((row * Columns) + column + 1, "P", 49 + (row * 0.045), 36 + (column * 0.068), PlacePrecision.Settlement, "UA", "Steppe Oblast", null, 10)
           let held = new ControlState(Start, null, column >= Columns / 2 ? "ru" : "ua", ControlStatus.Held, 2, [], [], "")
           let fell = column == (Columns / 2) - 1 && row >= 1 && row < 1 + fallen
           select new ControlHistory(place, fell ? [held with { Until = Fall.AddDays(-1) }, held with { From = Fall, Holder = "ru", Status = row == 1 ? first : ControlStatus.Inferred }] : [held], []),
    ];
}
