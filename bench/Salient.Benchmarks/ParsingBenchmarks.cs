using BenchmarkDotNet.Attributes;
using Salient.Parsing;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Benchmarks;

/// <summary>Tagging and parsing of words given, and everything from raw text; one thread. Words a second are <see cref="Words"/> over the mean.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    /// <summary>Words of one run.</summary>
    public const int Words = 100_000;

    private const string Invented =
        "The governor said on Monday that two brigades had crossed the river near the village of Verbivka and taken the bridge. "
        + "According to the ministry, 14 tanks and three howitzers were destroyed by drones overnight; nobody could confirm it. "
        + "“We will hold the line as long as we must,” Col. Ivan Petrenko told reporters, adding that the 93rd Brigade lacked shells. ";

    private Parser parser = null!;
    private Report report = null!;
    private string[][] sentences = null!;

    /// <summary>Loads the model and makes the text.</summary>
    [GlobalSetup]
    public void Setup()
    {
        parser = new Parser(ParserModel.Open(Pipeline.DataFolder), TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")));
        var once = parser.Parse(Of(Invented));
        var words = once.Sum(s => s.Tokens.Length);
        var text = string.Join('\n', Enumerable.Repeat(Invented, Words / words));
        report = Of(text);
        sentences = [.. parser.Parse(report).Select(s => s.Tokens.Select(t => t.Form).ToArray())];
    }

    /// <summary>Words and sentences given.</summary>
    [Benchmark]
    public int TagAndParse()
    {
        var n = 0;
        foreach (var words in sentences)
        {
            n += parser.Parse(words).Tokens.Length;
        }

        return n;
    }

    /// <summary>From text: words, sentences, tags, trees, mentions.</summary>
    [Benchmark]
    public int FromText() => parser.Parse(report).Length;

    /// <summary>Reads and unpacks the model.</summary>
    [Benchmark]
    public int Load() => ParserModel.Open(Pipeline.DataFolder).Preload();

    private static Report Of(string text) =>
        new("r", text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);
}
