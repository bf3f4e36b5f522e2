using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Salient.Reconciling.Front;

/// <summary>What a ring has in common with one that has no dents: cut along each of its sides in turn (Sutherland and Hodgman), which is enough for the area.</summary>
internal static class ConvexClip
{
    /// <summary>The area that both enclose; both end with their first point.</summary>
    public static double Area(Coordinate[] ring, Coordinate[] convex)
    {
        var turn = Orientation.IsCCW(convex) ? 1 : -1;
        List<Coordinate> left = [.. ring.AsSpan(1)], cut = [];
        for (var k = 1; k < convex.Length && left.Count > 0; k++)
        {
            Cut(left, convex[k - 1], convex[k], turn, cut);
            (left, cut) = (cut, left);
        }

        var sum = 0d;
        for (var i = 0; i < left.Count; i++)
        {
            var (p, q) = (left[i], left[(i + 1) % left.Count]);
            sum += ((p.X - convex[0].X) * (q.Y - convex[0].Y)) - ((q.X - convex[0].X) * (p.Y - convex[0].Y));
        }

        return Math.Abs(sum) / 2;
    }

    private static void Cut(List<Coordinate> ring, Coordinate start, Coordinate end, int turn, List<Coordinate> to)
    {
        to.Clear();
        var before = ring[^1];
        var was = Side(before);
        foreach (var point in ring)
        {
            var side = Side(point);
            if (side >= 0 != was >= 0)
            {
                var share = was / (was - side);
                to.Add(new Coordinate(before.X + (share * (point.X - before.X)), before.Y + (share * (point.Y - before.Y))));
            }

            if (side >= 0)
            {
                to.Add(point);
            }

            (before, was) = (point, side);
        }

        // How far inside of the line it lies, by the line's length.
        double Side(Coordinate c) => turn * (((end.X - start.X) * (c.Y - start.Y)) - ((end.Y - start.Y) * (c.X - start.X)));
    }
}
