using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>
/// Keeps the picture of the ledger as long as the ledger says the same. When the ledger has grown, the new picture is worked out beside the old one,
/// which is shown until the new one is ready: no reader waits long. It is shown as soon as the settlements are worked out that words name; the ground between them follows.
/// </summary>
/// <param name="open">Opens the ledger for reading.</param>
/// <param name="make">Pictures it.</param>
/// <param name="first">How long a reader waits for the first picture.</param>
public sealed class PictureCache(Func<ILedgerReader> open, Func<ILedgerReader, Picture> make, TimeSpan first) : IDisposable
{
    private const int Kept = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(80);
    private static readonly AsyncLocal<Snapshot?> Rehearsed = new();
    private readonly Lock gate = new();
    private readonly Queue<Snapshot> replaced = new();
    private Snapshot? current;
    private Task? renewal, settling, warming;

    /// <summary>Reads the picture; one reader at a time.</summary>
    public T Read<T>(Func<Picture, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Current().Read(read);
    }

    /// <summary>Makes pages of the first snapshot before it is shown; null where that is not wanted.</summary>
    internal Func<Snapshot, Task>? Rehearse { get; set; }

    /// <summary>The snapshot to read.</summary>
    internal Snapshot Current()
    {
        if (Rehearsed.Value is { } rehearsed)
        {
            return rehearsed;
        }

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

    /// <summary>Waits until what stands beside the pages is worked out as well.</summary>
    internal void Beside() => warming?.Wait();

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

    /// <summary>Works out what the map and the search want, once the snapshot is shown.</summary>
    private static void WarmBeside(Snapshot shown)
    {
        try
        {
            foreach (var part in Parts.Beside)
            {
                part(shown);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Newer ones have taken its place meanwhile, or a page will meet the same fault and say so.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        renewal?.Wait();
        settling?.Wait();
        warming?.Wait();
        foreach (var old in replaced)
        {
            old.Dispose();
        }

        current?.Dispose();
    }

    private void Renew()
    {
        Snapshot? next = null;
        try
        {
            next = new Snapshot(open(), ledger => make(ledger).Early());
            Warm(next);
            next.Settled = next.Read(p => p.Settled);
            if (current is null && Rehearse is { } rehearse)
            {
                Rehearsed.Value = next;
                rehearse(next).GetAwaiter().GetResult();
                Rehearsed.Value = null;
            }
        }
        finally
        {
            lock (gate)
            {
                if (next is not null)
                {
                    Show(next);
                    settling = next.Settled || settling is { IsCompleted: false } ? settling : Task.Run(Settle);
                }

                renewal = null;
            }
        }
    }

    /// <summary>Works out the whole of what is shown, and of what has come to be shown meanwhile.</summary>
    private void Settle()
    {
        while (true)
        {
            Snapshot early;
            lock (gate)
            {
                if (current is not { Settled: false })
                {
                    settling = null;
                    return;
                }

                early = current;
            }

            Settle(early);
        }
    }

    private void Settle(Snapshot early)
    {
        Snapshot? whole = null;
        try
        {
            whole = new Snapshot(open(), ledger => early.Read(p => p.Whole(ledger)));
            if (whole.Revision != early.Revision)
            {
                // Somebody has written meanwhile: his picture comes first.
                CatchUp(Patience);
                return;
            }

            Warm(whole);
            lock (gate)
            {
                if (current == early)
                {
                    Show(whole);
                    whole = null;
                }
            }
        }
        finally
        {
            whole?.Dispose();
        }
    }

    /// <summary>Puts <paramref name="next"/> in place of what is shown. Readers of the one two before are long done.</summary>
    private void Show(Snapshot next)
    {
        if (current is not null)
        {
            replaced.Enqueue(current);
        }

        current = next;
        warming = Task.Run(() => WarmBeside(next));
        if (replaced.Count > Kept)
        {
            replaced.Dequeue().Dispose();
        }
    }
}
