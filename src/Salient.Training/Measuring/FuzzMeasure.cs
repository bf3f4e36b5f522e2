using System.Diagnostics;
using System.Globalization;
using Salient.Acquiring;
using Salient.Reading;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary><c>measure fuzz FOLDER,COUNT[,DATA]</c>: spoils the files of a folder and reads them; tells crashes, and what took longest for its size.</summary>
internal static class FuzzMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var count = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var data = parts.Length > 2 ? parts[2] : Pipeline.DataFolder;
        var reader = new Reader(TheatreLoader.Load(Path.Combine(data, "theatres", "ukraine")), ReadingRulesLoader.Load(Path.Combine(data, "rules", "en", "reading.yaml")));
        var (crashes, slowest, worst) = Fuzz(reader, [.. Directory.EnumerateFiles(parts[0]).Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllBytes(f)))], count, 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"inputs {count}  crashes {crashes.Count}  slowest {slowest:F2} s a MB (inputs under 64 KB count as 64 KB): {worst}"));
        foreach (var crash in crashes.Take(20))
        {
            output.WriteLine(crash);
        }
    }

    /// <summary>Spoils and reads; one thread.</summary>
    public static (List<string> Crashes, double Slowest, string Worst) Fuzz(Reader reader, IReadOnlyList<(string Name, byte[] Bytes)> seeds, int count, int seed)
    {
        var mutator = new Mutator(seed);
        var crashes = new List<string>();
        var (slowest, worst) = (0.0, "");
        for (var n = 0; n < count; n++)
        {
            var (name, bytes) = seeds[n % seeds.Count];
            var spoilt = mutator.Spoil(bytes);
            var clock = Stopwatch.StartNew();
            try
            {
                Read(reader, name, spoilt);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                crashes.Add($"{n} {Path.GetFileName(name)}: {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Salient", StringComparison.Ordinal))?.Trim()}");
            }

            var pace = clock.Elapsed.TotalSeconds / (Math.Max(spoilt.Length, 1 << 16) / 1048576.0);
            (slowest, worst) = n > 100 && pace > slowest ? (pace, $"{n} {Path.GetFileName(name)}") : (slowest, worst);
        }

        return (crashes, slowest, worst);
    }

    private static void Read(Reader reader, string name, byte[] bytes)
    {
        foreach (var acquired in new Acquirer(null, name, bytes).Acquire(["-"]))
        {
            if (acquired.Capture is { } capture && reader.Read(capture).Report is { } report)
            {
                Check(report);
            }
        }
    }

    // What must hold of every report, however it came.
    private static void Check(Report report)
    {
        var end = 0;
        foreach (var p in report.Paragraphs)
        {
            if (p.Span.Start < end || p.Span.End < p.Span.Start || p.Span.End > report.Text.Length)
            {
                throw new InvalidOperationException("Paragraphs overlap or leave the text.");
            }

            end = p.Span.End;
        }

        if (report.Markers.Any(m => m.Note >= report.Endnotes.Length))
        {
            throw new InvalidOperationException("A marker points at no note.");
        }
    }
}
