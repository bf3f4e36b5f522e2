using System.Collections.Concurrent;
using Salient.Locating.Gazetteers;
using Salient.Reconciling;
using Salient.Reconciling.Reckoning;
using Salient.Recording;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Cli.Verbs;

/// <summary>Makes the picture of a ledger with the data that ships.</summary>
internal static class Pictures
{
    private static readonly ConcurrentDictionary<string, Lazy<(ReconcilingData Data, Reckoner Reckoner)>> Loaded = new(StringComparer.Ordinal);

    /// <summary>The picture of the ledger as reviewed; the theatre is loaded once, its gazetteer only where it is needed.</summary>
    public static Picture Of(ILedgerReader ledger, string theatre = "ukraine")
    {
        var (data, reckoner) = Loaded.GetOrAdd(theatre, t => new(() => Load(t))).Value;
        return new Picture(ledger.Reviewed(), data, reckoner);
    }

    private static (ReconcilingData Data, Reckoner Reckoner) Load(string theatre)
    {
        var loaded = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", theatre));
        var data = ReconcilingData.Load(loaded, Path.Combine(Pipeline.DataFolder, "rules", "en"));
        return (data, new Reckoner(data, () => Settlements.Load(loaded.Folder, data.Baseline.Country)));
    }

    /// <summary>Brings what the ledger's claims amount to up to date, in the ledger.</summary>
    public static void Keep(Ledger ledger, string theatre = "ukraine")
    {
        if (ledger.DueReports > 0 || !ledger.Stamped(ReconcilingData.StampOf(Path.Combine(Pipeline.DataFolder, "theatres", theatre))))
        {
            Keeper(ledger, theatre).Reconcile();
        }
    }

    /// <summary>What brings them up to date.</summary>
    public static Reconciler Keeper(Ledger ledger, string theatre = "ukraine")
    {
        var loaded = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", theatre));
        var data = ReconcilingData.Load(loaded, Path.Combine(Pipeline.DataFolder, "rules", "en"));
        return new Reconciler(ledger, data, () => Settlements.Load(loaded.Folder, data.Baseline.Country));
    }

    /// <summary>True where the ledger keeps findings that hold.</summary>
    public static bool Kept(Ledger ledger, string theatre = "ukraine") =>
        ledger.Reviewed().Findings(ReconcilingData.StampOf(Path.Combine(Pipeline.DataFolder, "theatres", theatre))) is { Settled: true };
}
