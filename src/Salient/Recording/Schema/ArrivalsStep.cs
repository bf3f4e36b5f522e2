using Microsoft.Data.Sqlite;

namespace Salient.Recording.Schema;

/// <summary>The chain of arrivals: what came, when, with which headers, each tied to the one before by a hash; and what was forgotten.</summary>
internal static class ArrivalsStep
{
    public const string Sql =
        """
        CREATE TABLE arrivals (id INTEGER PRIMARY KEY, report TEXT NOT NULL, capture TEXT NOT NULL, size INTEGER NOT NULL, origin TEXT NOT NULL,
            fetched TEXT, headers TEXT, forgotten INTEGER NOT NULL, link TEXT NOT NULL);
        CREATE INDEX arrivals_by_report ON arrivals (report);
        CREATE TRIGGER arrivals_stay BEFORE UPDATE ON arrivals BEGIN SELECT RAISE (ABORT, 'arrivals are never edited'); END;
        CREATE TRIGGER arrivals_remain BEFORE DELETE ON arrivals BEGIN SELECT RAISE (ABORT, 'arrivals are never taken out'); END;
        """;

    /// <summary>A ledger from before knows neither times nor headers: its reports are chained in the order in which they came.</summary>
    public static void Fill(SqliteConnection connection)
    {
        var reports = connection.Rows(
            r => (Name: r.GetString(0), Hash: r.GetString(1), Size: r.GetInt64(2), Origin: r.GetString(3)),
            "SELECT p.name, c.hash, c.size, p.origin FROM reports p JOIN captures c ON c.id = p.capture ORDER BY p.id").ToList();
        foreach (var (name, hash, size, origin) in reports)
        {
            ArrivalChain.Append(connection, new Arrival(name, hash, size, origin, null, null, ArrivalKind.Came));
        }
    }
}
