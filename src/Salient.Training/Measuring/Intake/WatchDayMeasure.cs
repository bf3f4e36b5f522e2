using System.Collections.Immutable;
using System.Globalization;
using Salient.Recording;
using Salient.Watching;

namespace Salient.Training.Measuring.Intake;

/// <summary><c>measure watch-day FEEDS,HOURS,MINUTES</c>: so many invented feeds with a new entry every so many minutes, watched for so many simulated hours into a real ledger; memory hour by hour.</summary>
internal static class WatchDayMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var folder = Directory.CreateTempSubdirectory("salient-day-").FullName;
        try
        {
            using var ledger = Ledger.Write(Path.Combine(folder, "day.db"));
            var pipeline = new Pipeline(Pipeline.DataFolder);
            var result = Watch(ledger, () => pipeline, parts[0], parts[1], TimeSpan.FromMinutes(parts[2]), output).GetAwaiter().GetResult();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"feeds {parts[0]}  hours {parts[1]}  requests {result.Requests}  reports {ledger.Reports().Length}  heap after hour 2 {result.Early / 1048576.0:F1} MB, at the end {result.Late / 1048576.0:F1} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Watches; gives requests made and the heap after the second hour and at the end.</summary>
    public static async Task<(long Requests, long Early, long Late)> Watch(Ledger ledger, Func<Pipeline> pipeline, int feeds, int hours, TimeSpan fresh, TextWriter? output)
    {
        var start = new DateTimeOffset(2022, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new AutoClock(start);
        var web = new InventedFeeds(clock, fresh);
        var sources = Enumerable.Range(0, feeds).Select(i => new WatchedSource(SourceKind.Feed, $"https://h{i}.example/feed", $"feed {i}", TimeSpan.FromMinutes(5 + (i % 4 * 5)), false, 0)).ToImmutableArray();
        var config = new WatchConfig(TimeSpan.FromSeconds(2), false, "Salient/0.1", sources, []);
        using var stop = new CancellationTokenSource();
        var heap = new List<long>();
        var host = new WatchHost(ledger, pipeline, c => [c], _ => { }, () => [], "1", "rules", clock, _ => { });
        using var hourly = new HourlyClock(clock, start, hours, stop, hour =>
        {
            heap.Add(GC.GetTotalMemory(forceFullCollection: true));
            output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hour {hour}: heap {heap[^1] / 1048576.0:F1} MB, resident {Environment.WorkingSet / 1048576} MB, {web.Requests} requests"));
        });
        try
        {
            using var handler = new SocketsHttpHandler();
            await Salient.Watching.Watch.RunAsync(config, host with { Clock = hourly }, web, handler, once: false, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }

        return (web.Requests, heap.ElementAtOrDefault(1), heap[^1]);
    }

    // Passes every wait on, and takes the measure at each full hour.
    private sealed class HourlyClock(AutoClock clock, DateTimeOffset start, int hours, CancellationTokenSource stop, Action<int> full) : TimeProvider, IDisposable
    {
        private int hour;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            for (var reached = (int)(clock.GetUtcNow() - start).TotalHours; hour < reached && hour < hours;)
            {
                full(++hour);
            }

            if (hour >= hours)
            {
                stop.Cancel();
            }

            return clock.CreateTimer(callback, state, dueTime, period);
        }

        public void Dispose() => hour = hours;
    }
}
