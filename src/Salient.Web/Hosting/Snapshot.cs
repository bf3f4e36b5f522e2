using System.Collections.Concurrent;
using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>The picture of one revision of the ledger, with what pages have worked out from it.</summary>
/// <param name="ledger">Read by this snapshot alone; disposed with it where it can be.</param>
/// <param name="make">Pictures a ledger.</param>
internal sealed class Snapshot(ILedgerReader ledger, Func<ILedgerReader, Picture> make) : IDisposable
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Lazy<object>> parts = new(StringComparer.Ordinal);
    private Picture? picture;
    private bool disposed;

    /// <summary>The revision that it pictures.</summary>
    public long Revision { get; } = ledger.Revision;

    /// <summary>False where the whole picture follows (<see cref="Picture.Whole"/>).</summary>
    public bool Settled { get; set; } = true;

    /// <summary>The ledger's revision now.</summary>
    public long RevisionNow()
    {
        lock (gate)
        {
            return disposed ? long.MinValue : ledger.Revision;
        }
    }

    /// <summary>Reads the picture; one reader at a time, for the ledger beneath belongs to one.</summary>
    public T Read<T>(Func<Picture, T> read)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return read(picture ??= make(ledger));
        }
    }

    /// <summary>
    /// Reads what the picture has worked out already, as it has once the snapshot is shown (<see cref="PictureCache.Warm"/>): the ledger is not asked, so nobody waits for anybody.
    /// </summary>
    public T Look<T>(Func<Picture, T> read) => read(Read(p => p));

    /// <summary>The headers of all reports.</summary>
    public ImmutableArray<ReportHeader> Reports()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return ledger.Reports();
        }
    }

    /// <summary>A part that is worked out once and kept as long as the ledger says the same.</summary>
    /// <param name="key">Names the part.</param>
    /// <param name="work">Works it out; may ask for the picture and for other parts.</param>
    public T Part<T>(string key, Func<Snapshot, T> work)
        where T : class =>
        (T)parts.GetOrAdd(key, static (_, w) => new Lazy<object>(() => w.work(w.snapshot)), (work, snapshot: this)).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            (ledger as IDisposable)?.Dispose();
        }
    }
}
