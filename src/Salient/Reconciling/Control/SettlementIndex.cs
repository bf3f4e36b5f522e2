using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>The settlements that a baseline covers, with where they lie to each other and in which area.</summary>
internal sealed class SettlementIndex
{
    private const double Cell = 0.25;
    private const double KilometresPerDegree = 111.195;
    private readonly FrozenDictionary<int, int> byId;
    private readonly FrozenDictionary<(int, int), int[]> cells;
    private readonly FrozenDictionary<int, int[]> areas;
    private readonly Lazy<ILookup<int, int>> around;
    private readonly (double Lat, double Lon)[] rear;
    private readonly double[] depths;

    /// <summary>Indexes <paramref name="places"/>.</summary>
    /// <param name="places">Settlements, raions and oblasts of the gazetteer.</param>
    /// <param name="baseline">Who held what before.</param>
    /// <param name="second">The party whose rear depth is measured from.</param>
    public SettlementIndex(IEnumerable<Place> places, Baseline baseline, string second)
    {
        var all = places.ToList();
        Settlements = [.. all.Where(p => p.Precision == PlacePrecision.Settlement && p.GeonameId != 0 && baseline.Holder(p) is not null).OrderBy(p => p.GeonameId).DistinctBy(p => p.GeonameId)];
        Holders = [.. Settlements.Select(p => baseline.Holder(p)!)];
        byId = Settlements.Select((p, i) => KeyValuePair.Create(p.GeonameId, i)).ToFrozenDictionary();
        cells = Enumerable.Range(0, Settlements.Length).GroupBy(i => CellOf(Settlements[i].Lat, Settlements[i].Lon)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        areas = Areas(all);
        around = new(() => areas.SelectMany(a => a.Value.Select(i => (Settlement: i, Area: a.Key))).OrderBy(p => p.Area).ToLookup(p => p.Settlement, p => p.Area));
        rear =
        [
            .. baseline.Rear.Where(r => r.Holder == second).Select(r => (r.Lat, r.Lon)),
            .. Settlements.Where((_, i) => Holders[i] == second).Select(p => (p.Lat, p.Lon)),
        ];
        depths = new double[Settlements.Length];
        Array.Fill(depths, double.NaN);
    }

    /// <summary>By GeoNames id, ascending.</summary>
    public ImmutableArray<Place> Settlements { get; }

    /// <summary>Who held each at the start.</summary>
    public ImmutableArray<string> Holders { get; }

    /// <summary>The index of the settlement with that id; -1 where there is none.</summary>
    public int Find(int geonameId) => byId.TryGetValue(geonameId, out var i) ? i : -1;

    /// <summary>The settlements of a raion or oblast by its id; none where it is not known.</summary>
    public ReadOnlySpan<int> Within(int geonameId) => areas.TryGetValue(geonameId, out var members) ? members : [];

    /// <summary>Ids of the raions and oblasts that a settlement lies in.</summary>
    public IEnumerable<int> Around(int settlement) => around.Value[settlement];

    /// <summary>Settlements within <paramref name="reach"/> km of settlement <paramref name="at"/>, itself left out, with their distance in km.</summary>
    public IEnumerable<(int Settlement, double Kilometres)> Near(int at, double reach)
    {
        var p = Settlements[at];
        var shrink = Math.Cos(p.Lat * Math.PI / 180);
        var rows = (int)Math.Ceiling(reach / KilometresPerDegree / Cell);
        var columns = (int)Math.Ceiling(reach / KilometresPerDegree / shrink / Cell);
        var (row, column) = CellOf(p.Lat, p.Lon);
        for (var r = row - rows; r <= row + rows; r++)
        {
            for (var c = column - columns; c <= column + columns; c++)
            {
                foreach (var i in cells.TryGetValue((r, c), out var found) ? found : [])
                {
                    var q = Settlements[i];
                    var km = KilometresPerDegree * Math.Sqrt(Square(p.Lat - q.Lat) + Square((p.Lon - q.Lon) * shrink));
                    if (i != at && km <= reach)
                    {
                        yield return (i, km);
                    }
                }
            }
        }
    }

    /// <summary>Kilometres between two settlements.</summary>
    public double Kilometres(int one, int other)
    {
        var (p, q) = (Settlements[one], Settlements[other]);
        return KilometresPerDegree * Math.Sqrt(Square(p.Lat - q.Lat) + Square((p.Lon - q.Lon) * Math.Cos((p.Lat + q.Lat) / 2 * Math.PI / 180)));
    }

    /// <summary>Kilometres from the second party's rear; 0 in it.</summary>
    public double Depth(int settlement)
    {
        if (double.IsNaN(depths[settlement]))
        {
            var p = Settlements[settlement];
            var shrink = Math.Cos(p.Lat * Math.PI / 180);
            var least = double.MaxValue;
            foreach (var (lat, lon) in rear)
            {
                least = Math.Min(least, Square(p.Lat - lat) + Square((p.Lon - lon) * shrink));
            }

            depths[settlement] = KilometresPerDegree * Math.Sqrt(least);
        }

        return depths[settlement];
    }

    private static double Square(double x) => x * x;

    private static (int, int) CellOf(double lat, double lon) => ((int)Math.Floor(lat / Cell), (int)Math.Floor(lon / Cell));

    private FrozenDictionary<int, int[]> Areas(List<Place> all)
    {
        var oblasts = Enumerable.Range(0, Settlements.Length).ToLookup(i => Settlements[i].Oblast);
        var raions = Enumerable.Range(0, Settlements.Length).ToLookup(i => (Settlements[i].Oblast, Settlements[i].Raion));
        return all.Where(p => p.GeonameId != 0 && p.Precision is PlacePrecision.Oblast or PlacePrecision.Raion).DistinctBy(p => p.GeonameId).ToFrozenDictionary(
            p => p.GeonameId,
            p => p.Precision == PlacePrecision.Oblast ? oblasts[p.Oblast ?? p.Name].ToArray() : raions[(p.Oblast, p.Raion ?? p.Name)].ToArray());
    }
}
