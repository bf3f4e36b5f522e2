using System.Runtime.InteropServices;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Polygonize;

namespace Salient.Reconciling.Front;

/// <summary>
/// The ground that settlements tell of: what lies between such as are near each other, and half as far beyond the outermost as settlements lie apart on the whole. What lies farther out is
/// sea or another country's, as far as settlements can tell; no border is asked.
/// </summary>
internal sealed class KnownGround
{
    private const int Arcs = 8;
    private readonly HashSet<Coordinate> joined = [];
    private readonly STRtree<LineSegment> sides = new();
    private readonly Polygon[] parts = [];
    private readonly IndexedPointInAreaLocator? locator;
    private readonly double margin;

    /// <summary>Takes the triangles between neighbours.</summary>
    /// <param name="triangles">Each with its first corner again at its end.</param>
    /// <param name="sites">How many settlements there are.</param>
    /// <param name="apart">How far apart settlements may lie and still have ground between them.</param>
    public KnownGround(IEnumerable<Coordinate[]> triangles, int sites, double apart)
    {
        if (Between([.. triangles.Where(t => Sides(t).All(s => s.P0.Distance(s.P1) <= apart))]) is not { IsEmpty: false } between)
        {
            return;
        }

        margin = Math.Sqrt(between.Area / sites) / 2;
        var ground = between.Buffer(margin, Arcs);
        parts = [.. Enumerable.Range(0, ground.NumGeometries).Select(ground.GetGeometryN).Cast<Polygon>()];
        locator = new IndexedPointInAreaLocator(ground);
        foreach (var side in parts.SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing)).SelectMany(r => Sides(r.Coordinates)))
        {
            sides.Insert(new Envelope(side.P0, side.P1), side);
        }
    }

    /// <summary>False where all of a settlement's cell is known, and where settlements lie too far apart to tell.</summary>
    public bool Ends(Coordinate site, Geometry cell) => locator is not null && (!joined.Contains(site) || sides.Query(cell.EnvelopeInternal).Count > 0);

    /// <summary>Square kilometres of a cell that are known.</summary>
    /// <param name="site">The settlement.</param>
    /// <param name="cell">What lies nearer to it than to any other: without dents.</param>
    public double Area(Coordinate site, Geometry cell)
    {
        if (!joined.Contains(site))
        {
            return cell.Intersection(new Point(site).Buffer(margin, Arcs)).Area;
        }

        var ring = ((Polygon)cell).ExteriorRing.Coordinates;
        return parts.Where(p => p.EnvelopeInternal.Intersects(cell.EnvelopeInternal)).Sum(p => ConvexClip.Area(p.ExteriorRing.Coordinates, ring) - p.InteriorRings.Sum(hole => ConvexClip.Area(hole.Coordinates, ring)));
    }

    /// <summary>What of a side of a cell that <see cref="Ends"/> is on known ground.</summary>
    public IEnumerable<LineSegment> Within(LineSegment line)
    {
        var crossings = sides.Query(new Envelope(line.P0, line.P1)).Select(s => s.Intersection(line)).OfType<Coordinate>().Select(c => line.SegmentFraction(c)).Where(f => f is > 0 and < 1).Order().ToList();
        var ends = (List<Coordinate>)[line.P0, .. crossings.Select(f => line.PointAlong(f)), line.P1];
        return Enumerable.Range(1, ends.Count - 1).Select(i => new LineSegment(ends[i - 1], ends[i])).Where(s => locator!.Locate(s.MidPoint) != Location.Exterior);
    }

    /// <summary>What the triangles cover: what is the side of one of them alone is its outline.</summary>
    private Geometry Between(List<Coordinate[]> triangles)
    {
        var count = new Dictionary<(Coordinate, Coordinate), int>();
        foreach (var side in triangles.SelectMany(Sides))
        {
            joined.Add(side.P0);
            side.Normalize();
            CollectionsMarshal.GetValueRefOrAddDefault(count, (side.P0, side.P1), out _)++;
        }

        var outline = new Polygonizer(extractOnlyPolygonal: true);
        foreach (var (start, end) in count.Where(s => s.Value == 1).Select(s => s.Key).Order())
        {
            outline.Add(new LineString([start, end]));
        }

        return outline.GetGeometry();
    }

    private static IEnumerable<LineSegment> Sides(Coordinate[] ring) => ring.Zip(ring.Skip(1), (a, b) => new LineSegment(a, b));
}
