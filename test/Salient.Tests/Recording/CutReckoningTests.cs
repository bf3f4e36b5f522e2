using System.Globalization;
using System.Reflection;
using Salient.Reconciling.Reckoning;
using Salient.Recording;
using Salient.Records;
using Salient.Tests.Reconciling;

namespace Salient.Tests.Recording;

/// <summary>
/// What a kill leaves on disk at any moment of reconciling: the ledger's files are copied in the middle of it, and the copy must open, hold every report, and complete to the bytes of
/// a ledger that was left in peace. SALIENT_KILLS sets how many times.
/// </summary>
[Trait("Category", "Slow")]
public sealed class CutReckoningTests
{
    private const int Reports = 16, DefaultKills = 40;

    [Fact]
    public void Reconcile_CutOffAnywhere_LeavesALedgerThatOpensAndCompletes()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("SALIENT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : DefaultKills;
        using var folder = new TemporaryFolder();
        var due = folder.File("due.db");
        Prepare(due);
        var (steps, whole) = Reckon(due, folder.File("whole.db"), -1, null);
        steps.ShouldBeGreaterThan(200);
        var random = new Random(kills);
        for (var k = 0; k < kills; k++)
        {
            var dead = folder.File("dead.db");
            var at = k == 0 ? steps : random.Next(steps);
            Reckon(due, folder.File("cut.db"), at, dead).Whole.ShouldBe(whole);
            using var ledger = Ledger.Write(dead);
            ledger.Verify().Faults.ShouldBeEmpty();
            ledger.ReportNames().Length.ShouldBe(Reports);
            ledger.DueReports.ShouldBe(at == steps ? 0 : Reports / 2, $"cut at step {at} of {steps}");
            new Reconciler(ledger, Front.Data, () => Front.Places).Reconcile();
            ReckoningTests.Written(ledger).ShouldBe(whole, $"cut at step {at} of {steps}");
        }
    }

    /// <summary>Half of the reports reconciled, half of them due.</summary>
    private static void Prepare(string path)
    {
        var random = new Random(5);
        var reports = Enumerable.Range(0, Reports).Select(i => ReckoningTests.Report(i, random)).ToArray();
        using var ledger = Ledger.Write(path);
        ReckoningTests.Add(ledger, reports.Take(Reports / 2));
        new Reconciler(ledger, Front.Data, () => Front.Places).Reconcile();
        ReckoningTests.Add(ledger, reports.Skip(Reports / 2));
    }

    /// <summary>Reconciles a copy of <paramref name="from"/>; copies its files to <paramref name="dead"/> at step <paramref name="at"/>, the last step being past the end.</summary>
    private static (int Steps, string Whole) Reckon(string from, string path, int at, string? dead)
    {
        Copy(from, path);
        using var ledger = Ledger.Write(path);
        var reckoner = new Reckoner(Front.Data, () => Front.Places);
        var steps = 0;
        void Step()
        {
            if (steps++ == at)
            {
                Copy(path, dead!);
            }
        }

        ledger.Reckon(store =>
        {
            var tapped = DispatchProxy.Create<IFindingStore, Tap>();
            ((Tap)(object)tapped).Over(store, Step);
            var done = reckoner.Update(tapped);
            reckoner.Settle(tapped);
            return done;
        });
        if (steps == at)
        {
            Step();
        }

        return (steps, ReckoningTests.Written(ledger));
    }

    private static void Copy(string from, string to)
    {
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(to + part);
            if (part != "-shm" && File.Exists(from + part))
            {
                File.Copy(from + part, to + part);
            }
        }
    }

    /// <summary>A store that calls out before each step.</summary>
    public class Tap : DispatchProxy
    {
        private IFindingStore inner = null!;
        private Action step = null!;

        /// <summary>Lies over a store.</summary>
        public void Over(IFindingStore store, Action before) => (inner, step) = (store, before);

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            step();
            return targetMethod!.Invoke(inner, args);
        }
    }
}
