using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// Ground of a side in the middle of the other's, cut off from all else that it holds, of which nobody tells that it still has it, where many tell of anything: it is the
/// other's. Who is besieged is told of. Pure; sees all settlements.
/// </summary>
/// <param name="policy">After how many days.</param>
/// <param name="index">Where settlements lie.</param>
/// <param name="neighbours">Which lie next to which.</param>
/// <param name="slices">The days.</param>
/// <param name="coverage">Where many tell of anything.</param>
/// <param name="signs">Who held each at the start: 1 the first party, -1 the second.</param>
internal sealed class CutOff(Inference policy, SettlementIndex index, Neighbours neighbours, Slices slices, Coverage coverage, sbyte[] signs)
{
    // Kilometres from the second party's rear within which its ground is not cut off; settlements of the other side that must stand around.
    private const double Border = 15;
    private const int Ring = 4;

    /// <summary>Gives what is cut off to the other side.</summary>
    /// <param name="holders">Who holds each settlement that is asked, slice by slice: 1 the first party, -1 the second; null for others, which stay whose they were at the start.</param>
    /// <param name="heard">The words heard on a settlement.</param>
    /// <param name="sign">What stands for a holder.</param>
    public void Settle(sbyte[]?[] holders, Func<int, List<ControlView>> heard, Func<string, int> sign)
    {
        var voices = new List<(int Slice, int Holder)>?[holders.Length];
        var lost = new bool[]?[holders.Length];
        for (var i = 0; i < holders.Length; i++)
        {
            if (holders[i] is not null)
            {
                var told = heard(i).Where(v => v.Direct && v.Weight > 0).Select(v => (slices.Of(v.Day.DayNumber), sign(v.Holder))).Distinct().ToList();
                (voices[i], lost[i]) = (told.Count > 0 ? told : null, new bool[slices.Count]);
            }
        }

        var unasked = Enumerable.Range(0, holders.Length).Where(i => holders[i] is null).Select(i => signs[i]).ToHashSet();
        Parallel.For(1, slices.Count, t =>
        {
            if (coverage.Certainty(t) >= 1)
            {
                Mark(t, holders, unasked, voices, lost);
            }
        });

        var least = Math.Max(1, policy.CutOff / slices.Step);
        for (var i = 0; i < holders.Length; i++)
        {
            if (holders[i] is { } mine)
            {
                Give(mine, lost[i]!, least);
            }
        }
    }

    private static void Give(sbyte[] holders, bool[] lost, int least)
    {
        for (var t = 0; t < lost.Length;)
        {
            var end = t;
            while (end < lost.Length && lost[end] && holders[end] == holders[t])
            {
                end++;
            }

            for (var k = t + least; k < end; k++)
            {
                holders[k] = (sbyte)-holders[k];
            }

            t = Math.Max(end, t + 1);
        }
    }

    private void Mark(int slice, sbyte[]?[] holders, HashSet<sbyte> unasked, List<(int Slice, int Holder)>?[] voices, bool[]?[] lost)
    {
        var seen = new bool[holders.Length];
        var (left, around) = (new Stack<int>(), new HashSet<int>());
        var (apart, whole) = (new List<List<int>>(), new HashSet<sbyte>(unasked));
        for (var first = 0; first < holders.Length; first++)
        {
            if (seen[first] || holders[first] is not { } mine)
            {
                continue;
            }

            var (holder, group) = (mine[slice], new List<int>());
            left.Push(first);
            seen[first] = true;
            var joined = false;
            around.Clear();
            while (left.TryPop(out var i))
            {
                group.Add(i);
                joined |= (holder < 0 && index.Depth(i) <= Border) || Told(voices[i], slice, holder);
                var (k, end) = neighbours.Of(i);
                for (; k < end; k++)
                {
                    var j = neighbours.To[k];
                    if ((holders[j]?[slice] ?? signs[j]) != holder)
                    {
                        around.Add(j);
                    }
                    else if (holders[j] is null)
                    {
                        joined = true;
                    }
                    else if (!seen[j])
                    {
                        seen[j] = true;
                        left.Push(j);
                    }
                }
            }

            if (joined)
            {
                whole.Add(holder);
            }
            else if (around.Count >= Ring)
            {
                apart.Add(group);
            }
        }

        // Where all of a side's ground is asked, what it has most of together is its own.
        foreach (var group in apart.GroupBy(g => holders[g[0]]![slice]).SelectMany(g => whole.Contains(g.Key) ? g : g.OrderByDescending(x => x.Count).ThenBy(x => x[0]).Skip(1)))
        {
            group.ForEach(i => lost[i]![slice] = true);
        }
    }

    private bool Told(List<(int Slice, int Holder)>? voices, int slice, int holder) =>
        voices is not null && voices.Exists(v => v.Holder == holder && Math.Abs(v.Slice - slice) * slices.Step <= policy.Alone);
}
