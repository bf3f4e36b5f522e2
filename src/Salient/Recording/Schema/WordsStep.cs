namespace Salient.Recording.Schema;

/// <summary>Words on who holds what, by place and stretch of days: a place that is named daily for years is read in a few rows. Findings of before are made anew.</summary>
internal static class WordsStep
{
    public const string Sql =
        """
        DROP TABLE views;
        CREATE TABLE views (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, stretch INTEGER NOT NULL, value BLOB NOT NULL, UNIQUE (place, stretch));
        DELETE FROM stamps;
        """;
}
