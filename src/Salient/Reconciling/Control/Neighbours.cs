using Salient.Records;
namespace Salient.Reconciling.Control;

/// <summary>Which settlements lie next to which: for each the nearest in each of six directions, and those for which it is that. Pure; sees where settlements lie alone.</summary>
internal sealed class Neighbours
{
    private const int Directions = 6;
    private const double First = 6, Farthest = 25;
    private readonly int[] start;

    /// <summary>Finds the neighbours of all settlements of <paramref name="index"/>.</summary>
    /// <param name="index">Where they lie.</param>
    /// <param name="policy">How one counts beyond a wide river and beyond the line of contact of the start, and how much more a town does.</param>
    public Neighbours(SettlementIndex index, Inference policy)
    {
        var count = index.Settlements.Length;
        var found = new int[count][];
        Parallel.For(0, count, i => found[i] = Around(index, i));
        var pairs = new HashSet<(int, int)>();
        for (var i = 0; i < count; i++)
        {
            foreach (var j in found[i])
            {
                pairs.Add((i, j));
                pairs.Add((j, i));
            }
        }

        var sorted = pairs.Order().ToArray();
        start = new int[count + 1];
        To = new int[sorted.Length];
        Strength = new double[sorted.Length];
        for (var k = 0; k < sorted.Length; k++)
        {
            var (i, j) = sorted[k];
            start[i + 1] = k + 1;
            To[k] = j;
            var (one, other) = (index.Settlements[i], index.Settlements[j]);
            var parted = index.Rivers.Part((one.Lat, one.Lon), (other.Lat, other.Lon));
            Strength[k] = (parted ? policy.Crossing : 1) * (index.Holders[i] == index.Holders[j] ? 1 : policy.Line) / Math.Max(1, index.Kilometres(i, j)) * Size(one, other, policy);
        }

        for (var i = 1; i <= count; i++)
        {
            start[i] = Math.Max(start[i], start[i - 1]);
        }
    }

    /// <summary>The neighbours of all settlements, one after another.</summary>
    public int[] To { get; }

    /// <summary>How strongly each counts: one by its distance in km, 1 at most, and more where one of the two is a town.</summary>
    public double[] Strength { get; }

    /// <summary>Where the neighbours of <paramref name="settlement"/> stand in <see cref="To"/>.</summary>
    public (int From, int End) Of(int settlement) => (start[settlement], start[settlement + 1]);

    /// <summary>How much more two neighbours count for the size of the larger: the ground around a town follows it.</summary>
    private static double Size(Place one, Place other, Inference policy) => 1 + (policy.Following * Math.Log10(Math.Max(1, Math.Max(one.Population, other.Population) / (double)policy.Followed)));

    private static int[] Around(SettlementIndex index, int i)
    {
        var nearest = new (double Kilometres, int Settlement)[Directions];
        for (var reach = First; ; reach = reach == First ? 2 * First : Farthest)
        {
            Array.Fill(nearest, (double.MaxValue, -1));
            foreach (var (j, km) in index.Near(i, reach))
            {
                var at = Direction(index, i, j);
                nearest[at] = (km, j).CompareTo(nearest[at]) < 0 ? (km, j) : nearest[at];
            }

            if (reach >= Farthest || nearest.All(n => n.Settlement >= 0))
            {
                return [.. nearest.Where(n => n.Settlement >= 0).Select(n => n.Settlement)];
            }
        }
    }

    private static int Direction(SettlementIndex index, int from, int to)
    {
        var (p, q) = (index.Settlements[from], index.Settlements[to]);
        var angle = Math.Atan2(q.Lat - p.Lat, (q.Lon - p.Lon) * Math.Cos(p.Lat * Math.PI / 180)) + Math.PI;
        return Math.Min(Directions - 1, (int)(angle / (2 * Math.PI) * Directions));
    }
}
