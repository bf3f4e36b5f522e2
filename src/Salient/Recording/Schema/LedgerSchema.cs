using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Salient.Recording.Schema;

/// <summary>One change of the ledger's form.</summary>
/// <param name="Sql">What it makes.</param>
/// <param name="Fill">Fills what it made from what was there; null where there is nothing to fill.</param>
internal sealed record LedgerStep(string Sql, Action<SqliteConnection>? Fill = null);

/// <summary>
/// The ledger's form, version by version: step N brings a ledger of version N to N + 1. To add a table, write a step in a file of its own and put it at the end of
/// <see cref="Steps"/>; never edit one that has shipped.
/// </summary>
internal static class LedgerSchema
{
    /// <summary>Marks the file as a ledger: "Sali".</summary>
    public const int ApplicationId = 0x53616c69;

    /// <summary>The steps, oldest first.</summary>
    public static readonly LedgerStep[] Steps =
    [
        new(FirstStep.Sql),
        new(ArrivalsStep.Sql, ArrivalsStep.Fill),
        new(ReviewsStep.Sql),
        new(FindingsStep.Sql),
        new(RevisionsStep.Sql),
        new(OutletsStep.Sql),
        new(EntriesStep.Sql),
        new(ExcerptsStep.Sql),
        new(WordsStep.Sql),
    ];

    /// <summary>Brings a ledger to the newest form, or to version <paramref name="upTo"/>; all of it or nothing.</summary>
    public static void Migrate(SqliteConnection connection, int? upTo = null)
    {
        using var transaction = connection.BeginTransaction();
        var version = (int)(long)connection.Value("PRAGMA user_version")!;
        var last = upTo ?? Steps.Length;
        for (; version < last; version++)
        {
            connection.Run(Steps[version].Sql);
            Steps[version].Fill?.Invoke(connection);
        }

        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version};"));
        transaction.Commit();
    }
}
