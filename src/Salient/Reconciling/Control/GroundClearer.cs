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
    private readonly List<(ControlView, ImmutableArray<int>)> parts = [];
    private readonly List<(int Settlement, SortedDictionary<(int Slice, int Gaining), double> Days)> turned = [];

    /// <summary>The settlements whose ground is cleared.</summary>
    public IReadOnlyDictionary<int, Cleared> Settlements => cleared;

    /// <summary>Takes in the words heard on a settlement.</summary>
    public void Around(int settlement, IEnumerable<ControlView> heard)
    {
        var days = Days(heard.Where(v => v.Weight > 0 && (v.Clears || (v.Turns && v.Holder == index.Holders[settlement]))));
        if (days.Count > 0)
        {
            turned.Add((settlement, days));
        }
    }

    /// <summary>Clears the ground around the settlements taken in: farther toward the rear of who gains where the front gives way at several places within some days.</summary>
    public void Settle()
    {
        var cells = turned.ToLookup(t => index.Cell(t.Settlement));
        foreach (var (settlement, days) in turned)
        {
            Take(settlement, days);
            var wide = days.Keys.Where(d => GivesWay(settlement, d, cells)).ToHashSet();
            var here = index.Settlements[settlement];
            var depth = index.Depth(settlement);
            foreach (var (near, km) in index.Near(settlement, wide.Count > 0 ? Math.Max(policy.Clearing, policy.Behind) : policy.Clearing))
            {
                var there = index.Settlements[near];
                var deeper = index.Depth(near) > depth;
                if ((km >= policy.Clearing && !wide.Any(d => deeper == (d.Gaining == 0))) || index.Rivers.Part((here.Lat, here.Lon), (there.Lat, there.Lon)))
                {
                    continue;
                }

                foreach (var (day, weight) in days)
                {
                    var reach = deeper == (day.Gaining == 0) && wide.Contains(day) ? policy.Behind : policy.Clearing;
                    if (km < reach)
                    {
                        Take(near, day, weight * (1 - (km / reach)));
                    }
                }
            }
        }
    }

    /// <summary>True where on some days around as many places nearby turn to who gains as make a front that gives way.</summary>
    private bool GivesWay(int settlement, (int Slice, int Gaining) day, ILookup<(int Row, int Column), (int Settlement, SortedDictionary<(int Slice, int Gaining), double> Days)> cells)
    {
        var (count, (row, column), (rows, columns)) = (0, index.Cell(settlement), SettlementIndex.Cells(policy.Behind));
        for (var r = row - rows; r <= row + rows; r++)
        {
            for (var c = column - columns; c <= column + columns; c++)
            {
                foreach (var (other, days) in cells[(r, c)])
                {
                    if (days.Keys.Any(d => d.Gaining == day.Gaining && Math.Abs(slices.Day(d.Slice) - slices.Day(day.Slice)) <= policy.GivingDays) && index.Kilometres(settlement, other) <= policy.Behind && ++count >= policy.Giving)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Takes in the words on a raion, an oblast or a bank, but for those that words on its settlements refute, and a side's own that stand alone.</summary>
    /// <param name="area">Its number.</param>
    /// <param name="said">The words on it.</param>
    /// <param name="heard">The words heard on settlements.</param>
    /// <returns>The words that stand.</returns>
    public ImmutableArray<ControlView> Within(int area, IEnumerable<ControlView> said, IReadOnlyDictionary<int, List<ControlView>> heard)
    {
        var all = said.ToList();
        var stand = ImmutableArray.CreateBuilder<ControlView>();
        var full = new List<ControlView>();
        foreach (var word in all)
        {
            if (!word.Whole)
            {
                stand.Add(word);
            }
            else if (!Alone(word, all))
            {
                var refuting = Refuting(area, word, heard);
                if (refuting.Count == 0)
                {
                    stand.Add(word);
                    full.Add(word);
                }
                else
                {
                    Partly(area, word, refuting);
                }
            }
        }

        Tell(Days(full.Where(v => v.Clears)), index.Within(area));
        return stand.ToImmutable();
    }

    /// <summary>Words on all of an area that words on some of its settlements refute there, with the settlements that they stand for.</summary>
    public IReadOnlyList<(ControlView Word, ImmutableArray<int> Settlements)> Parts => parts;

    private void Partly(int area, ControlView word, List<int> refuting)
    {
        var spared = refuting.ToHashSet();
        foreach (var place in refuting)
        {
            spared.UnionWith(index.Near(place, policy.Refuting).Select(n => n.Settlement));
        }

        var left = ImmutableArray.CreateBuilder<int>();
        foreach (var settlement in index.Within(area))
        {
            if (!spared.Contains(settlement))
            {
                left.Add(settlement);
            }
        }

        parts.Add((word, left.ToImmutable()));
        Tell(Days(word.Clears ? [word] : []), left.ToArray());
    }

    private void Tell(SortedDictionary<(int Slice, int Gaining), double> days, ReadOnlySpan<int> settlements)
    {
        foreach (var settlement in days.Count == 0 ? [] : settlements)
        {
            Take(settlement, days);
            foreach (var (slice, gaining) in days.Keys)
            {
                cleared[settlement].Tell(slice, gaining);
            }
        }
    }

    /// <summary>True for a side's own word that all of an area is its, where no other voice says so within some days.</summary>
    private bool Alone(ControlView word, List<ControlView> said) =>
        word.Side == word.Holder && !said.Any(o => o.Whole && o.Holder == word.Holder && o.Side != o.Holder && Math.Abs(o.Day.DayNumber - word.Day.DayNumber) <= policy.Alone);

    private List<int> Refuting(int area, ControlView word, IReadOnlyDictionary<int, List<ControlView>> heard)
    {
        var found = new List<int>();
        foreach (var settlement in index.Within(area))
        {
            if (heard.TryGetValue(settlement, out var words)
                && words.Any(w => w.Direct && w.Weight > 0 && w.Holder != word.Holder && w.Day > word.Day && w.Day.DayNumber - word.Day.DayNumber <= policy.Refuted))
            {
                found.Add(settlement);
            }
        }

        return found;
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

    private void Take(int settlement, SortedDictionary<(int Slice, int Gaining), double> days)
    {
        foreach (var (day, weight) in days)
        {
            Take(settlement, day, weight);
        }
    }

    private void Take(int settlement, (int Slice, int Gaining) day, double part)
    {
        if (!cleared.TryGetValue(settlement, out var found))
        {
            cleared[settlement] = found = new Cleared(slices.Count);
        }

        found.Take(day.Slice, day.Gaining, part);
    }
}
