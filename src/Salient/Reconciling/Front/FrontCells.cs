using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;
using Salient.Records;

namespace Salient.Reconciling.Front;

/// <summary>An edge between the cells of two settlements.</summary>
/// <param name="One">Index of one settlement.</param>
/// <param name="Other">Index of the other.</param>
/// <param name="Start">One end, in km on the plane of <see cref="FrontCells"/>.</param>
/// <param name="End">The other end.</param>
internal readonly record struct CellEdge(int One, int Other, Coordinate Start, Coordinate End);

/// <summary>
/// The ground around each settlement: what lies nearer to it than to any other, within reach of it, and on ground that settlements tell of. A plane of kilometres whose scale is that of the
/// middle latitude: areas are right to within some 3 % from end to end of a country of eight degrees.
/// </summary>
internal sealed class FrontCells
{
    private const double KilometresPerDegree = 111.195, Reach = 8, Rounding = 1000;
    private const int Arcs = 8;
    private readonly double shrink;

    /// <summary>Lays the cells of <paramref name="places"/>.</summary>
    public FrontCells(ImmutableArray<Place> places)
    {
        shrink = places.IsEmpty ? 1 : Math.Cos((places.Min(p => p.Lat) + places.Max(p => p.Lat)) / 2 * Math.PI / 180);
        Areas = new double[places.Length];
        var sites = places.Select(p => new Coordinate(p.Lon * KilometresPerDegree * shrink, p.Lat * KilometresPerDegree)).ToArray();
        Edges = places.Length < 3 ? [] : [.. Lay(sites)];
    }

    /// <summary>Square kilometres of each cell.</summary>
    public double[] Areas { get; }

    /// <summary>The edges between cells that are within reach of both settlements.</summary>
    public ImmutableArray<CellEdge> Edges { get; }

    /// <summary>Degrees of a point of the plane.</summary>
    public (double Lat, double Lon) Degrees(Coordinate at) => (at.Y / KilometresPerDegree, at.X / KilometresPerDegree / shrink);

    private List<CellEdge> Lay(Coordinate[] sites)
    {
        var indices = new Dictionary<Coordinate, int>();
        for (var i = 0; i < sites.Length; i++)
        {
            indices.TryAdd(sites[i], i);
        }

        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(indices.Keys);
        var sharers = new Dictionary<((long, long), (long, long)), (int Cell, Coordinate Start, Coordinate End)>();
        var edges = new List<CellEdge>();
        var known = new KnownGround(builder.GetSubdivision().GetTriangleCoordinates(false), indices.Count, 2 * Reach);
        var ends = new bool[sites.Length];
        foreach (var cell in builder.GetDiagram(new GeometryFactory()).Geometries.OfType<Polygon>())
        {
            if (cell.UserData is not Coordinate site || !indices.TryGetValue(site, out var owner))
            {
                continue;
            }

            var ring = cell.ExteriorRing.Coordinates;
            var near = ring.All(c => c.Distance(site) <= Reach) ? cell : cell.Intersection(new Point(site).Buffer(Reach, Arcs));
            ends[owner] = known.Ends(site, cell);
            Areas[owner] = ends[owner] ? known.Area(site, near) : near.Area;
            for (var k = 1; k < ring.Length; k++)
            {
                var key = Key(ring[k - 1], ring[k]);
                if (!sharers.TryGetValue(key, out var other))
                {
                    sharers[key] = (owner, ring[k - 1], ring[k]);
                }
                else
                {
                    var side = new LineSegment(other.Start, other.End);
                    edges.AddRange((ends[owner] || ends[other.Cell] ? known.Within(side) : [side]).Where(s => Within(site, s)).Select(s => new CellEdge(other.Cell, owner, s.P0, s.P1)));
                }
            }
        }

        return edges;
    }

    private static bool Within(Coordinate site, LineSegment side) => side.P0.Distance(site) <= 2 * Reach && side.P1.Distance(site) <= 2 * Reach;

    private static ((long, long), (long, long)) Key(Coordinate a, Coordinate b)
    {
        var (p, q) = (Rounded(a), Rounded(b));
        return p.CompareTo(q) <= 0 ? (p, q) : (q, p);
    }

    private static (long, long) Rounded(Coordinate c) => ((long)Math.Round(c.X * Rounding), (long)Math.Round(c.Y * Rounding));
}
