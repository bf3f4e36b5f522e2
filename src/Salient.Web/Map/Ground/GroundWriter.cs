using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Salient.Web.Map.Ground;

/// <summary>Writes shapes as a GeoJSON feature collection, coordinates to 3 decimals (some 100 m).</summary>
internal sealed class GroundWriter
{
    private const int Decimals = 3;
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly Utf8JsonWriter json;

    public GroundWriter()
    {
        json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
    }

    /// <summary>Adds a shape of a layer; an empty one is left out.</summary>
    public void Add(string layer, string? name, Geometry shape)
    {
        if (shape.IsEmpty)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("layer", layer);
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        Geometry(shape);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The collection; nothing can be added afterwards.</summary>
    public byte[] ToArray()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private void Geometry(Geometry shape)
    {
        var parts = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).ToList();
        var polygons = parts.OfType<Polygon>().ToList();
        json.WriteString("type", polygons.Count > 0 ? "MultiPolygon" : "MultiLineString");
        json.WriteStartArray("coordinates");
        foreach (var polygon in polygons)
        {
            json.WriteStartArray();
            Line(polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings)
            {
                Line(hole);
            }

            json.WriteEndArray();
        }

        foreach (var line in polygons.Count > 0 ? [] : parts.OfType<LineString>())
        {
            Line(line);
        }

        json.WriteEndArray();
    }

    private void Line(LineString line)
    {
        json.WriteStartArray();
        var last = (X: double.NaN, Y: double.NaN);
        foreach (var c in line.Coordinates)
        {
            var point = (X: Math.Round(c.X, Decimals), Y: Math.Round(c.Y, Decimals));
            if (point == last)
            {
                continue;
            }

            json.WriteStartArray();
            json.WriteNumberValue(point.X);
            json.WriteNumberValue(point.Y);
            json.WriteEndArray();
            last = point;
        }

        json.WriteEndArray();
    }
}
