using System.Globalization;
using Salient.Dating;
using Salient.Measuring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>How long dating and measuring take for 600 words of a folder of texts, one thread, processor time: times found once, then every third sentence dated and measured as if it were a claim.</summary>
internal static class PaceMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var folder = Path.Combine(Pipeline.DataFolder, "rules", "en");
        var theatre = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine"));
        var dater = new Dater(theatre, TimeRulesLoader.Load(folder));
        var measurer = new Measurer(theatre, NumberRulesLoader.Load(folder));
        var reports = Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f =>
        {
            var text = File.ReadAllText(f);
            return new Report(Path.GetFileName(f), text, null, new ReportDate(new DateOnly(2022, 10, 4), null, null, DateBasis.Given, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);
        }).ToList();
        var words = reports.Sum(r => r.Text.Split(' ').Length);
        for (var round = 0; round < 3; round++)
        {
            var start = Environment.CpuUsage.UserTime;
            var found = reports.Select(r => PlainSentences.Split(r.Text) is var s ? (Report: r, Sentences: s, Times: dater.Find(r, s)) : default).ToList();
            var middle = Environment.CpuUsage.UserTime;
            foreach (var (report, sentences, times) in found)
            {
                for (var i = 0; i < sentences.Length; i += 3)
                {
                    var claim = new Assertion("loss", "killed", sentences[i].Span, i, 0, 0, null, null, [], null, null, null, null, null, null, null, "pace", 1);
                    dater.Date(report, sentences, times, claim);
                    measurer.Measure(report, sentences, claim);
                }
            }

            var end = Environment.CpuUsage.UserTime;
            double Per(TimeSpan spent) => spent.TotalMilliseconds * 600 / Math.Max(1, words);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pace: {reports.Count} texts, {words} words; finding times {Per(middle - start):0.000} ms, dating and measuring claims {Per(end - middle):0.000} ms for 600 words"));
        }
    }
}
