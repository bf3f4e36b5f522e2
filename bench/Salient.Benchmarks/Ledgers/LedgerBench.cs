using System.Diagnostics;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Reconciling;
using Salient.Reconciling.Reckoning;
using Salient.Recording;
using Salient.Records;
using Salient.Reviewing;
using Salient.Theatres;

namespace Salient.Benchmarks.Ledgers;

/// <summary>
/// <c>ledger make FILE CLAIMS</c> makes a ledger of about so many claims; <c>ledger measure FILE [REPORTS]</c> reconciles it, then adds so many reports one by one;
/// <c>ledger more FILE [REPORTS]</c> adds to one that is reconciled; <c>ledger review FILE</c> rejects, corrects and undoes claims about control and works out each time what follows;
/// <c>ledger settle FILE</c> works out the settlements that no word tells of; <c>ledger phases FILE</c> reconciles it step by step; <c>ledger situation FILE</c> tells the situation of some days
/// and of all. All print the clock's and the processor's time, and the most memory.
/// </summary>
internal static class LedgerBench
{
    private const int Batch = 500, Seed = 1, MegaByte = 1024 * 1024;
    private static readonly string Folder = Path.Combine(Pipeline.DataFolder, "theatres", "ukraine");

    public static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["make", var file, var claims]:
                Make(file, int.Parse(claims, CultureInfo.InvariantCulture));
                return 0;
            case ["measure", var file]:
                Measure(file, 20);
                return 0;
            case ["measure", var file, var reports]:
                Measure(file, int.Parse(reports, CultureInfo.InvariantCulture));
                return 0;
            case ["more", var file]:
                More(file, 20);
                return 0;
            case ["more", var file, var reports]:
                More(file, int.Parse(reports, CultureInfo.InvariantCulture));
                return 0;
            case ["review", var file]:
                Review(file, 20);
                return 0;
            case ["settle", var file]:
                Settle(file);
                return 0;
            case ["phases", var file]:
                Phases(file);
                return 0;
            case ["situation", var file]:
                SituationBench.Run(file);
                return 0;
            default:
                Console.Error.WriteLine("ledger make FILE CLAIMS | ledger measure FILE [REPORTS] | ledger more FILE [REPORTS] | ledger review FILE | ledger settle FILE | ledger phases FILE | ledger situation FILE");
                return 1;
        }
    }

    private static IEnumerable<Place> Places(ReconcilingData data) => Settlements.Load(Folder, data.Baseline.Country);

    private static ReconcilingData Data() => ReconcilingData.Load(TheatreLoader.Load(Folder), Path.Combine(Pipeline.DataFolder, "rules", "en"));

    private static void Make(string file, int claims)
    {
        var maker = new ReportMaker([.. Places(Data())], Seed);
        using var ledger = Ledger.Write(file);
        var (made, i) = (0, 0);
        while (made < claims)
        {
            using var batch = ledger.Begin("bench", "made");
            for (var n = 0; n < Batch && made < claims; n++, i++)
            {
                made += Add(batch, maker, i);
            }

            batch.Commit();
        }

        Console.WriteLine($"{i} reports, {made} claims, {new FileInfo(file).Length / MegaByte} MB");
    }

    private static int Add(LedgerBatch batch, ReportMaker maker, int i)
    {
        var (capture, report, claims) = maker.Make(i);
        batch.Add(report.Id, capture, report, claims);
        return claims.Length;
    }

    private static void Measure(string file, int reports)
    {
        using var ledger = Ledger.Write(file);
        var data = Data();
        var claims = ledger.Runs().Sum(r => r.Claims);
        var places = Places(data).ToList();
        var reconciler = new Reconciler(ledger, data, () => places);
        ledger.Unstamp();
        var made = Timed("reconciled anew", () => reconciler.Reconcile());
        Console.WriteLine($"{claims} claims, {made.Units} units, {new FileInfo(file).Length / MegaByte} MB");
        Timed("who holds what on a day", () => ledger.Holders(new DateOnly(2022, 6, 1)).Count());
        Timed("who holds what on a day, again", () => ledger.Holders(new DateOnly(2022, 7, 1)).Count());
        More(ledger, reconciler, places, reports);
        Timed("places between", () => reconciler.Reconcile());
        Console.WriteLine($"most memory {Process.GetCurrentProcess().PeakWorkingSet64 / MegaByte} MB");
    }

    private static void More(string file, int reports)
    {
        using var ledger = Ledger.Write(file);
        var data = Data();
        var places = Places(data).ToList();
        More(ledger, new Reconciler(ledger, data, () => places), places, reports);
    }

    private static void More(Ledger ledger, Reconciler reconciler, List<Place> places, int reports)
    {
        var maker = new ReportMaker(places, Seed);
        var next = ledger.ReportNames().Length;
        var (clocks, processors) = (new List<double>(), new List<double>());
        for (var i = 0; i < reports; i++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Processor());
            using (var batch = ledger.Begin("bench", "made"))
            {
                Add(batch, maker, next + i);
                batch.Commit();
            }

            reconciler.Reconcile(settle: false);
            clocks.Add(watch.Elapsed.TotalMilliseconds);
            processors.Add((Processor() - before).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one more report: clock median {Middle(clocks):0} ms, most {clocks.Max():0} ms; processor median {Middle(processors):0} ms, most {processors.Max():0} ms; first {processors[0]:0} ms"));
    }

    private static void Settle(string file)
    {
        using var ledger = Ledger.Write(file);
        var data = Data();
        var places = Places(data).ToList();
        var reckoner = new Reckoner(data, () => places);
        for (var i = 0; i < 3; i++)
        {
            Timed("places between", () => ledger.Reckon(store => { reckoner.Settle(store); return store.Settled; }));
        }
    }

    /// <summary>Each review is undone before the next: one stands at a time.</summary>
    private static void Review(string file, int reviews)
    {
        using var ledger = Ledger.Write(file);
        var data = Data();
        var places = Places(data).ToList();
        var reckoner = new Reckoner(data, () => places);
        var random = new Random(Seed);
        var names = ledger.ReportNames();
        var at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (clocks, processors) = (new List<double>(), new List<double>());
        for (var i = 0; clocks.Count < reviews; i++)
        {
            if (ledger.ClaimsOf(names[random.Next(names.Length)]).FirstOrDefault(c => c.Claim.Kind == "control" && !c.Claim.Places.IsEmpty) is not { } claim)
            {
                continue;
            }

            var (watch, before) = (Stopwatch.StartNew(), Processor());
            var entry = ledger.Append(
                i % 2 == 0 ? new ReviewDraft("reject", claim.Claim.Id, "Ada", null, [], null) : new ReviewDraft("correct", claim.Claim.Id, "Ada", null, [new SlotChange("actor.side", claim.Claim.Actor?.Side == "ru" ? "ua" : "ru")], null),
                at.AddSeconds(i));
            using (var reviewed = new ReviewedLedger(Ledger.Read(file)))
            {
                reckoner.Update(reviewed.Overlaid(data.Stamp)!, texts: false);
            }

            clocks.Add(watch.Elapsed.TotalMilliseconds);
            processors.Add((Processor() - before).TotalMilliseconds);
            ledger.Append(new ReviewDraft("undo", entry.Id, "Ada", null, [], null), at.AddSeconds(i));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one review: clock median {Middle(clocks):0} ms, most {clocks.Max():0} ms; processor median {Middle(processors):0} ms, most {processors.Max():0} ms; first {processors[0]:0} ms"));
    }

    /// <summary>Where the time goes when all is made anew.</summary>
    private static void Phases(string file)
    {
        using var ledger = Ledger.Write(file);
        var data = Data();
        var places = Places(data).ToList();
        var reckoner = new Reckoner(data, () => places);
        var made = Timed("claims read", () => new MemoryFindings(ledger));
        Timed("units", () => reckoner.Update(made));
        Timed("places between", () => { reckoner.Settle(made); return made.Settled; });
        Timed("kept", () => ledger.Keep(made, data.Stamp, ledger.Revision));
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static T Timed<T>(string what, Func<T> act)
    {
        var (watch, before) = (Stopwatch.StartNew(), Processor());
        var made = act();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: clock {watch.Elapsed.TotalMilliseconds:0} ms, processor {(Processor() - before).TotalMilliseconds:0} ms ({made})"));
        return made;
    }
}
