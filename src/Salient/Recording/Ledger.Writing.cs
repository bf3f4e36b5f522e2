using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording;

/// <content>Writing.</content>
public sealed partial class Ledger
{
    /// <summary>Begins a batch of writing into the current run (made where there is none).</summary>
    /// <param name="program">The program's version.</param>
    /// <param name="rules">Fingerprint of the rules in force.</param>
    /// <param name="run">Another run to write into, or null.</param>
    /// <exception cref="ProblemException">SAL0601 locked, SAL0602 read-only.</exception>
    public LedgerBatch Begin(string program, string rules, int? run = null)
    {
        try
        {
            return new LedgerBatch(this, connection, run, program, rules);
        }
        catch (SqliteException thrown)
        {
            throw LedgerProblems.Of(Path, thrown);
        }
    }

    /// <summary>Opens a run beside the others; it is read from only after <see cref="MakeCurrent"/>.</summary>
    public int NewRun(string program, string rules)
    {
        connection.Run("INSERT INTO runs (program, rules, current) VALUES ($0, $1, 0)", program, rules);
        return (int)(long)connection.Value("SELECT last_insert_rowid()")!;
    }

    /// <summary>Makes <paramref name="run"/> the one whose claims are read.</summary>
    public void MakeCurrent(int run)
    {
        using var transaction = connection.BeginTransaction();
        connection.Run("UPDATE runs SET current = (id = $0)", run);
        connection.Run("DELETE FROM stamps");
        connection.Run("UPDATE state SET value = value + 1 WHERE key = 'revision'");
        transaction.Commit();
    }
}
