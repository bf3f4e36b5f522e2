using System.Collections.Immutable;
using Salient.Reconciling.Front;
using Salient.Records;

namespace Salient.Reconciling.Moving;

/// <summary>Ground that changes hands between two days, from settlements' states and the ground around each.</summary>
/// <param name="histories">Who held each settlement when.</param>
/// <param name="cells">Their ground, in the same order.</param>
/// <param name="axes">Which axis a place lies on.</param>
internal sealed class GroundReckoner(ImmutableArray<ControlHistory> histories, FrontCells cells, AxisIndex axes)
{
    private const string Contested = "contested";
    private const int MostClaims = 8;
    private readonly string[] on = [.. histories.Select(h => axes.Of(h.Place.Lat, h.Place.Lon))];

    /// <summary>First days of states other than the first, with the settlement's index, in order.</summary>
    private readonly (int Day, int Settlement)[] turns = [.. histories.SelectMany((h, i) => h.States.Skip(1).Select(s => (s.From.DayNumber, i))).Order()];

    private readonly Lazy<FrontLengths> fronts = new(() => new FrontLengths(histories, cells, [.. histories.Select(h => axes.Of(h.Place.Lat, h.Place.Lon))]));

    /// <summary>Settlements that have another holder on <paramref name="to"/> than on the day before <paramref name="from"/>, with the state that they came to.</summary>
    public IEnumerable<(string Axis, double Area, bool Sure, ControlState State)> Taken(DateOnly from, DateOnly to)
    {
        var before = from.AddDays(-1);
        var start = Array.BinarySearch(turns, (from.DayNumber, -1));
        foreach (var i in turns.Skip(start < 0 ? ~start : start).TakeWhile(t => t.Day <= to.DayNumber).Select(t => t.Settlement).Distinct().Order())
        {
            var (then, now) = (histories[i].On(before), histories[i].On(to));
            if (now.Holder != then.Holder && now.Holder != Contested)
            {
                yield return (on[i], cells.Areas[i], then.Holder != Contested && now.Status is not (ControlStatus.Inferred or ControlStatus.Claimed or ControlStatus.Contested), now);
            }
        }
    }

    /// <summary>What each side took on each axis from a day to a day, both inclusive.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="leastFront">Kilometres of front below which no pace is told.</param>
    public IEnumerable<AdvanceRate> Rates(DateOnly from, DateOnly to, double leastFront)
    {
        var taken = Taken(from, to).ToList();
        double days = to.DayNumber - from.DayNumber + 1;
        foreach (var group in taken.GroupBy(t => (t.Axis, t.State.Holder)).OrderBy(g => g.Key.Axis, StringComparer.Ordinal).ThenBy(g => g.Key.Holder, StringComparer.Ordinal))
        {
            var (low, high, front) = (group.Where(t => t.Sure).Sum(t => t.Area), group.Sum(t => t.Area), fronts.Value.On(group.Key.Axis, from.AddDays(-1)));
            yield return new AdvanceRate(
                group.Key.Axis, group.Key.Holder, from, to, Of(low, high, 1), Of(low, high, days), front < leastFront ? null : Of(low, high, days * front, 3), Math.Round(front, 1),
                group.Count(), group.Count(t => t.State.Status == ControlStatus.Inferred), [.. group.Where(t => t.Sure).SelectMany(t => t.State.For.Take(2)).Distinct().Take(MostClaims)]);
        }
    }

    /// <summary>Ground that <paramref name="side"/> took from a day to a day, in km2.</summary>
    public Bounds Taken(string side, DateOnly from, DateOnly to)
    {
        var taken = Taken(from, to).Where(t => t.State.Holder == side).ToList();
        return Of(taken.Where(t => t.Sure).Sum(t => t.Area), taken.Sum(t => t.Area), 1);
    }

    private static Bounds Of(double low, double high, double by, int digits = 1) => new(Math.Round(low / by, digits), Math.Round(high / by, digits));
}
