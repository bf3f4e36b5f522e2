using System.Diagnostics;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Reconciling;
using Salient.Recording;
using Salient.Reviewing;
using Salient.Theatres;

namespace Salient.Benchmarks.Ledgers;

/// <summary><c>ledger situation FILE</c>: how long the situation of a day, a week, a month and of all days takes once the picture is there; the first of each and the best of five.</summary>
internal static class SituationBench
{
    private const int Tries = 5;

    public static void Run(string file)
    {
        var folder = Path.Combine(Pipeline.DataFolder, "theatres", "ukraine");
        var data = ReconcilingData.Load(TheatreLoader.Load(folder), Path.Combine(Pipeline.DataFolder, "rules", "en"));
        using var ledger = Ledger.Read(file);
        var picture = new Picture(new ReviewedLedger(ledger), data, () => Settlements.Load(folder, data.Baseline.Country));
        picture.Situation();
        if (picture.LastDay is not { } last)
        {
            return;
        }

        foreach (var (what, days) in (ReadOnlySpan<(string, int)>)[("a day", 1), ("a week", 7), ("a month", 30), ("all days", last.DayNumber - picture.Start.DayNumber + 1)])
        {
            var times = new List<double>();
            for (var i = 0; i < Tries; i++)
            {
                var before = Processor();
                picture.Situation(last.AddDays(-i), last.AddDays(1 - i - days));
                times.Add((Processor() - before).TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {times[0]:0.0} ms, best {times.Min():0.0} ms of the processor"));
        }
    }

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;
}
