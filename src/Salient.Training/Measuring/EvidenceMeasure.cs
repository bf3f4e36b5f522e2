using System.Text.Json;
using System.Text.RegularExpressions;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>How many gold evidence strings lie inside one sentence, and how many paragraphs of more than three sentences were left whole.</summary>
internal static partial class EvidenceMeasure
{
    /// <summary>Reads <c>GOLD,REPORTS</c>.</summary>
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var pipeline = new Pipeline(Pipeline.DataFolder);
        int all = 0, inside = 0, apart = 0;
        foreach (var file in Directory.EnumerateFiles(parts[0], "*.jsonl").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            var text = File.ReadAllText(Path.Combine(parts[1], id + ".txt"));
            var sentences = pipeline.Parse(new Report(id, text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty));
            foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
            {
                var evidence = JsonDocument.Parse(line).RootElement.GetProperty("evidence").GetString()!;
                var pattern = string.Join(@"\s+", Spaces().Split(evidence.Trim()).Select(Regex.Escape));
                var places = Regex.Matches(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
                if (places.Count == 0)
                {
                    apart++;
                    continue;
                }

                all++;
                if (places.Any(m => sentences.Any(s => s.Span.Start <= m.Index && s.Span.End >= m.Index + m.Length)))
                {
                    inside++;
                }
                else
                {
                    output.WriteLine($"split: {id} {places[0].Index}-{places[0].Index + places[0].Length}");
                }
            }
        }

        output.WriteLine($"evidence strings {all}  inside one sentence {inside}  share {inside / (double)Math.Max(1, all):F4}  not in the text {apart}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
