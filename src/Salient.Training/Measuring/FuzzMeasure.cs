using System.Diagnostics;
using System.Globalization;
using Salient.Acquiring;
using Salient.Reading;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary><c>measure fuzz FOLDERS,COUNT[,DATA[,SEED[,FINDINGS]]]</c>: spoils the files of folders (separated by +) and archives made of them, and reads them; tells crashes, and what took longest for its size.</summary>
internal static class FuzzMeasure
{
    private const double TooSlow = 2;

    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var count = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var data = parts.Length > 2 ? parts[2] : Pipeline.DataFolder;
        var seed = parts.Length > 3 ? int.Parse(parts[3], CultureInfo.InvariantCulture) : 1;
        var rules = ReadingRulesLoader.Load(Path.Combine(data, "rules", "en", "reading.yaml"));
        var reader = new Reader(TheatreLoader.Load(Path.Combine(data, "theatres", "ukraine")), rules);
        var clock = Stopwatch.StartNew();
        var (crashes, slowest, worst) = Fuzz(reader, new PostSplitter(rules), Seeds(parts[0].Split('+')), count, seed, parts.Length > 4 ? parts[4] : null);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"inputs {count}  seed {seed}  crashes {crashes.Count}  slowest {slowest:F2} s a MB (inputs under 64 KB count as 64 KB): {worst}  {clock.Elapsed.TotalSeconds:F0} s"));
        foreach (var crash in crashes.Take(20))
        {
            output.WriteLine(crash);
        }
    }

    /// <summary>The files of the folders, by name, and three archives of the first of them.</summary>
    public static List<(string Name, byte[] Bytes)> Seeds(IEnumerable<string> folders)
    {
        List<(string, byte[])> files = [.. folders.SelectMany(f => Directory.EnumerateFiles(f).Order(StringComparer.Ordinal)).Select(f => (f, File.ReadAllBytes(f)))];
        return [.. files, .. SeedArchives.Of(files.Where(f => f.Item2.Length < 8000).Take(5).ToList())];
    }

    /// <summary>Spoils and reads; one thread. Time is processor time: that of the clock tells more of what else runs.</summary>
    public static (List<string> Crashes, double Slowest, string Worst) Fuzz(Reader reader, PostSplitter splitter, IReadOnlyList<(string Name, byte[] Bytes)> seeds, int count, int seed, string? findings = null)
    {
        var mutator = new Mutator(seed);
        var crashes = new List<string>();
        var (slowest, worst) = (0.0, "");
        for (var n = 0; n < count; n++)
        {
            var (name, bytes) = seeds[n % seeds.Count];
            var spoilt = mutator.Spoil(bytes);
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                Read(reader, splitter, name, spoilt);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Keep(findings, seed, n, name, spoilt);
                crashes.Add($"{n} {Path.GetFileName(name)}: {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Salient", StringComparison.Ordinal))?.Trim()}");
            }

            var pace = (Environment.CpuUsage.TotalTime - before).TotalSeconds / (Math.Max(spoilt.Length, 1 << 16) / 1048576.0);
            if (n > 100 && pace > TooSlow)
            {
                Keep(findings, seed, n, name, spoilt);
            }

            (slowest, worst) = n > 100 && pace > slowest ? (pace, $"{n} {Path.GetFileName(name)}") : (slowest, worst);
        }

        return (crashes, slowest, worst);
    }

    private static void Keep(string? folder, int seed, int n, string name, byte[] bytes)
    {
        if (folder is not null)
        {
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{seed}-{n}-{Path.GetFileName(name)}"), bytes);
        }
    }

    internal static void Read(Reader reader, PostSplitter splitter, string name, byte[] bytes)
    {
        if (name.EndsWith("robots.txt", StringComparison.Ordinal))
        {
            RobotsRules.Parse(System.Text.Encoding.UTF8.GetString(bytes), "salient").Allows("/a/b?c=d");
        }

        if (name.EndsWith(".xml", StringComparison.Ordinal))
        {
            _ = SitemapSource.IsSitemap(bytes);
            SitemapSource.Read(bytes, name);
        }

        PagedArticle.Next(bytes, new Uri("https://example.org/story"), new Uri("https://example.org/story"), 1);
        foreach (var acquired in new Acquirer(null, name, bytes).Acquire(["-"]))
        {
            foreach (var capture in acquired.Capture is { } whole ? splitter.Split(whole) : [])
            {
                if (reader.Read(capture).Report is { } report)
                {
                    Check(report);
                }
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
