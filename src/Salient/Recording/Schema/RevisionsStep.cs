namespace Salient.Recording.Schema;

/// <summary>Versions of one page, and what later ones no longer say.</summary>
internal static class RevisionsStep
{
    public const string Sql =
        """
        CREATE INDEX reports_by_origin ON reports (origin);
        CREATE TABLE revisions (claim TEXT PRIMARY KEY, owner INTEGER NOT NULL, fate INTEGER NOT NULL, report TEXT NOT NULL, successor TEXT) WITHOUT ROWID;
        CREATE INDEX revisions_by_owner ON revisions (owner);
        """;
}
