using System.Text.Json;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>Mentions against re3d: right where the type is the same and the shared stretch is half of the longer span.</summary>
internal static class MentionMeasure
{
    private static readonly Dictionary<MentionType, string> Names = new()
    {
        [MentionType.Organisation] = "Organisation",
        [MentionType.Force] = "Organisation",
        [MentionType.Person] = "Person",
        [MentionType.Post] = "Person",
        [MentionType.Place] = "Location",
        [MentionType.Weapon] = "Weapon",
        [MentionType.Time] = "Temporal",
        [MentionType.Number] = "Quantity",
        [MentionType.Nationality] = "Nationality",
    };

    /// <summary>Reads <c>RE3D,even</c> or <c>RE3D,odd</c>: the half of the documents to score, by their order of id. Military platforms count as weapons.</summary>
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var half = parts.Length > 1 && parts[1] == "odd" ? 1 : 0;
        var documents = Lines(parts[0], "documents.json").OrderBy(d => d.GetProperty("_id").GetString(), StringComparer.Ordinal).Where((_, i) => i % 2 == half).ToArray();
        var entities = Lines(parts[0], "entities.json").ToLookup(e => e.GetProperty("documentId").GetString());
        var pipeline = new Pipeline(Pipeline.DataFolder);
        var gold = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var right = new Dictionary<string, int>(StringComparer.Ordinal);
        var hit = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var text = document.GetProperty("text").GetString()!;
            var id = document.GetProperty("_id").GetString()!;
            var sentences = pipeline.Parse(new Report(id, text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty));
            var ours = sentences.SelectMany(s => s.Mentions).Select(m => (Type: Names[m.Type], m.Span)).ToArray();
            var theirs = entities[id].Select(e => (Type: Type(e.GetProperty("type").GetString()!), Span: new TextSpan(e.GetProperty("begin").GetInt32(), e.GetProperty("end").GetInt32()))).ToArray();
            foreach (var g in theirs)
            {
                Add(gold, g.Type);
                Add(hit, g.Type, ours.Any(o => o.Type == g.Type && Half(o.Span, g.Span)));
            }

            foreach (var o in ours)
            {
                Add(found, o.Type);
                Add(right, o.Type, theirs.Any(g => o.Type == g.Type && Half(o.Span, g.Span)));
            }
        }

        foreach (var type in (string[])["Organisation", "Person", "Location", "Weapon", "Temporal", "Quantity", "Nationality"])
        {
            Print(output, type, right.GetValueOrDefault(type), found.GetValueOrDefault(type), hit.GetValueOrDefault(type), gold.GetValueOrDefault(type));
        }

        string[] five = ["Organisation", "Person", "Location", "Weapon"];
        Print(output, "these four", five.Sum(right.GetValueOrDefault), five.Sum(found.GetValueOrDefault), five.Sum(hit.GetValueOrDefault), five.Sum(gold.GetValueOrDefault));
    }

    private static void Print(TextWriter output, string type, int right, int found, int hit, int gold)
    {
        var p = right / (double)Math.Max(1, found);
        var r = hit / (double)Math.Max(1, gold);
        output.WriteLine($"{type,-13} gold {gold,5}  found {found,5}  P {p:F3}  R {r:F3}  F1 {(p + r == 0 ? 0 : 2 * p * r / (p + r)):F3}");
    }

    private static string Type(string type) => type == "MilitaryPlatform" ? "Weapon" : type;

    private static void Add(Dictionary<string, int> counts, string type, bool counted = true) => counts[type] = counts.GetValueOrDefault(type) + (counted ? 1 : 0);

    private static bool Half(TextSpan a, TextSpan b) => 2 * (Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) >= Math.Max(a.Length, b.Length);

    private static IEnumerable<JsonElement> Lines(string folder, string name) =>
        Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => JsonDocument.Parse(l).RootElement);
}
