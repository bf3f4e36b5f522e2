using System.Text.Encodings.Web;
using System.Text.Json;

namespace Salient.Publishing.Exports;

/// <summary>Writes features as GeoJSON (RFC 7946): what has no dot has a null geometry.</summary>
public static class GeoJsonWriter
{
    private const int Full = 1 << 16;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The collection; the note stands beside the features.</summary>
    public static void Write(ExportNote note, IEnumerable<Feature> features, Stream output)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(features);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("generator", note.Generator);
        json.WriteString("licence", ExportNote.Licence);
        json.WriteString("caveat", ExportNote.Caveat);
        json.WriteStartArray("features");
        foreach (var feature in features)
        {
            Write(json, feature);
            if (json.BytesPending > Full)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Feature feature)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        if (feature.Dot is { } dot)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(dot.Lon);
            json.WriteNumberValue(dot.Lat);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        json.WriteString("title", feature.Name);
        feature.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
