using Salient.Reconciling;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>Keeps the picture of the ledger as long as the ledger says the same, so that a page does not work it out anew.</summary>
/// <param name="open">Opens the ledger for reading.</param>
/// <param name="make">Pictures it.</param>
public sealed class PictureCache(Func<ILedgerReader> open, Func<ILedgerReader, Picture> make) : IDisposable
{
    private readonly Lock gate = new();
    private ILedgerReader? ledger;
    private Picture? picture;
    private long revision;

    /// <summary>Reads the picture; one reader at a time, for the ledger beneath belongs to one.</summary>
    public T Read<T>(Func<Picture, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (gate)
        {
            ledger ??= open();
            if (picture is null || revision != ledger.Revision)
            {
                revision = ledger.Revision;
                picture = make(ledger);
            }

            return read(picture);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (ledger as IDisposable)?.Dispose();
}
