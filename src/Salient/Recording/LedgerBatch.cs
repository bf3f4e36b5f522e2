using System.Text.Json;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording;

/// <summary>One transaction of writing: all of it is kept at <see cref="Commit"/>, or none.</summary>
public sealed class LedgerBatch : IDisposable
{
    private readonly Ledger ledger;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand claimInsert;
    private readonly SqliteCommand wordsInsert;
    private readonly string rules;
    private readonly int run;
    private readonly bool isCurrent;
    private long lastClaim;

    internal LedgerBatch(Ledger ledger, SqliteConnection connection, int? run, string program, string rules)
    {
        (this.ledger, this.connection, this.rules) = (ledger, connection, rules);
        transaction = connection.BeginTransaction();
        this.run = run ?? CurrentRun(program);
        isCurrent = connection.Value("SELECT current FROM runs WHERE id = $0", this.run) is 1L;
        lastClaim = (long?)connection.Value("SELECT max(id) FROM claims") ?? 0;
        claimInsert = Prepared("INSERT INTO claims VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)", 14);
        wordsInsert = Prepared("INSERT INTO words (rowid, evidence, names) VALUES ($0, $1, $2)", 3);
    }

    /// <summary>Records a report with its claims. Where the run has this report already it is left, unless <paramref name="again"/>.</summary>
    /// <param name="name">The name that the input came with (the report's id may tell it apart from another's).</param>
    /// <param name="capture">What it was read from.</param>
    /// <param name="report">The report.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="again">Put in place of what this run made of it before.</param>
    /// <returns>False where it was there already.</returns>
    public bool Add(string name, Capture capture, Report report, IReadOnlyList<Claim> claims, bool again = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(claims);
        var key = ReportKey(name, capture, report.Id);
        if (again)
        {
            connection.Run("UPDATE reports SET given = $1 WHERE id = $0", key, Commands.Day(capture.Date));
            Withdraw(key);
        }
        else if (connection.Value("SELECT 1 FROM readings WHERE run = $0 AND report = $1", run, key) is not null)
        {
            return false;
        }

        InsertReading(key, report, claims.Count);
        if (isCurrent)
        {
            connection.Run("INSERT INTO due (report) VALUES ($0)", key);
        }

        foreach (var claim in claims)
        {
            Insert(key, claim);
        }

        return true;
    }

    /// <summary>Notes that what <paramref name="word"/> names was withdrawn: nothing of it goes, and its claims weigh nothing any more.</summary>
    /// <param name="word">What was withdrawn, and by what.</param>
    /// <returns>What it bears on: nothing where the ledger has none of it, or knows of it.</returns>
    public Withdrawn Retract(Withdrawal word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var found = ledger.Withdrawn(word);
        foreach (var report in found.Reports)
        {
            Ledger.Retract(connection, report, word.Source, Ledger.Moment(word.Noted), Ledger.Words(word.Said, word.Note), ArrivalKind.Retracted);
        }

        return found;
    }

    /// <summary>True where a report of that name holds other bytes: another writer may have taken the name since the input was named.</summary>
    public bool IsTaken(string report, string hash) =>
        connection.Value("SELECT c.hash FROM reports p JOIN captures c ON c.id = p.capture WHERE p.name = $0", report) is string held && held != hash;

    /// <summary>Records that an input gave no report, so that it is not read again by the same rules.</summary>
    public void Refuse(string name, string hash, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        connection.Run("INSERT OR REPLACE INTO refusals VALUES ($0, $1, $2, $3, $4, $5)", name, hash, rules, problem.Code, problem.What, problem.Remedy);
    }

    /// <summary>Keeps all of it.</summary>
    /// <exception cref="ProblemException">SAL0601 to SAL0609.</exception>
    public void Commit()
    {
        try
        {
            connection.Run("UPDATE state SET value = value + 1 WHERE key = 'revision'");
            transaction.Commit();
        }
        catch (SqliteException thrown)
        {
            throw LedgerProblems.Of(ledger.Path, thrown);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        claimInsert.Dispose();
        wordsInsert.Dispose();
        transaction.Dispose();
    }

    private int CurrentRun(string program)
    {
        connection.Run("INSERT INTO runs (program, rules, current) SELECT $0, $1, 1 WHERE NOT EXISTS (SELECT 1 FROM runs WHERE current = 1)", program, rules);
        return (int)(long)connection.Value("SELECT id FROM runs WHERE current = 1")!;
    }

    private SqliteCommand Prepared(string sql, int parameters)
    {
        var command = connection.Make(sql, new object?[parameters]);
        command.Prepare();
        return command;
    }

    private long ReportKey(string name, Capture capture, string id)
    {
        if (connection.Value("SELECT id FROM reports WHERE name = $0", id) is long known)
        {
            return known;
        }

        if (connection.Value("SELECT id FROM captures WHERE hash = $0", capture.Hash) is not long bytes)
        {
            connection.Run("INSERT INTO captures (hash, size, packed) VALUES ($0, $1, $2)", capture.Hash, capture.Bytes.Length, Packing.Pack(capture.Bytes.Span));
            bytes = (long)connection.Value("SELECT last_insert_rowid()")!;
        }

        connection.Run(
            "INSERT INTO reports (name, capture, base, origin, media, charset, given, outlet, feed, entry, excerpt) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            id, bytes, name, capture.Origin, (int)capture.Kind, capture.Charset, Commands.Day(capture.Date), capture.Outlet, capture.Feed, capture.Entry, capture.Excerpt ? $"{capture.Feed}\n{capture.Entry}" : null);
        var key = (long)connection.Value("SELECT last_insert_rowid()")!;
        ArrivalChain.Append(connection, Arrival.Of(id, capture));
        return key;
    }

    private void Withdraw(long report)
    {
        connection.Run("DELETE FROM words WHERE rowid IN (SELECT id FROM claims WHERE report = $0 AND run = $1)", report, run);
        connection.Run("DELETE FROM claims WHERE report = $0 AND run = $1", report, run);
        connection.Run("DELETE FROM readings WHERE report = $0 AND run = $1", report, run);
    }

    private void InsertReading(long key, Report r, int claims) => connection.Run(
        "INSERT INTO readings VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        run, key, rules, r.Title, Commands.Day(r.Date.Day), Commands.Day(r.Date.NotBefore), Commands.Day(r.Date.NotAfter), (int)r.Date.Basis, r.Date.Note,
        r.Outlet, r.Author, r.Language, r.CopyOf, r.Institute, Commands.Day(r.Date.Reference) ?? "9999-12-31",
        JsonSerializer.Serialize(r.Paragraphs, SlotsForm.Plain.ImmutableArrayParagraph), Packing.Pack(r.Text), claims);

    private void Insert(long report, Claim c)
    {
        var slots = Slots.Of(c);
        claimInsert.Again(
            ++lastClaim, run, report, c.Id, c.Kind, c.Act, c.Span.Start, c.Span.Length, c.Evidence, (int)c.Factuality, c.Quoted, (int)c.Role, c.Rule, slots.Write());
        wordsInsert.Again(lastClaim, c.Evidence, slots.Names());
    }
}
