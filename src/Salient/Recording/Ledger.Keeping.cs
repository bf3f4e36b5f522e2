using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Recording;

/// <content>Verifying, and forgetting.</content>
public sealed partial class Ledger
{
    /// <summary>Checks the chain of arrivals, the bytes of every capture and the words of every claim.</summary>
    /// <param name="noted">A link noted before, that must still be in the chain; or null.</param>
    public Verification Verify(string? noted = null) => new LedgerVerifier(Path, connection).Verify(noted);

    /// <summary>
    /// Takes a report out for good: its bytes, its text, its claims in every run. An entry in the chain of arrivals stays and says that it was there: name, hash, size and
    /// address, nothing of its content. The same bytes are not taken in again.
    /// </summary>
    /// <returns>False where there is no such report.</returns>
    public bool Forget(string report)
    {
        connection.Run("PRAGMA secure_delete = ON");
        using (var transaction = connection.BeginTransaction())
        {
            var found = connection.Rows(
                r => (Id: r.GetInt64(0), Capture: r.GetInt64(1), Hash: r.GetString(2), Size: r.GetInt64(3), Origin: r.GetString(4)),
                "SELECT p.id, p.capture, c.hash, c.size, p.origin FROM reports p JOIN captures c ON c.id = p.capture WHERE p.name = $0",
                report).ToList();
            if (found.Count == 0)
            {
                return false;
            }

            var (id, capture, hash, size, origin) = found[0];
            ArrivalChain.Append(connection, new Arrival(report, hash, size, origin, null, null, ArrivalKind.Forgotten));
            connection.Run("INSERT INTO due (report) SELECT report FROM entries WHERE report = $0 OR report IN (SELECT id FROM reports WHERE origin = $1)", id, origin);
            connection.Run("DELETE FROM words WHERE rowid IN (SELECT id FROM claims WHERE report = $0)", id);
            connection.Run("INSERT INTO words (words) VALUES ('optimize')");
            connection.Run("DELETE FROM claims WHERE report = $0", id);
            connection.Run("DELETE FROM readings WHERE report = $0", id);
            connection.Run("DELETE FROM reports WHERE id = $0", id);
            connection.Run("DELETE FROM captures WHERE id = $0 AND NOT EXISTS (SELECT 1 FROM reports WHERE capture = $0)", capture);
            connection.Run("UPDATE state SET value = value + 1 WHERE key = 'revision'");
            transaction.Commit();
        }

        connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }

    /// <summary>Hashes of bytes that were forgotten and that no report holds.</summary>
    public FrozenSet<string> Forgotten() =>
        connection.Rows(r => r.GetString(0), "SELECT capture FROM arrivals WHERE forgotten = 1 AND capture NOT IN (SELECT hash FROM captures)").ToFrozenSet();
}
