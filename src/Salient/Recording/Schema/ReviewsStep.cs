namespace Salient.Recording.Schema;

/// <summary>What analysts say of claims: entries that are never edited and never taken out.</summary>
internal static class ReviewsStep
{
    public const string Sql =
        """
        CREATE TABLE reviews (id INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, act TEXT NOT NULL, claim TEXT NOT NULL, author TEXT NOT NULL,
            said TEXT NOT NULL, other TEXT, changes TEXT NOT NULL, note TEXT);
        CREATE INDEX reviews_by_claim ON reviews (claim);
        CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews BEGIN SELECT RAISE (ABORT, 'reviews are never edited'); END;
        CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews BEGIN SELECT RAISE (ABORT, 'reviews are never taken out'); END;
        """;
}
