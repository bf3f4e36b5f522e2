using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Records;

namespace Salient.Locating.Resolving;

/// <summary>The courses of rivers, roughly, so that a river is looked for where the report's other places or the fighting lie.</summary>
internal sealed class Courses
{
    private readonly Dictionary<string, (float Lat, float Lon)[]> courses = new(StringComparer.Ordinal);

    /// <summary>Reads <c>waters.tsv</c> in <paramref name="folder"/>; a theatre without one knows no course.</summary>
    /// <exception cref="ProblemException">SAL0305: a line is wrong.</exception>
    public static Courses Load(string folder)
    {
        var path = Path.Combine(folder, "waters.tsv");
        var result = new Courses();
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 2 || Points.Read(cells[1]) is not { } points || !result.courses.TryAdd(cells[0], points))
            {
                throw new ProblemException(new Problem("SAL0305", $"{path}:{number}", "Two cells are wanted: a name that no other line has, two points or more.", "Mend the line, or take it out."));
            }
        }

        return result;
    }

    /// <summary>The point of the water called <paramref name="name"/> that is nearest to a point, and how far; null where its course is not known.</summary>
    public (double Lat, double Lon, double Km)? Nearest(string name, double lat, double lon)
    {
        if (!courses.TryGetValue(name, out var points))
        {
            return null;
        }

        (double Lat, double Lon, double Km) best = (0, 0, double.PositiveInfinity);
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var km = Earth.ToSegment(lat, lon, points[i], points[i + 1], out var at);
            if (km < best.Km)
            {
                best = (at.Lat, at.Lon, km);
            }
        }

        return best;
    }

    /// <summary>True where the course of the water called <paramref name="name"/> is known.</summary>
    public bool Holds(string name) => courses.ContainsKey(name);

    /// <summary>The points of the course of the water called <paramref name="name"/>; empty where it is not known.</summary>
    public (float Lat, float Lon)[] Of(string name) => courses.GetValueOrDefault(name, []);
}

/// <summary>Points written as "latitude,longitude; …".</summary>
internal static class Points
{
    /// <summary>Two points or more, or null where a pair is none.</summary>
    public static (float Lat, float Lon)[]? Read(string cell)
    {
        var pairs = cell.Split(';', StringSplitOptions.TrimEntries);
        var points = new (float Lat, float Lon)[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var parts = pairs[i].Split(',');
            if (parts.Length != 2 || !float.TryParse(parts[0], CultureInfo.InvariantCulture, out var lat) || !float.TryParse(parts[1], CultureInfo.InvariantCulture, out var lon) ||
                !(Math.Abs(lat) <= 90) || !(Math.Abs(lon) <= 180))
            {
                return null;
            }

            points[i] = (lat, lon);
        }

        return points.Length < 2 ? null : points;
    }
}
