using System.Diagnostics;
using System.Runtime;
using System.Text.Json;
using Salient.Locating;
using Salient.Publishing;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>Time to load the gazetteers, memory, names a second on one thread; over lines of <c>{"id", "date", "text"}</c>; writes the places to the second path.</summary>
internal static class LocatingSpeed
{
    public static void Run(string path, TextWriter output)
    {
        var paths = path.Split(',');
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var theatre = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine"));
        var cpu = Environment.CpuUsage.TotalTime;
        var (compiled, methods) = (JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount());
        var watch = Stopwatch.StartNew();
        var locator = new Locator(theatre);
        var load = watch.Elapsed;
        var loadCpu = Environment.CpuUsage.TotalTime - cpu;
        (compiled, methods) = (JitInfo.GetCompilationTime() - compiled, JitInfo.GetCompiledMethodCount() - methods);
        cpu = Environment.CpuUsage.TotalTime;
        watch.Restart();
        _ = new Locator(theatre);
        var again = watch.Elapsed;
        var againCpu = Environment.CpuUsage.TotalTime - cpu;
        var reports = File.ReadLines(paths[0]).Select(Report).ToArray();
        var all = reports.Select(r => locator.Locate(r, [])).ToArray();
        if (paths.Length > 1)
        {
            File.WriteAllLines(paths[1], all.Select((l, i) => LocationJson.Write(reports[i], l, explain: true)));
        }

        watch.Restart();
        cpu = Environment.CpuUsage.TotalTime;
        var names = 0L;
        var rounds = 0;
        while (watch.Elapsed.TotalSeconds < 3)
        {
            names += reports.Sum(r => (long)locator.Locate(r, []).Length);
            rounds++;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine(FormattableString.Invariant($"load {load.TotalMilliseconds:0} ms (processor {loadCpu.TotalMilliseconds:0} ms, of it compiling {methods} methods {compiled.TotalMilliseconds:0} ms; a second time {again.TotalMilliseconds:0} ms, processor {againCpu.TotalMilliseconds:0} ms)  names a second {names / seconds:0} (of processor time {names / processor:0})  words a second {rounds * reports.Sum(r => r.Text.Count(c => c == ' ') + 1L) / seconds:0}  memory {memory / 1048576.0:0.0} MiB  names {all.Sum(l => l.Length)}"));
        GC.KeepAlive(locator);
    }

    private static Report Report(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var day = root.TryGetProperty("date", out var d) && d.GetString() is { } s ? DateOnly.ParseExact(s, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : (DateOnly?)null;
        var id = root.GetProperty("id");
        return new Report(id.ToString(), text, null, new ReportDate(day, null, null, DateBasis.Given, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], "");
    }
}
