using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Salient.Dating;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>TIMEX3 of the texts' bodies against TimeML files: a found one is right in span where it overlaps a gold one (one to one, in order), in value where the values are the same too.</summary>
internal static class TimexMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var dater = new Dater(TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")), TimeRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));
        int gold = 0, found = 0, spans = 0, strict = 0, values = 0;
        foreach (var file in Directory.EnumerateFiles(path, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (text, day, wanted) = Read(file);
            var report = new Report(Path.GetFileName(file), text, null, new ReportDate(day, null, null, DateBasis.Metadata, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);
            var times = dater.Find(report, PlainSentences.Split(text)).ToList();
            gold += wanted.Count;
            found += times.Count;
            foreach (var w in wanted)
            {
                var hit = times.Find(t => t.Span.Overlaps(w.Span));
                if (hit is null)
                {
                    output.WriteLine($"missed {report.Id}:{w.Span.Start}-{w.Span.End} {w.Value}");
                    continue;
                }

                times.Remove(hit);
                spans++;
                strict += hit.Span == w.Span ? 1 : 0;
                values += hit.Timex == w.Value ? 1 : 0;
                if (hit.Timex != w.Value)
                {
                    output.WriteLine($"value  {report.Id}:{w.Span.Start}-{w.Span.End} gold {w.Value} found {hit.Timex} by {hit.Rule}");
                }
            }

            foreach (var t in times)
            {
                output.WriteLine($"extra  {report.Id}:{t.Span.Start}-{t.Span.End} {t.Timex} by {t.Rule}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"timex: {gold} gold, {found} found; span F1 {F(spans, found, gold):0.000}, exact span F1 {F(strict, found, gold):0.000}, value F1 {F(values, found, gold):0.000}"));
    }

    private static double F(int right, int found, int gold) => found + gold == 0 ? 0 : 2.0 * right / (found + gold);

    private static (string Text, DateOnly? Day, List<(TextSpan Span, string Value)> Gold) Read(string file)
    {
        var root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        var created = root.Descendants("TIMEX3").First(t => (string?)t.Attribute("functionInDocument") == "CREATION_TIME").Attribute("value")!.Value;
        var text = new StringBuilder();
        var gold = new List<(TextSpan Span, string Value)>();
        Walk(root.Element("TEXT")!, text, gold);
        return (text.ToString(), DateOnly.TryParseExact(created[..Math.Min(10, created.Length)], "yyyy-MM-dd", out var day) ? day : null, gold);
    }

    private static void Walk(XElement element, StringBuilder text, List<(TextSpan Span, string Value)> gold)
    {
        var start = text.Length;
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement inner)
            {
                Walk(inner, text, gold);
            }
        }

        if (element.Name == "TIMEX3" && text.Length > start)
        {
            gold.Add((new TextSpan(start, text.Length), element.Attribute("value")?.Value ?? string.Empty));
        }
    }
}
