using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// Who has lost a town, or left it, is gone from the ground around it as well; who has left an oblast or a bank, or lost all of it, from all of that. What was told of him
/// there before then counts no longer; what is told of him afterwards does. Pure.
/// </summary>
/// <param name="policy">How far that reaches.</param>
/// <param name="index">Where settlements lie.</param>
/// <param name="slices">The days.</param>
/// <param name="first">The first party.</param>
internal sealed class GroundClearer(Inference policy, SettlementIndex index, Slices slices, string first)
{
    private const double Full = 2.4;
    private readonly SortedDictionary<int, Cleared> cleared = [];

    /// <summary>The settlements whose ground is cleared.</summary>
    public IReadOnlyDictionary<int, Cleared> Settlements => cleared;

    /// <summary>Takes in the words heard on a settlement.</summary>
    public void Around(int settlement, IEnumerable<ControlView> heard)
    {
        var days = Days(heard.Where(v => v.Clears));
        if (days.Count == 0)
        {
            return;
        }

        Take(settlement, days, 1);
        var here = index.Settlements[settlement];
        foreach (var (near, km) in index.Near(settlement, policy.Clearing))
        {
            var there = index.Settlements[near];
            if (!index.Rivers.Part((here.Lat, here.Lon), (there.Lat, there.Lon)))
            {
                Take(near, days, 1 - (km / policy.Clearing));
            }
        }
    }

    /// <summary>Takes in the words on a raion, an oblast or a bank, but for those that words on its settlements refute, and a side's own that stand alone.</summary>
    /// <param name="area">Its number.</param>
    /// <param name="said">The words on it.</param>
    /// <param name="heard">The words heard on settlements.</param>
    /// <returns>The words that stand.</returns>
    public ImmutableArray<ControlView> Within(int area, IEnumerable<ControlView> said, IReadOnlyDictionary<int, List<ControlView>> heard)
    {
        var all = said.ToList();
        ImmutableArray<ControlView> stand = [.. all.Where(v => !v.Whole || (!Alone(v, all) && !Refuted(area, v, heard)))];
        var days = Days(stand.Where(v => v.Whole && v.Clears));
        foreach (var settlement in days.Count == 0 ? [] : index.Within(area))
        {
            Take(settlement, days, 1);
            foreach (var (slice, gaining) in days.Keys)
            {
                cleared[settlement].Tell(slice, gaining);
            }
        }

        return stand;
    }

    /// <summary>True for a side's own word that all of an area is its, where no other voice says so within some days.</summary>
    private bool Alone(ControlView word, List<ControlView> said) =>
        word.Side == word.Holder && !said.Any(o => o.Whole && o.Holder == word.Holder && o.Side != o.Holder && Math.Abs(o.Day.DayNumber - word.Day.DayNumber) <= policy.Alone);

    private bool Refuted(int area, ControlView word, IReadOnlyDictionary<int, List<ControlView>> heard)
    {
        foreach (var settlement in index.Within(area))
        {
            if (heard.TryGetValue(settlement, out var words)
                && words.Any(w => w.Direct && w.Holder != word.Holder && w.Day > word.Day && w.Day.DayNumber - word.Day.DayNumber <= policy.Refuted))
            {
                return true;
            }
        }

        return false;
    }

    private SortedDictionary<(int Slice, int Gaining), double> Days(IEnumerable<ControlView> views)
    {
        var days = new SortedDictionary<(int, int), double>();
        foreach (var view in views)
        {
            if (slices.Of(view.Day.DayNumber) is var slice && slice >= 0 && slice < slices.Count)
            {
                var key = (slice, view.Holder == first ? 0 : 1);
                days[key] = Math.Max(days.GetValueOrDefault(key), Math.Min(1, view.Weight / Full));
            }
        }

        return days;
    }

    private void Take(int settlement, SortedDictionary<(int Slice, int Gaining), double> days, double part)
    {
        if (!cleared.TryGetValue(settlement, out var found))
        {
            cleared[settlement] = found = new Cleared(slices.Count);
        }

        foreach (var ((slice, gaining), weight) in days)
        {
            found.Take(slice, gaining, weight * part);
        }
    }
}
