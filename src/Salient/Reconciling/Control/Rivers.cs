using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reconciling.Control;

/// <summary>The courses of rivers, roughly: which bank a place lies on, and what a wide river parts. Data: a theatre's <c>waters.tsv</c>.</summary>
/// <param name="courses">Names and points (degrees north and east), downstream.</param>
/// <param name="wide">Names of those that are hard to cross.</param>
public sealed class Rivers(IEnumerable<(string Name, ImmutableArray<(double Lat, double Lon)> Points)> courses, IEnumerable<string> wide)
{
    private const double KilometresPerDegree = 111.195;
    private readonly ImmutableArray<(string Name, ImmutableArray<(double Lat, double Lon)> Points)> courses = [.. courses];
    private readonly ImmutableHashSet<string> wide = [.. wide];

    /// <summary>How many there are.</summary>
    public int Count => courses.Length;

    /// <summary>Reads <c>waters.tsv</c> in <paramref name="folder"/>; a theatre without one knows no river.</summary>
    /// <param name="folder">The theatre's folder.</param>
    /// <param name="wide">Names of those that are hard to cross.</param>
    /// <exception cref="ProblemException">SAL0305: a line is wrong.</exception>
    public static Rivers Load(string folder, IEnumerable<string> wide)
    {
        var path = Path.Combine(folder, "waters.tsv");
        return new(TableLines.Read(path).Select(l => Course(path, l.Number, l.Cells)), wide);
    }

    /// <summary>The one river that is hard to cross; -1 where there is none, or several.</summary>
    public int Main => wide.Count == 1 ? Array.FindIndex([.. courses], c => wide.Contains(c.Name)) : -1;

    /// <summary>The name of a river.</summary>
    public string Name(int river) => courses[river].Name;

    /// <summary>How far a point lies from a river in km, and on which bank: 1 the right, -1 the left.</summary>
    public (double Kilometres, int Bank) Of(int river, double lat, double lon)
    {
        var (_, square, beside) = Nearest(river, lat, lon);
        return (KilometresPerDegree * Math.Sqrt(square), beside < 0 ? 1 : -1);
    }

    /// <summary>The bank that lies to a side of the sky, by how the river runs near a point, or on the whole where none is given: 1 the right, -1 the left.</summary>
    public int Bank(int river, (double East, double North) sky, double? lat, double? lon)
    {
        var points = courses[river].Points;
        var k = lat is { } y && lon is { } x ? Nearest(river, y, x).Stretch : -1;
        var (from, to) = k < 0 ? (points[0], points[^1]) : (points[k], points[k + 1]);
        return ((to.Lat - from.Lat) * sky.East) - ((to.Lon - from.Lon) * Math.Cos(from.Lat * Math.PI / 180) * sky.North) > 0 ? 1 : -1;
    }

    /// <summary>True where a wide river runs between two points.</summary>
    public bool Part((double Lat, double Lon) one, (double Lat, double Lon) other)
    {
        foreach (var (_, points) in courses.Where(c => wide.Contains(c.Name)))
        {
            for (var k = 0; k + 1 < points.Length; k++)
            {
                var (a, b) = (points[k], points[k + 1]);
                if (Turn(one, other, a) * Turn(one, other, b) < 0 && Turn(a, b, one) * Turn(a, b, other) < 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private (int Stretch, double Square, double Beside) Nearest(int river, double lat, double lon)
    {
        const double Alike = 1e-12;
        var points = courses[river].Points;
        var shrink = Math.Cos(lat * Math.PI / 180);
        var best = (Stretch: 0, Square: double.MaxValue, Beside: 0.0);
        for (var k = 0; k + 1 < points.Length; k++)
        {
            var (x, y) = ((points[k + 1].Lon - points[k].Lon) * shrink, points[k + 1].Lat - points[k].Lat);
            var (px, py) = ((lon - points[k].Lon) * shrink, lat - points[k].Lat);
            var along = Math.Clamp(((px * x) + (py * y)) / ((x * x) + (y * y)), 0, 1);
            var square = Square(px - (along * x)) + Square(py - (along * y));

            // At a bend two stretches are as near as each other: the one that the point lies more squarely beside tells the bank.
            var beside = ((x * py) - (y * px)) / Math.Sqrt((x * x) + (y * y));
            if (square < best.Square - Alike || (square < best.Square + Alike && Math.Abs(beside) > Math.Abs(best.Beside)))
            {
                best = (k, square, beside);
            }
        }

        return best;
    }

    private static (string, ImmutableArray<(double, double)>) Course(string path, int number, string[] cells)
    {
        var points = cells.Length == 2 ? cells[1].Split(';').Select(Point).ToList() : [];
        return points.Count > 1 && points.All(p => p is not null)
            ? (cells[0], [.. points.Select(p => p!.Value)])
            : throw new ProblemException(new("SAL0305", string.Create(CultureInfo.InvariantCulture, $"{path}:{number}"), "Two cells are wanted: a name, two points or more.", "Mend the line, or take it out."));
    }

    private static (double, double)? Point(string pair) =>
        pair.Split(',') is [var lat, var lon] && double.TryParse(lat, CultureInfo.InvariantCulture, out var y) && double.TryParse(lon, CultureInfo.InvariantCulture, out var x) ? (y, x) : null;

    /// <summary>Positive where the way from <paramref name="a"/> by <paramref name="b"/> to <paramref name="c"/> turns left.</summary>
    private static double Turn((double Lat, double Lon) a, (double Lat, double Lon) b, (double Lat, double Lon) c) =>
        ((b.Lon - a.Lon) * (c.Lat - a.Lat)) - ((b.Lat - a.Lat) * (c.Lon - a.Lon));

    private static double Square(double x) => x * x;
}
