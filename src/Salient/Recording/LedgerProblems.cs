using Microsoft.Data.Sqlite;
using Salient.Recording.Schema;
using Salient.Records;

namespace Salient.Recording;

/// <summary>What can be wrong with a ledger, each with its own code.</summary>
internal static class LedgerProblems
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Input = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>The problem behind what SQLite threw.</summary>
    public static ProblemException Of(string path, SqliteException thrown) => new(thrown.SqliteErrorCode switch
    {
        Busy or Locked => new("SAL0601", path, "Another program is writing to the ledger and did not finish in time.", "Wait for it to end, then run the command again."),
        ReadOnly => Unwritable(path),
        CannotOpen => new("SAL0602", path, "The ledger cannot be opened or made there.", "Name a folder that exists and that you may write to, with --ledger."),
        NotADatabase => NotALedger(path),
        Corrupt or Input => new("SAL0605", path, $"The ledger is damaged ({thrown.Message}).", "Take a copy from before, or add the reports to a new ledger."),
        Full => new("SAL0607", path, "The disk is full.", "Make room, then run the command again: it goes on where it stopped."),
        _ => new("SAL0609", path, thrown.Message, "Run the command again; report it if it comes back."),
    }, thrown);

    /// <summary>SAL0602: nothing can be written.</summary>
    public static Problem Unwritable(string path) =>
        new("SAL0602", path, "The ledger is read-only.", "Make the file and its folder writable, or name another with --ledger.");

    /// <summary>SAL0603: made by a later version.</summary>
    public static ProblemException Newer(string path, long version) =>
        new(new("SAL0603", path, $"The ledger has version {version}; this program knows up to {LedgerSchema.Steps.Length}.", "Use the newer program that made it."));

    /// <summary>The code of <see cref="Older"/>.</summary>
    public const string OlderCode = "SAL0611";

    /// <summary>SAL0611: made by an earlier version, and open for reading alone.</summary>
    public static Problem Older(string path) =>
        new(OlderCode, path, "The ledger was made by an earlier version and has not been brought up to date.", "Make the file and its folder writable once; the next command brings it up to date.");

    /// <summary>SAL0604: some other file.</summary>
    public static Problem NotALedger(string path) =>
        new("SAL0604", path, "The file is not a ledger.", "Name a ledger, or a file that does not exist yet, with --ledger.");

    /// <summary>SAL0606: there is none.</summary>
    public static ProblemException Missing(string path) =>
        new(new("SAL0606", path, "There is no ledger.", "Make one with `salient add INPUT...`, or name one with --ledger."));
}
