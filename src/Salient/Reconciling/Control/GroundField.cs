using System.Collections.Immutable;

namespace Salient.Reconciling.Control;

/// <summary>
/// Whose ground lies between the named places: each settlement leans as its neighbours do on the whole, the nearer the more, but for what pulls it. As heat spreads between what
/// is kept warm and what is kept cold, so that one word in the rear of a side changes little and a line of them much. Pure.
/// </summary>
/// <param name="policy">How far a settlement leans by itself.</param>
/// <param name="index">Where settlements lie, and who held them at the start.</param>
/// <param name="neighbours">Which lie next to which.</param>
/// <param name="signs">Who held each at the start: 1 the first party, -1 the second.</param>
internal sealed class GroundField(Inference policy, SettlementIndex index, Neighbours neighbours, sbyte[] signs)
{
    private const int Stretches = 4, Settling = 150, Following = 10;
    private const double Ahead = 1.6;

    /// <summary>How each settlement near ground of the second party leans (1 the first party, -1 the second), slice by slice; null for the others.</summary>
    public float[]?[] Solve(IReadOnlyDictionary<int, Pull> pulls, IReadOnlyDictionary<int, ImmutableArray<(Pull Pull, double Most)>> areas, int slices)
    {
        var open = Open(pulls, areas);
        var wide = new (Pull Pull, double Most)[signs.Length][];
        var pull = new Pull?[signs.Length];
        foreach (var i in open)
        {
            pull[i] = pulls.GetValueOrDefault(i);
            wide[i] = areas.Count == 0 ? [] : [.. index.Around(i).Where(areas.ContainsKey).SelectMany(a => areas[a])];
        }

        var leans = new float[]?[signs.Length];
        foreach (var i in open)
        {
            leans[i] = new float[slices];
        }

        // The stretches are as many whatever the machine has, so that the result is the same on all.
        var length = ((slices - 1) / Stretches) + 1;
        var all = new Pulls(pull, wide, Alone(open));
        Parallel.For(0, Stretches, s => Follow(open, all, leans, s * length, Math.Min(slices, (s + 1) * length)));
        return leans;
    }

    private void Follow(int[] open, Pulls pulls, float[]?[] leans, int from, int until)
    {
        var lean = Array.ConvertAll(signs, s => (double)s);
        var (strength, to) = (neighbours.Strength, neighbours.To);
        var (held, weight) = (new double[signs.Length], new double[signs.Length]);
        for (var slice = from; slice < until; slice++)
        {
            foreach (var i in open)
            {
                (held[i], weight[i]) = Held(i, pulls, slice);
            }

            var rounds = slice == from ? Settling : Following;
            for (var round = 0; round < rounds; round++)
            {
                var step = round < rounds - 2 ? Ahead : 1;
                foreach (var i in open)
                {
                    var lead = held[i];
                    var (k, end) = neighbours.Of(i);
                    for (; k < end; k++)
                    {
                        lead += strength[k] * lean[to[k]];
                    }

                    lean[i] += step * ((lead / weight[i]) - lean[i]);
                }
            }

            foreach (var i in open)
            {
                leans[i]![slice] = (float)lean[i];
            }
        }
    }

    private double[] Alone(int[] open)
    {
        var weights = new double[signs.Length];
        foreach (var i in open)
        {
            weights[i] = policy.Prior;
            var (k, end) = neighbours.Of(i);
            for (; k < end; k++)
            {
                weights[i] += neighbours.Strength[k];
            }
        }

        return weights;
    }

    /// <summary>What a settlement is held by besides its neighbours on a day, and the weight of all, theirs with it.</summary>
    private (double Lead, double Weight) Held(int i, Pulls pulls, int slice)
    {
        var (lead, weight) = (policy.Prior * signs[i], pulls.Alone[i]);
        foreach (var (area, most) in pulls.Wide[i])
        {
            var said = area.All(slice);
            var part = most / Math.Max(1, said);
            (lead, weight) = (lead + (part * area.Lead(slice)), weight + (part * said));
        }

        return pulls.Own[i] is { } own ? (lead + own.Lead(slice), weight + own.All(slice)) : (lead, weight);
    }

    /// <summary>The settlements whose holder is asked: those that the first party held at the start, within reach of what pulls to the second, in an area all of which is said to be the second's, or cut off by these from the rest.</summary>
    private int[] Open(IReadOnlyDictionary<int, Pull> pulls, IReadOnlyDictionary<int, ImmutableArray<(Pull Pull, double Most)>> areas)
    {
        var told = new HashSet<int>();
        foreach (var (area, _) in areas.Where(a => a.Value.Any(p => p.Pull.Second && p.Most >= policy.Whole)))
        {
            foreach (var settlement in index.Within(area))
            {
                told.Add(settlement);
            }
        }

        var near = new HashSet<(int, int)>();
        foreach (var i in pulls.Where(p => p.Value.Second).Select(p => p.Key))
        {
            var (row, column) = index.Cell(i);
            var reach = SettlementIndex.Cells(policy.Reach);
            for (var r = -reach.Rows; r <= reach.Rows; r++)
            {
                for (var c = -reach.Columns; c <= reach.Columns; c++)
                {
                    near.Add((row + r, column + c));
                }
            }
        }

        var asked = new bool[signs.Length];
        for (var i = 0; i < signs.Length; i++)
        {
            asked[i] = signs[i] > 0 && (told.Contains(i) || near.Contains(index.Cell(i)));
        }

        var rest = Rest(asked);
        return [.. Enumerable.Range(0, signs.Length).Where(i => signs[i] > 0 && !rest.Contains(i))];
    }

    /// <summary>The most settlements of the first party that lie next to one another and are not asked: what they have no way to is cut off.</summary>
    private HashSet<int> Rest(bool[] asked)
    {
        var seen = (bool[])asked.Clone();
        var most = new HashSet<int>();
        for (var first = 0; first < signs.Length; first++)
        {
            if (seen[first] || signs[first] < 0)
            {
                continue;
            }

            var found = new HashSet<int> { first };
            var left = new Stack<int>([first]);
            seen[first] = true;
            while (left.TryPop(out var i))
            {
                var (k, end) = neighbours.Of(i);
                for (; k < end; k++)
                {
                    var j = neighbours.To[k];
                    if (!seen[j] && signs[j] > 0)
                    {
                        seen[j] = true;
                        found.Add(j);
                        left.Push(j);
                    }
                }
            }

            most = found.Count > most.Count ? found : most;
        }

        return most;
    }

    /// <summary>What pulls each settlement.</summary>
    /// <param name="Own">The words on it and those that follow from them.</param>
    /// <param name="Wide">The words on its raion and oblast.</param>
    /// <param name="Alone">The weight of its neighbours and of how it leans by itself.</param>
    private sealed record Pulls(Pull?[] Own, (Pull Pull, double Most)[][] Wide, double[] Alone);
}
