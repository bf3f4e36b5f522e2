using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>The settlements that a baseline covers, with where they lie to each other and in which area.</summary>
internal sealed class SettlementIndex
{
    private const double CellSize = 0.25, FineCell = 0.06, FineReach = 13, Gap = 120, Spacing = 5;
    private const double KilometresPerDegree = 111.195;
    private readonly FrozenDictionary<int, int> byId;
    private readonly FrozenDictionary<(int, int), int[]> cells, fine;
    private readonly (double Lat, double Lon)[] points;
    private readonly int[]?[] areasAround;
    private readonly FrozenDictionary<int, int[]> areas;
    private readonly Lazy<ILookup<int, int>> around;
    private readonly (double Lat, double Lon)[] rear;
    private readonly double[] depths;
    private readonly int[] nearest;

    /// <summary>Indexes <paramref name="places"/>.</summary>
    /// <param name="places">Settlements, raions and oblasts of the gazetteer.</param>
    /// <param name="baseline">Who held what before.</param>
    /// <param name="second">The party whose rear depth is measured from.</param>
    /// <param name="rivers">Rivers, whose banks are areas.</param>
    public SettlementIndex(IEnumerable<Place> places, Baseline baseline, string second, Rivers rivers)
    {
        var all = places.ToList();
        Settlements = [.. all.Where(p => p.Precision == PlacePrecision.Settlement && p.GeonameId != 0 && baseline.Holder(p) is not null).OrderBy(p => p.GeonameId).DistinctBy(p => p.GeonameId)];
        Holders = [.. Settlements.Select(p => baseline.Holder(p)!)];
        byId = Settlements.Select((p, i) => KeyValuePair.Create(p.GeonameId, i)).ToFrozenDictionary();
        cells = Enumerable.Range(0, Settlements.Length).GroupBy(i => CellOf(Settlements[i].Lat, Settlements[i].Lon)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        fine = Enumerable.Range(0, Settlements.Length).GroupBy(i => CellOf(Settlements[i].Lat, Settlements[i].Lon, FineCell)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        points = [.. Settlements.Select(p => (p.Lat, p.Lon))];
        areasAround = new int[]?[Settlements.Length];
        areas = Areas(all);
        Rivers = rivers;
        Banks = new Banks(rivers, Settlements, areas);
        around = new(() => areas.SelectMany(a => a.Value.Select(i => (Settlement: i, Area: a.Key))).OrderBy(p => p.Area).ToLookup(p => p.Settlement, p => p.Area));
        rear =
        [
            .. Dense([.. baseline.Rear.Where(r => r.Holder == second).Select(r => (r.Lat, r.Lon))]),
            .. Settlements.Where((_, i) => Holders[i] == second).Select(p => (p.Lat, p.Lon)),
        ];
        depths = new double[Settlements.Length];
        Array.Fill(depths, double.NaN);
        nearest = new int[Settlements.Length];
    }

    /// <summary>By GeoNames id, ascending.</summary>
    public ImmutableArray<Place> Settlements { get; }

    /// <summary>Who held each at the start.</summary>
    public ImmutableArray<string> Holders { get; }

    /// <summary>The courses of rivers.</summary>
    public Rivers Rivers { get; }

    /// <summary>Their banks.</summary>
    public Banks Banks { get; }

    /// <summary>True for a settlement that its oblast is called by.</summary>
    public bool Namesake(int geonameId) => Find(geonameId) is var i and >= 0 && Settlements[i].Oblast?.StartsWith(Settlements[i].Name, StringComparison.Ordinal) == true;

    /// <summary>The index of the settlement with that id; -1 where there is none.</summary>
    public int Find(int geonameId) => byId.TryGetValue(geonameId, out var i) ? i : -1;

    /// <summary>The settlements of a raion or oblast by its id; none where it is not known.</summary>
    public ReadOnlySpan<int> Within(int geonameId) => areas.TryGetValue(geonameId, out var members) ? members : geonameId < 0 ? Banks.Within(geonameId) : [];

    /// <summary>Ids of the raions and oblasts that a settlement lies in.</summary>
    public IReadOnlyList<int> Around(int settlement) => areasAround[settlement] ??= [.. around.Value[settlement], .. Banks.Around(settlement, around.Value[settlement])];

    /// <summary>Settlements within <paramref name="reach"/> km of settlement <paramref name="at"/>, itself left out, with their distance in km.</summary>
    public IEnumerable<(int Settlement, double Kilometres)> Near(int at, double reach)
    {
        var p = points[at];
        var shrink = Math.Cos(p.Lat * Math.PI / 180);
        var (grid, size) = reach <= FineReach ? (fine, FineCell) : (cells, CellSize);
        var rows = (int)Math.Ceiling(reach / KilometresPerDegree / size);
        var columns = (int)Math.Ceiling(reach / KilometresPerDegree / shrink / size);
        var (row, column) = CellOf(p.Lat, p.Lon, size);
        for (var r = row - rows; r <= row + rows; r++)
        {
            for (var c = column - columns; c <= column + columns; c++)
            {
                foreach (var i in grid.TryGetValue((r, c), out var found) ? found : [])
                {
                    var q = points[i];
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
            var (least, at) = (double.MaxValue, 0);
            for (var k = 0; k < rear.Length; k++)
            {
                var square = Square(p.Lat - rear[k].Lat) + Square((p.Lon - rear[k].Lon) * shrink);
                (least, at) = square < least ? (square, k) : (least, at);
            }

            nearest[settlement] = at;
            depths[settlement] = KilometresPerDegree * Math.Sqrt(least);
        }

        return depths[settlement];
    }

    /// <summary>The settlement nearest to the point that lies <paramref name="kilometres"/> from <paramref name="settlement"/> toward the second party's rear; -1 where none is near it, or the rear is nearer.</summary>
    public int Toward(int settlement, double kilometres)
    {
        const double Near = 5;
        var depth = Depth(settlement);
        if (depth < kilometres || rear.Length == 0)
        {
            return -1;
        }

        var (p, r) = (Settlements[settlement], rear[nearest[settlement]]);
        var (lat, lon) = (p.Lat + ((r.Lat - p.Lat) * kilometres / depth), p.Lon + ((r.Lon - p.Lon) * kilometres / depth));
        var shrink = Math.Cos(lat * Math.PI / 180);
        var (least, found) = (Square(Near / KilometresPerDegree), -1);
        foreach (var (i, _) in this.Near(settlement, kilometres + Near))
        {
            var square = Square(Settlements[i].Lat - lat) + Square((Settlements[i].Lon - lon) * shrink);
            (least, found) = square < least || (square == least && i < found) ? (square, i) : (least, found);
        }

        return found;
    }

    /// <summary>The cell of a grid that a settlement lies in.</summary>
    public (int Row, int Column) Cell(int settlement) => CellOf(Settlements[settlement].Lat, Settlements[settlement].Lon);

    /// <summary>Rows and columns of that grid within <paramref name="kilometres"/>.</summary>
    public static (int Rows, int Columns) Cells(double kilometres)
    {
        const double Shrink = 0.65;
        return ((int)Math.Ceiling(kilometres / KilometresPerDegree / CellSize), (int)Math.Ceiling(kilometres / KilometresPerDegree / Shrink / CellSize));
    }

    /// <summary>Points of a line, with more between those that lie within <see cref="Gap"/> km of each other.</summary>
    private static IEnumerable<(double Lat, double Lon)> Dense((double Lat, double Lon)[] line)
    {
        for (var k = 0; k < line.Length; k++)
        {
            var (p, q) = (line[k], line[Math.Min(k + 1, line.Length - 1)]);
            var km = KilometresPerDegree * Math.Sqrt(Square(p.Lat - q.Lat) + Square((p.Lon - q.Lon) * Math.Cos(p.Lat * Math.PI / 180)));
            var parts = km > Gap ? 1 : Math.Max(1, (int)(km / Spacing));
            for (var n = 0; n < parts; n++)
            {
                yield return (p.Lat + ((q.Lat - p.Lat) * n / parts), p.Lon + ((q.Lon - p.Lon) * n / parts));
            }
        }
    }

    private static double Square(double x) => x * x;

    private static (int, int) CellOf(double lat, double lon, double size = CellSize) => ((int)Math.Floor(lat / size), (int)Math.Floor(lon / size));

    private FrozenDictionary<int, int[]> Areas(List<Place> all)
    {
        var oblasts = Enumerable.Range(0, Settlements.Length).ToLookup(i => Settlements[i].Oblast);
        var raions = Enumerable.Range(0, Settlements.Length).ToLookup(i => (Settlements[i].Oblast, Settlements[i].Raion));
        return all.Where(p => p.GeonameId != 0 && p.Precision is PlacePrecision.Oblast or PlacePrecision.Raion).DistinctBy(p => p.GeonameId).ToFrozenDictionary(
            p => p.GeonameId,
            p => p.Precision == PlacePrecision.Oblast ? oblasts[p.Oblast ?? p.Name].ToArray() : raions[(p.Oblast, p.Raion ?? p.Name)].ToArray());
    }
}
