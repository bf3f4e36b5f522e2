using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>
/// Keeps the picture of the ledger as long as the ledger says the same. When the ledger has grown, the new picture is worked out beside the old one,
/// which is shown until the new one is ready: no reader waits long.
/// </summary>
/// <param name="open">Opens the ledger for reading.</param>
/// <param name="make">Pictures it.</param>
/// <param name="first">How long a reader waits for the first picture.</param>
public sealed class PictureCache(Func<ILedgerReader> open, Func<ILedgerReader, Picture> make, TimeSpan first) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(80);
    private readonly Lock gate = new();
    private Snapshot? current, replaced;
    private Task? renewal;

    /// <summary>Reads the picture; one reader at a time.</summary>
    public T Read<T>(Func<Picture, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Current().Read(read);
    }

    /// <summary>The snapshot to read.</summary>
    internal Snapshot Current()
    {
        Task? running;
        TimeSpan waits;
        lock (gate)
        {
            if (current is not null && current.Revision == current.RevisionNow())
            {
                return current;
            }

            running = renewal ??= Task.Run(Renew);
            waits = current is null ? first : Patience;
        }

        running.Wait(waits);
        lock (gate)
        {
            return current ?? throw new NotYetException();
        }
    }

    /// <summary>Waits until the picture is of the ledger as it is now, at most <paramref name="longest"/>: for whoever has just written.</summary>
    public void CatchUp(TimeSpan longest)
    {
        Task? running;
        lock (gate)
        {
            running = current is not null && current.Revision == current.RevisionNow() ? renewal : renewal ??= Task.Run(Renew);
        }

        running?.Wait(longest);
    }

    /// <summary>Works out what pages ask for first, so that the first of them need not wait.</summary>
    internal static void Warm(Snapshot snapshot)
    {
        // One at a time: a page asked for meanwhile gets its turn between two parts.
        snapshot.Read(p => p.Claims.Length);
        snapshot.Read(p => p.Control.Length);
        snapshot.Read(p => p.Figures.Length);
        snapshot.Read(p => p.Disputes.Length);
        snapshot.Read(p => p.Happenings.Length);
        snapshot.Read(p => p.Sources.Length);
        foreach (var part in Parts.Kept)
        {
            part(snapshot);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        renewal?.Wait();
        replaced?.Dispose();
        current?.Dispose();
    }

    private void Renew()
    {
        Snapshot? next = null;
        try
        {
            next = new Snapshot(open(), make);
            Warm(next);
        }
        finally
        {
            lock (gate)
            {
                if (next is not null)
                {
                    // Readers of the one before last are long done.
                    replaced?.Dispose();
                    (replaced, current) = (current, next);
                }

                renewal = null;
            }
        }
    }
}
