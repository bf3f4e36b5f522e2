using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Salient.Reconciling.Front;
using Salient.Records;

namespace Salient.Tests.Reconciling;

public sealed class FrontDrawerTests
{
    private const int Columns = 6, Rows = 4;
    private static readonly DateOnly Start = new(2022, 2, 23), Fall = new(2022, 5, 7);

    [Fact]
    public void Areas_PlaceTaken_MovesItsGroundFromOneSideToTheOther()
    {
        var drawer = new FrontDrawer(Country(ControlStatus.AssessedAdvance));
        var before = drawer.Draw(Fall.AddDays(-1)).Areas.Single(a => a.Holder == "ru");
        var after = drawer.Draw(Fall).Areas;
        var ru = after.Single(a => a.Holder == "ru");
        before.Taken.ShouldBe(0);
        ru.Taken.ShouldBeGreaterThan(10);
        ru.Change.ShouldBe(ru.Taken, 0.2);
        ru.SquareKilometres.ShouldBe(before.SquareKilometres + ru.Taken, 0.2);
        after.Single(a => a.Holder == "ua").Change.ShouldBe(-ru.Change, 0.2);
    }

    [Fact]
    public void Areas_NoCellReachesFartherThanItsRadius()
    {
        var place = new Place(1, "Brodiv", 49, 36, PlacePrecision.Settlement, "UA", "Steppe Oblast", null, 10);
        var far = Enumerable.Range(0, 3).Select(i => Held(place with { GeonameId = i, Lat = 46 + (i * 2), Lon = 30 + (i % 2 * 5) }, "ua")).ToImmutableArray();
        new FrontDrawer(far).Draw(Fall).Areas.ShouldHaveSingleItem().SquareKilometres.ShouldBeInRange(500, 3 * Math.PI * 64);
    }

    [Fact]
    public void Areas_OfAGrid_EndHalfAStepBeyondIt()
    {
        var step = 5.0;
        var all = new FrontDrawer(Country(ControlStatus.AssessedAdvance)).Draw(Fall).Areas.Sum(a => a.SquareKilometres);
        all.ShouldBe(Columns * Rows * step * step, 0.1 * Columns * Rows * step * step);
    }

    [Fact]
    public void Stretches_AtTheCoast_EndWithTheSettlements()
    {
        var points = new FrontDrawer(Country(ControlStatus.AssessedAdvance)).Draw(Fall.AddDays(-1)).Stretches.SelectMany(s => s.Points).ToList();
        points.Min(p => p.Lat).ShouldBeInRange(49 - 0.03, 49);
        points.Max(p => p.Lat).ShouldBeInRange(49 + (0.045 * (Rows - 1)), 49 + (0.045 * (Rows - 1)) + 0.03);
    }

    [Theory]
    [InlineData(0, 0, 4, 4, 16)]
    [InlineData(-2, -2, 1, 1, 1)]
    [InlineData(4, 1, 8, 9, 16)]
    [InlineData(20, 20, 21, 21, 0)]
    public void Clip_OfARingWithADent_IsWhatBothEnclose(double left, double low, double right, double high, double area)
    {
        // An L: 8 wide and 10 high, without the upper right of 4 by 5.
        Coordinate[] ring = [new(0, 0), new(8, 0), new(8, 5), new(4, 5), new(4, 10), new(0, 10), new(0, 0)];
        Coordinate[] convex = [new(left, low), new(left, high), new(right, high), new(right, low), new(left, low)];
        ConvexClip.Area(ring, convex).ShouldBe(area, 1e-9);
        ConvexClip.Area([.. ring.Reverse()], [.. convex.Reverse()]).ShouldBe(area, 1e-9);
    }

    [Theory]
    [InlineData(ControlStatus.AssessedAdvance, true)]
    [InlineData(ControlStatus.Inferred, false)]
    public void Stretches_BesideAnInferredPlace_AreUncertain(ControlStatus status, bool certain)
    {
        var before = new FrontDrawer(Country(status)).Draw(Fall.AddDays(-1));
        before.Stretches.ShouldNotBeEmpty();
        before.Stretches.ShouldAllBe(s => s.Certain);
        var after = new FrontDrawer(Country(status)).Draw(Fall);
        after.Stretches.All(s => s.Certain).ShouldBe(certain);
        after.Stretches.Sum(s => s.Kilometres).ShouldBeGreaterThan(before.Stretches.Sum(s => s.Kilometres));
    }

    [Fact]
    public void Areas_OfDays_AreOneForEachSideAndDay() =>
        new FrontDrawer(Country(ControlStatus.AssessedAdvance)).Areas([Fall.AddDays(-1), Fall]).Count().ShouldBe(4);

    /// <summary>A grid of settlements 5 km apart: the two eastern columns held by one side, and one place of the next column that falls.</summary>
    private static ImmutableArray<ControlHistory> Country(ControlStatus status) =>
    [
        .. from row in Enumerable.Range(0, Rows)
           from column in Enumerable.Range(0, Columns)
           let place = new Place((row * Columns) + column + 1, "P", 49 + (row * 0.045), 36 + (column * 0.068), PlacePrecision.Settlement, "UA", "Steppe Oblast", null, 10)
           let held = Held(place, column >= Columns - 2 ? "ru" : "ua")
           select row == 1 && column == Columns - 3 ? held with { States = [held.States[0] with { Until = Fall.AddDays(-1) }, held.States[0] with { From = Fall, Holder = "ru", Status = status }] } : held,
    ];

    private static ControlHistory Held(Place place, string holder) =>
        new(place, [new ControlState(Start, null, holder, ControlStatus.Held, 2, [], [], "")], []);
}
