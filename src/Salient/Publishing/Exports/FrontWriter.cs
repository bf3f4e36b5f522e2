using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Writes the front of one day as GeoJSON (RFC 7946): a line for each stretch, and a feature without geometry for what each side holds.</summary>
public static class FrontWriter
{
    private const int Digits = 5;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The collection.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("generator", source.Note.Generator);
        json.WriteString("licence", ExportNote.Licence);
        json.WriteString("caveat", ExportNote.Caveat);
        var front = source.Front();
        json.WriteString("day", Phrasing.Day(front?.Day));
        json.WriteStartArray("features");
        foreach (var stretch in front?.Stretches ?? [])
        {
            Line(json, stretch);
        }

        foreach (var area in front?.Areas ?? [])
        {
            Area(json, area);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, FrontStretch stretch)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "LineString");
        json.WriteStartArray("coordinates");
        foreach (var (lat, lon) in stretch.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(lon, Digits));
            json.WriteNumberValue(Math.Round(lat, Digits));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("what", "line");
        json.WriteBoolean("certain", stretch.Certain);
        json.WriteNumber("km", stretch.Kilometres);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Area(Utf8JsonWriter json, HeldArea area)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNull("geometry");
        json.WriteStartObject("properties");
        json.WriteString("what", "area");
        json.WriteString("holder", area.Holder);
        json.WriteNumber("km2", area.SquareKilometres);
        json.WriteNumber("taken", area.Taken);
        json.WriteNumber("change", area.Change);
        json.WriteNumber("inferred", area.Inferred);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>The table of ground held: a row for each day and side.</summary>
public static class FrontFields
{
    /// <summary>Its columns.</summary>
    public static ImmutableArray<Field<HeldArea>> Of(ExportNote note) =>
    [
        new("day", a => a.Day),
        new("holder", a => a.Holder),
        new("km2", a => a.SquareKilometres),
        new("taken", a => a.Taken),
        new("change", a => a.Change),
        new("inferred", a => a.Inferred),
        new("version", _ => note.Generator),
        new("licence", _ => ExportNote.Terms),
    ];
}
