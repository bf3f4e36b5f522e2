using System.Collections.Concurrent;
using Salient.Acquiring;
using Salient.Recording;
using Salient.Tests.Reconciling;

namespace Salient.Tests.Recording;

/// <summary>Two writers and ten readers on one ledger at once: nothing is lost, and nobody is shown a lock.</summary>
public sealed class SharedLedgerTests
{
    private const int Readers = 10, Each = 150, Shared = 50;

    [Fact]
    public async Task Add_TwoWritersAndTenReaders_LosesNothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("l.db");
        Ledger.Write(path).Dispose();
        var pipeline = new Pipeline(Pipeline.DataFolder);
        using var stop = new CancellationTokenSource();
        var seen = new ConcurrentBag<int>();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(() => Read(path, seen, stop.Token), TaskCreationOptions.LongRunning)).ToArray();
        var writers = new[] { 0, Each - Shared }.Select((from, w) => Task.Factory.StartNew(() => Write(path, pipeline, from, w), TaskCreationOptions.LongRunning)).ToArray();
        var written = await Task.WhenAll(writers);
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        using var ledger = Ledger.Read(path);
        var all = (2 * Each) - Shared + 2;
        written.Sum(w => w.Added).ShouldBe(all);
        written.ShouldAllBe(w => w.Refused.IsEmpty);
        ledger.Reports().Select(r => r.Id).ShouldBeUnique();
        ledger.Reports().Length.ShouldBe(all);
        ledger.Reports().Count(r => r.Id.Split('~')[0] == "same-name").ShouldBe(2);
        ledger.Claims().Select(c => c.Claim.Id).ShouldBeUnique();
        ledger.Verify().Faults.ShouldBeEmpty();
        ledger.Findings(Front.Data.Stamp).ShouldNotBeNull();
        seen.ShouldNotBeEmpty();
    }

    /// <summary>Adds in small pieces, reconciling after each, and a report of the name that the other writer uses too.</summary>
    private static AddResult Write(string path, Pipeline pipeline, int from, int writer)
    {
        using var ledger = Ledger.Write(path, patience: 120);
        var reconciler = new Reconciler(ledger, Front.Data, () => Front.Places);
        var result = new AddResult(0, 0, 0, [], []);
        Acquired[] own = [.. Enumerable.Range(from, Each).Select(i => Input($"r{i:D4}", $"Russian forces captured the village of Brodiv number {i} on Sunday, and {i} tanks burned.")), Input("same-name", $"Shells fell on Brodiv, writer {writer} said.")];
        foreach (var piece in own.Chunk(25))
        {
            var added = new Adder(ledger, () => pipeline, "1", "rules").Add(piece, 1);
            result = result with { Added = result.Added + added.Added, Refused = [.. result.Refused, .. added.Refused] };
            reconciler.Reconcile();
        }

        return result;
    }

    private static void Read(string path, ConcurrentBag<int> seen, CancellationToken stop)
    {
        var before = 0;
        while (!stop.IsCancellationRequested)
        {
            using var ledger = Ledger.Read(path);
            var now = ledger.Reports().Length;
            now.ShouldBeGreaterThanOrEqualTo(before);
            before = now;
            seen.Add(ledger.Claims().Count());
            ledger.Findings(Front.Data.Stamp)?.Sources().Count();
        }
    }

    private static Acquired Input(string name, string text) => new(Made.Capture(name, text, new DateOnly(2022, 5, 1)), null);
}
