using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Writes a report as one JSON line: id, title, date, paragraphs with their roles, and the body alone.</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of <paramref name="report"/>, without a line end.</summary>
    public static string Write(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            json.WriteString("title", report.Title);
            json.WriteString("date", report.Date.Day?.ToString("yyyy-MM-dd"));
            json.WriteString("date_from", report.Date.NotBefore?.ToString("yyyy-MM-dd"));
            json.WriteString("date_to", report.Date.NotAfter?.ToString("yyyy-MM-dd"));
            json.WriteString("date_basis", report.Date.Basis.ToString().ToLowerInvariant());
            json.WriteString("date_note", report.Date.Note);
            json.WriteString("outlet", report.Outlet);
            json.WriteString("author", report.Author);
            json.WriteString("language", report.Language);
            json.WriteString("copy_of", report.CopyOf);
            json.WriteBoolean("institute", report.Institute);
            Paragraphs(json, report);
            Notes(json, report);
            json.WriteString("body", Body(report));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The text of the article alone: its paragraphs, quotations, subheadings and corrections, joined by empty lines; no title, caption, comment or text of the site.</summary>
    public static string Body(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        for (var i = 0; i < report.Paragraphs.Length; i++)
        {
            var p = report.Paragraphs[i];
            var words = p.Span.Of(report.Text);
            if (p.Role is ParagraphRole.Body or ParagraphRole.Quote or ParagraphRole.Correction || (p.Role == ParagraphRole.Heading && (i > 0 || words != report.Title)))
            {
                _ = text.Length > 0 ? text.Append("\n\n") : text;
                text.Append(words);
            }
        }

        return text.ToString();
    }

    private static void Paragraphs(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("paragraphs");
        foreach (var p in report.Paragraphs)
        {
            json.WriteStartObject();
            json.WriteString("role", p.Role.ToString().ToLowerInvariant());
            json.WriteString("text", p.Span.Of(report.Text));
            if (p.Credit is not null)
            {
                json.WriteString("credit", p.Credit);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Notes(Utf8JsonWriter json, Report report)
    {
        if (report.Endnotes.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("endnotes");
        foreach (var note in report.Endnotes)
        {
            json.WriteStartObject();
            json.WriteNumber("number", note.Number);
            json.WriteStartArray("links");
            foreach (var link in note.Links)
            {
                json.WriteStringValue(link);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("markers", report.Markers.Length);
        json.WriteNumber("markers_tied", report.Markers.Count(m => m.Note >= 0));
    }
}
