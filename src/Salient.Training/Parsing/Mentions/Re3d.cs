using System.Text.Json;
using Salient.Records;

namespace Salient.Training.Parsing.Mentions;

/// <summary>A document of re3d with its marked mentions.</summary>
internal sealed record Re3dDocument(string Id, string Source, string Text, (string Type, TextSpan Span)[] Entities)
{
    /// <summary>The document as a report of one paragraph.</summary>
    public Report AsReport() => new(Id, Text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, Text.Length), ParagraphRole.Body)], string.Empty);
}

/// <summary>Reads re3d: a folder a source.</summary>
internal static class Re3d
{
    /// <summary>Every second document in the order of ids: half 0 is the half to look at and learn from, half 1 the one to score by.</summary>
    public static Re3dDocument[] Read(string folder, int half)
    {
        var result = new List<Re3dDocument>();
        foreach (var file in Directory.EnumerateFiles(folder, "documents.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var source = Path.GetFileName(Path.GetDirectoryName(file)!);
            var entities = Lines(Path.Combine(Path.GetDirectoryName(file)!, "entities.json")).ToLookup(e => e.GetProperty("documentId").GetString());
            foreach (var d in Lines(file))
            {
                var id = d.GetProperty("_id").GetString()!;
                result.Add(new Re3dDocument(id, source, d.GetProperty("text").GetString()!, [.. entities[id].Select(e => (e.GetProperty("type").GetString()!, new TextSpan(e.GetProperty("begin").GetInt32(), e.GetProperty("end").GetInt32())))]));
            }
        }

        return [.. result.OrderBy(d => d.Id, StringComparer.Ordinal).Where((_, i) => i % 2 == half)];
    }

    private static IEnumerable<JsonElement> Lines(string path) => File.ReadLines(path).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => JsonDocument.Parse(l).RootElement);
}
