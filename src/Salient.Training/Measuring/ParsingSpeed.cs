using System.Diagnostics;
using Salient.Parsing;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>Words a second of processor time, so that a busy machine measures the same; and the time that loading the model takes.</summary>
internal static class ParsingSpeed
{
    private const int Rounds = 8;

    /// <summary>Reads a folder of texts.</summary>
    public static void Run(string path, TextWriter output)
    {
        var data = Pipeline.DataFolder;
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            ParserModel.Open(data).Preload();
            output.WriteLine($"load {i + 1}: {clock.ElapsedMilliseconds} ms, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0} ms of processor time");
        }

        var parser = new Parser(ParserModel.Open(data), TheatreLoader.Load(Path.Combine(data, "theatres", "ukraine")));
        var reports = Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(f => Of(File.ReadAllText(f))).ToArray();
        var sentences = reports.SelectMany(r => parser.Parse(r)).Select(s => s.Tokens.Select(t => t.Form).ToArray()).ToArray();
        Time(output, "words given: tags and trees", sentences.Sum(s => s.Length), () => Array.ForEach(sentences, s => parser.Parse(s)));
        Time(output, "from text: words, sentences, tags, trees, mentions", sentences.Sum(s => s.Length), () => Array.ForEach(reports, r => parser.Parse(r)));
    }

    private static void Time(TextWriter output, string name, int words, Action run)
    {
        run();
        var best = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            run();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        output.WriteLine($"{name}: {words} words, {words / best:F0} a second");
    }

    private static Report Of(string text) =>
        new("r", text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);
}
