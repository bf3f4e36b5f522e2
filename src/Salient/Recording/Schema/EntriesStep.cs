namespace Salient.Recording.Schema;

/// <summary>Which feed listed a report, as which of its entries: that feed may withdraw it. Withdrawals are entries in the chain of arrivals.</summary>
internal static class EntriesStep
{
    public const string Sql =
        """
        ALTER TABLE reports ADD COLUMN feed TEXT;
        ALTER TABLE reports ADD COLUMN entry TEXT;
        CREATE INDEX reports_by_entry ON reports (entry);
        """;
}
