using System.Text;
using Microsoft.Data.Sqlite;
using Salient.Recording.Findings;
using Salient.Records;
using SQLitePCL;

namespace Salient.Recording;

/// <content>What claims amount to, as it is kept.</content>
public sealed partial class Ledger
{
    private LedgerFindings? kept;

    private LedgerFindings Kept => kept ??= new LedgerFindings(this, connection);

    /// <inheritdoc/>
    public IFindings? Findings(string stamp) => Stamped(stamp) && connection.Value("SELECT 1 FROM due LIMIT 1") is null ? Kept : null;

    /// <summary>True where findings are kept that were made by the data that <paramref name="stamp"/> stands for, be they up to date or not.</summary>
    public bool Stamped(string stamp) => connection.Value("SELECT value FROM stamps WHERE key = 'stamp'") is string made && made == stamp;

    /// <summary>What is kept holds no longer: the next reconciling makes it anew.</summary>
    public void Unstamp() => connection.Run("DELETE FROM stamps");

    /// <summary>Reports that have come, changed or gone since findings were last brought up to date.</summary>
    public int DueReports => (int)(long)connection.Value("SELECT count(DISTINCT report) FROM due")!;

    /// <summary>Who held each settlement on <paramref name="day"/>, by GeoNames id, as far as it is kept; without reasons.</summary>
    public IEnumerable<SettlementHolder> Holders(DateOnly day)
    {
        // Tens of thousands of rows: read without a look at each column's type, and with few words for holders.
        var holders = new List<(byte[] Written, string Holder)>();
        return connection.Rows(
            r => Holder(r.Handle!, holders),
            """
            SELECT place, name, lat, lon, holder, status, confidence FROM holders
            WHERE until >= $0 AND (since <= $0 OR ordinal = 0) ORDER BY place
            """,
            day.DayNumber);
    }

    private static SettlementHolder Holder(sqlite3_stmt row, List<(byte[] Written, string Holder)> holders)
    {
        var written = raw.sqlite3_column_blob(row, 4);
        string? holder = null;
        foreach (var known in holders)
        {
            holder = written.SequenceEqual(known.Written) ? known.Holder : holder;
        }

        if (holder is null)
        {
            holders.Add((written.ToArray(), holder = Encoding.UTF8.GetString(written)));
        }

        return new SettlementHolder(
            raw.sqlite3_column_int(row, 0), Encoding.UTF8.GetString(raw.sqlite3_column_blob(row, 1)), raw.sqlite3_column_double(row, 2), raw.sqlite3_column_double(row, 3), holder,
            (ControlStatus)raw.sqlite3_column_int(row, 5), raw.sqlite3_column_int(row, 6));
    }

    /// <summary>Brings findings up to date in one transaction: a kill leaves them as they were, and what was due still due.</summary>
    /// <param name="update">Does it.</param>
    /// <exception cref="ProblemException">SAL0601 to SAL0609.</exception>
    public T Reckon<T>(Func<IFindingStore, T> update)
    {
        ArgumentNullException.ThrowIfNull(update);
        try
        {
            using var transaction = connection.BeginTransaction();
            Kept.Refresh();
            var result = update(Kept);
            Kept.Done();
            transaction.Commit();
            Kept.Leave();
            return result;
        }
        catch (SqliteException thrown)
        {
            throw LedgerProblems.Of(Path, thrown);
        }
    }

    /// <summary>Keeps findings made all at once, unless the ledger has changed since <paramref name="revision"/>.</summary>
    /// <returns>False where it has.</returns>
    /// <exception cref="ProblemException">SAL0601 to SAL0609.</exception>
    public bool Keep(IFindingSource source, string stamp, long revision)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            if (Revision != revision)
            {
                return false;
            }

            var rows = Headers().Select(h => h.Key).ToList();
            Kept.Refresh();
            Kept.Fill(source, rows, [.. rows.SelectMany(r => connection.Rows(x => x.GetInt64(0), $"SELECT k.id FROM claims k WHERE k.report = $0 AND k.run = {CurrentRun} ORDER BY k.start, k.length, k.claim", r))]);
            Kept.Done();
            Kept.Settled = true;
            Kept.Stamp("stamp", stamp);
            transaction.Commit();
            return true;
        }
        catch (SqliteException thrown)
        {
            throw LedgerProblems.Of(Path, thrown);
        }
    }

    internal IEnumerable<(long Row, RecordedClaim Claim)> ClaimRows(long key, ReportHeader header) => connection.Rows(
        r => (r.GetInt64(12), new RecordedClaim(ReadClaim(r)(header.Id), header)),
        $"SELECT {ClaimColumns}, k.id FROM claims k WHERE k.report = $0 AND k.run = {CurrentRun} ORDER BY k.start, k.length, k.claim",
        key);
}
