using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Salient.Web.Map.Ground;

/// <summary>Reads countries' outlines from a TopoJSON file (world-atlas): shared arcs, quantised and delta-coded.</summary>
internal sealed class CountryShapes
{
    private readonly Coordinate[][] arcs;
    private readonly Dictionary<string, JsonElement> countries;

    private CountryShapes(Coordinate[][] arcs, Dictionary<string, JsonElement> countries) => (this.arcs, this.countries) = (arcs, countries);

    /// <summary>The outlines in <paramref name="path"/>, or null where the file is missing or no such file.</summary>
    public static CountryShapes? Load(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var transform = root.GetProperty("transform");
            var (scale, move) = (Numbers(transform.GetProperty("scale")), Numbers(transform.GetProperty("translate")));
            Coordinate[][] read = [.. root.GetProperty("arcs").EnumerateArray().Select(a => Arc(a, scale, move))];
            return new CountryShapes(read, root.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray()
                .Where(g => g.GetProperty("type").GetString() is "Polygon" or "MultiPolygon")
                .ToDictionary(g => g.GetProperty("properties").GetProperty("name").GetString()!, g => g.Clone(), StringComparer.Ordinal));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Names of all countries, in order.</summary>
    public IEnumerable<string> Names => countries.Keys.Order(StringComparer.Ordinal);

    /// <summary>The polygons of a country that reach into <paramref name="window"/>, made valid.</summary>
    public IEnumerable<Geometry> Polygons(string name, Envelope window)
    {
        if (!countries.TryGetValue(name, out var geometry))
        {
            yield break;
        }

        var lines = geometry.GetProperty("arcs");
        IEnumerable<JsonElement> polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [lines] : lines.EnumerateArray();
        foreach (var polygon in polygons)
        {
            LinearRing[] rings = [.. polygon.EnumerateArray().Select(Ring)];
            if (rings[0].EnvelopeInternal.Intersects(window))
            {
                yield return GeometryFixer.Fix(new Polygon(rings[0], rings[1..]));
            }
        }
    }

    private LinearRing Ring(JsonElement indices)
    {
        var points = new List<Coordinate>();
        foreach (var index in indices.EnumerateArray().Select(i => i.GetInt32()))
        {
            IEnumerable<Coordinate> arc = index < 0 ? arcs[~index].Reverse() : arcs[index];
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }

        return new LinearRing([.. points]);
    }

    private static Coordinate[] Arc(JsonElement arc, double[] scale, double[] move)
    {
        double x = 0, y = 0;
        return
        [
            .. arc.EnumerateArray().Select(p =>
            {
                (x, y) = (x + p[0].GetDouble(), y + p[1].GetDouble());
                return new Coordinate((x * scale[0]) + move[0], (y * scale[1]) + move[1]);
            }),
        ];
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDouble())];
}
