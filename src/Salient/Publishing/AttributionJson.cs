using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Writes a report's attributions as one JSON line; offsets in code points.</summary>
public static class AttributionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without a line end: those that the report itself makes, each with those that stand inside it.</summary>
    public static string Write(Report report, ImmutableArray<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(report);
        var points = new CodePoints(report.Text);
        var inner = Enumerable.Range(0, attributions.Length).ToLookup(i => attributions[i].Outer);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", report.Id);
            json.WriteStartArray("attributions");
            foreach (var i in inner[-1])
            {
                Write(json, points, attributions, inner, i, 0);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, CodePoints points, ImmutableArray<Attribution> all, ILookup<int, int> inner, int index, int depth)
    {
        var a = all[index];
        json.WriteStartObject();
        Spans(json, points, "source", a.Source);
        Spans(json, points, "cue", a.Cue);
        Spans(json, points, "content", a.Content);
        json.WriteString("class", a.Class.ToString().ToLowerInvariant());
        if (a.By is { } by)
        {
            json.WriteStartObject("by");
            json.WriteString("name", by.Name);
            json.WriteString("type", by.Type);
            json.WriteString("side", by.Side);
            json.WriteBoolean("anonymous", by.Anonymous);
            json.WriteEndObject();
        }

        if (depth < 8 && inner[index].Any())
        {
            json.WriteStartArray("inner");
            foreach (var i in inner[index])
            {
                Write(json, points, all, inner, i, depth + 1);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Spans(Utf8JsonWriter json, CodePoints points, string name, ImmutableArray<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var s in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(points.At(s.Start));
            json.WriteNumberValue(points.At(s.End));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
