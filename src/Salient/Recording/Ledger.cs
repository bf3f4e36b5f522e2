using Microsoft.Data.Sqlite;
using Salient.Recording.Schema;
using Salient.Records;

namespace Salient.Recording;

/// <summary>A ledger in one SQLite file: captures, reports, readings and claims, none of them ever edited.</summary>
/// <remarks>One writer at a time, any number of readers beside it (write-ahead log). An instance belongs to one thread at a time.</remarks>
public sealed partial class Ledger : IDisposable, ILedgerReader
{
    private readonly SqliteConnection connection;

    private Ledger(string path, SqliteConnection connection, bool writable)
    {
        Path = path;
        this.connection = connection;
        Writable = writable;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>True where it was opened for writing.</summary>
    public bool Writable { get; }

    /// <inheritdoc/>
    public long Revision => (long)connection.Value("SELECT value FROM state WHERE key = 'revision'")!;

    /// <summary>Opens the ledger at <paramref name="path"/> for writing, makes it where there is none, and brings an older one up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="patience">Seconds to wait for another writer.</param>
    /// <exception cref="ProblemException">SAL0601 locked, SAL0602 not writable, SAL0603 newer version, SAL0604 not a ledger, SAL0605 damaged.</exception>
    public static Ledger Write(string path, int patience = 30)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new ProblemException(LedgerProblems.Unwritable(path));
        }

        return Open(path, SqliteOpenMode.ReadWriteCreate, patience);
    }

    /// <summary>Opens the ledger at <paramref name="path"/> for reading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="patience">Seconds to wait for a writer that is changing the ledger's form.</param>
    /// <exception cref="ProblemException">SAL0606 there is none; else as <see cref="Write"/>.</exception>
    public static Ledger Read(string path, int patience = 30)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw LedgerProblems.Missing(path);
        }

        try
        {
            return Open(path, SqliteOpenMode.ReadOnly, patience);
        }
        catch (ProblemException e) when (e.Problem.Code == LedgerProblems.OlderCode)
        {
            // Reading needs the newest form; bringing it there is a writer's work.
            Write(path, patience).Dispose();
            return Open(path, SqliteOpenMode.ReadOnly, patience);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static Ledger Open(string path, SqliteOpenMode mode, int patience)
    {
        SQLitePCL.Batteries_V2.Init();
        var writable = mode != SqliteOpenMode.ReadOnly;
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = patience };
        var opened = new SqliteConnection(settings.ConnectionString);
        try
        {
            opened.Open();
            Check(path, opened, writable);
            return new Ledger(path, opened, writable);
        }
        catch (SqliteException thrown)
        {
            opened.Dispose();
            throw LedgerProblems.Of(path, thrown);
        }
        catch (ProblemException)
        {
            opened.Dispose();
            throw;
        }
    }

    private static void Check(string path, SqliteConnection connection, bool writable)
    {
        var version = (long)connection.Value("PRAGMA user_version")!;
        var application = (long)connection.Value("PRAGMA application_id")!;
        if (application != LedgerSchema.ApplicationId && (!writable || version != 0 || (long)connection.Value("SELECT count(*) FROM sqlite_master")! != 0))
        {
            throw new ProblemException(LedgerProblems.NotALedger(path));
        }

        if (version > LedgerSchema.Steps.Length)
        {
            throw LedgerProblems.Newer(path, version);
        }

        if (writable)
        {
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;");
            if (version < LedgerSchema.Steps.Length)
            {
                LedgerSchema.Migrate(connection);
            }
        }
        else if (version < LedgerSchema.Steps.Length)
        {
            throw new ProblemException(LedgerProblems.Older(path));
        }
    }
}
