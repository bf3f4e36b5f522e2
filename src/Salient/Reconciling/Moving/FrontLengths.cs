using Salient.Reconciling.Front;
using Salient.Records;

namespace Salient.Reconciling.Moving;

/// <summary>How long the front is on each axis on any day: what edges between cells add and take away as settlements change hands, summed up by day.</summary>
internal sealed class FrontLengths
{
    private readonly Dictionary<string, (int[] Days, double[] Kilometres)> axes;

    /// <param name="histories">Who held each settlement when.</param>
    /// <param name="cells">Their ground, in the same order.</param>
    /// <param name="on">The axis of each.</param>
    public FrontLengths(IReadOnlyList<ControlHistory> histories, FrontCells cells, IReadOnlyList<string> on) =>
        axes = cells.Edges.SelectMany(e => Turns(histories[e.One], histories[e.Other]).Select(t => (Axis: on[e.One], t.Day, Kilometres: t.Parts ? e.Start.Distance(e.End) : -e.Start.Distance(e.End))))
            .GroupBy(t => t.Axis).ToDictionary(g => g.Key, g => Summed(g.Select(t => (t.Day, t.Kilometres))), StringComparer.Ordinal);

    /// <summary>Kilometres of front on <paramref name="axis"/> on <paramref name="day"/>.</summary>
    public double On(string axis, DateOnly day)
    {
        if (!axes.TryGetValue(axis, out var sums))
        {
            return 0;
        }

        var at = Array.BinarySearch(sums.Days, day.DayNumber);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? 0 : Math.Max(0, sums.Kilometres[at]);
    }

    /// <summary>Days on which the two come to have different holders, or the same again.</summary>
    private static IEnumerable<(int Day, bool Parts)> Turns(ControlHistory one, ControlHistory other)
    {
        if (one.States.Length == 1 && other.States.Length == 1)
        {
            // Nearly all edges.
            return one.States[0].Holder == other.States[0].Holder ? [] : [(int.MinValue, true)];
        }

        return Walk();

        IEnumerable<(int, bool)> Walk()
        {
            var parted = false;
            foreach (var day in one.States.Skip(1).Concat(other.States.Skip(1)).Select(s => s.From).Distinct().Order().Prepend(DateOnly.MinValue))
            {
                var parts = one.On(day).Holder != other.On(day).Holder;
                if (parts != parted)
                {
                    parted = parts;
                    yield return (day == DateOnly.MinValue ? int.MinValue : day.DayNumber, parts);
                }
            }
        }
    }

    private static (int[] Days, double[] Kilometres) Summed(IEnumerable<(int Day, double Kilometres)> turns)
    {
        var (days, sums, sum) = (new List<int>(), new List<double>(), 0.0);
        foreach (var day in turns.GroupBy(t => t.Day).OrderBy(g => g.Key))
        {
            sum += day.Sum(t => t.Kilometres);
            days.Add(day.Key);
            sums.Add(sum);
        }

        return ([.. days], [.. sums]);
    }
}
