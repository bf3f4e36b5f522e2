using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;
using Salient.Records;

namespace Salient.Reconciling.Front;

/// <summary>Draws the line between the sides, and reckons what each holds, from the settlements' states. Pure: sees the histories alone.</summary>
/// <param name="histories">Who held each settlement when.</param>
public sealed class FrontDrawer(ImmutableArray<ControlHistory> histories)
{
    private const string Contested = "contested";
    private readonly Lazy<FrontCells> cells = new(() => new FrontCells([.. histories.Select(h => h.Place)]));

    /// <summary>The ground around each settlement, in the order of the histories.</summary>
    internal FrontCells Cells => cells.Value;

    /// <summary>The front on <paramref name="day"/>.</summary>
    public FrontLine Draw(DateOnly day) => new(day, Areas(day), Stretches(day));

    /// <summary>What each side holds on each day of <paramref name="days"/>.</summary>
    public IEnumerable<HeldArea> Areas(IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.SelectMany(d => Areas(d));
    }

    private ImmutableArray<HeldArea> Areas(DateOnly day)
    {
        var sums = new SortedDictionary<string, (double All, double Taken, double Before, double Inferred)>(StringComparer.Ordinal);
        for (var i = 0; i < histories.Length; i++)
        {
            var (history, area) = (histories[i], cells.Value.Areas[i]);
            var (now, before) = (history.On(day), history.On(day.AddDays(-1)));
            var start = history.States[0].Holder;
            var sum = sums.GetValueOrDefault(now.Holder);
            sums[now.Holder] = (sum.All + area, sum.Taken + (now.Holder == start ? 0 : area), sum.Before, sum.Inferred + (now.Status == ControlStatus.Inferred ? area : 0));
            var was = sums.GetValueOrDefault(before.Holder);
            sums[before.Holder] = was with { Before = was.Before + area };
        }

        return [.. sums.Select(s => new HeldArea(day, s.Key, Round(s.Value.All), Round(s.Value.Taken), Round(s.Value.All - s.Value.Before), Round(s.Value.Inferred)))];
    }

    private ImmutableArray<FrontStretch> Stretches(DateOnly day)
    {
        var states = histories.Select(h => h.On(day)).ToArray();
        var lines = cells.Value.Edges.Where(e => states[e.One].Holder != states[e.Other].Holder)
            .ToLookup(e => Certain(states[e.One]) && Certain(states[e.Other]));
        return
        [
            .. lines.SelectMany(g => Merged(g.Key, g)).OrderByDescending(s => s.Kilometres)
                .ThenBy(s => s.Points[0].Lat).ThenBy(s => s.Points[0].Lon).ThenBy(s => s.Points[^1].Lat).ThenBy(s => s.Points[^1].Lon),
        ];
    }

    private static bool Certain(ControlState state) => state.Status != ControlStatus.Inferred && state.Holder != Contested;

    private IEnumerable<FrontStretch> Merged(bool certain, IEnumerable<CellEdge> edges)
    {
        var merger = new LineMerger();
        foreach (var edge in edges.Where(e => !e.Start.Equals2D(e.End)))
        {
            merger.Add(new LineString([edge.Start, edge.End]));
        }

        return merger.GetMergedLineStrings().OfType<LineString>()
            .Select(l => new FrontStretch(certain, Round(l.Length), [.. l.Coordinates.Select(cells.Value.Degrees)]));
    }

    private static double Round(double km) => Math.Round(km, 1, MidpointRounding.AwayFromZero);
}
