using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Writes events as Forensic Architecture's timemap reads them: events, associations (filters by kind and actor) and sources, in one file.</summary>
public static class TimemapWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        var filters = new SortedSet<string>(StringComparer.Ordinal);
        var reports = new SortedDictionary<string, Records.ReportHeader>(StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("generator", source.Note.Generator);
        json.WriteString("licence", ExportNote.Licence);
        json.WriteString("caveat", ExportNote.Caveat);
        json.WriteStartArray("events");
        foreach (var told in source.ToldEvents())
        {
            Write(json, told, filters);
            foreach (var claim in told.Claims)
            {
                reports[claim.Report.Id] = claim.Report;
            }
        }

        json.WriteEndArray();
        Associations(json, filters);
        json.WriteStartObject("sources");
        foreach (var (id, report) in reports)
        {
            json.WriteStartObject(id);
            json.WriteString("id", id);
            json.WriteString("title", Phrasing.Titled(report));
            json.WriteString("thumbnail", "");
            json.WriteStartArray("paths");
            json.WriteEndArray();
            json.WriteString("type", report.Outlet ?? "report");
            json.WriteString("description", "");
            json.WriteString("url", report.Origin.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? report.Origin : "");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        foreach (var empty in (ReadOnlySpan<string>)["sites", "regions", "shapes", "notifications"])
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ToldEvent told, SortedSet<string> filters)
    {
        var e = told.Event;
        string[] mine = [e.Kind, .. e.Actor is { } side ? (ReadOnlySpan<string>)["side " + side] : []];
        filters.UnionWith(mine);
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("description", $"{Features.Title(e)}. {string.Join(", ", e.Origins)}; credibility {e.Credibility}: {e.Reason}");
        json.WriteString("date", e.From.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));
        json.WriteString("time", "");
        json.WriteString("location", e.PlaceName);
        json.WriteString("latitude", Cell.Text(e.Lat));
        json.WriteString("longitude", Cell.Text(e.Lon));
        json.WriteString("category", e.Kind);
        json.WriteStartArray("associations");
        foreach (var filter in mine)
        {
            json.WriteStringValue(filter);
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var report in told.Claims.Select(c => c.Report.Id).Distinct())
        {
            json.WriteStringValue(report);
        }

        json.WriteEndArray();
        json.WriteString("comments", string.Join(' ', e.Claims));
        json.WriteEndObject();
    }

    private static void Associations(Utf8JsonWriter json, SortedSet<string> filters)
    {
        json.WriteStartArray("associations");
        foreach (var filter in filters)
        {
            json.WriteStartObject();
            json.WriteString("id", filter);
            json.WriteString("title", filter);
            json.WriteString("desc", "");
            json.WriteString("mode", "FILTER");
            json.WriteStartArray("filter_paths");
            json.WriteStringValue(filter.StartsWith("side ", StringComparison.Ordinal) ? "actor" : "kind");
            json.WriteStringValue(filter);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
