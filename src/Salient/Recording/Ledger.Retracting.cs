using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Recording;

/// <content>Reports that their outlets withdrew.</content>
public sealed partial class Ledger
{
    /// <summary>What the last entry of the chain says of a report's withdrawal: time, source, when and why, a line each; null where it stands.</summary>
    private const string RetractedColumn =
        "(SELECT CASE a.forgotten WHEN 2 THEN coalesce(a.fetched, '') || char(10) || replace(a.origin, char(10), ' ') || char(10) || coalesce(a.headers, '') END " +
        "FROM arrivals a WHERE a.report = p.name AND a.capture = c.hash AND a.forgotten IN (2, 3) ORDER BY a.id DESC LIMIT 1)";

    private const string When = "when: ", Why = "note: ";

    /// <summary>What <paramref name="word"/> bears on, but for reports that are withdrawn already.</summary>
    /// <remarks>
    /// A feed may withdraw what it listed itself, and what came from its own host; a file that is a feed, what came from such files. Nobody else's.
    /// What it has said once it does not say again: where an analyst has restored the report, it stays.
    /// </remarks>
    public Withdrawn Withdrawn(Withdrawal word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var found = connection.Rows(
            r => (Name: r.GetString(0), Origin: r.GetString(1), Feed: r.Text(2), Retracted: r.Text(3)),
            $"""
            SELECT p.name, p.origin, p.feed, {RetractedColumn} FROM reports p JOIN captures c ON c.id = p.capture
            WHERE p.entry = $0 OR p.origin = $0 OR p.origin = $1 OR (p.entry IS NULL AND p.base = $2) ORDER BY p.name
            """,
            word.Entry,
            word.Address ?? word.Entry,
            word.Name);
        var own = found.Where(f => f.Feed == word.Source || (Host(word.Source) is { } host ? host == Host(f.Origin) : f.Feed is not null && Host(f.Feed) is null)).ToList();
        return new Withdrawn(
            [.. own.Where(f => f.Retracted is null && !Said(f.Name, word)).Select(f => f.Name)],
            own.Count > 0 ? [] : [.. found.Where(f => f.Retracted is null).Select(f => f.Name)]);
    }

    /// <summary>Notes that a report was withdrawn, or that this holds no longer; all of it stays.</summary>
    /// <param name="report">The report's name.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="noted">The time.</param>
    /// <param name="note">Why, or null.</param>
    /// <param name="restored">True where it holds no longer.</param>
    /// <returns>False where there is no such report; or where it is so already.</returns>
    public bool Retract(string report, string by, DateTimeOffset noted, string? note, bool restored = false)
    {
        using var transaction = connection.BeginTransaction();
        var header = Headers("p.name = $0", report).Select(h => h.Header).FirstOrDefault();
        if (header is null || (header.Retracted is not null) != restored)
        {
            return false;
        }

        Retract(connection, report, by, Moment(noted), Words(null, note), restored ? ArrivalKind.Restored : ArrivalKind.Retracted);
        connection.Run("UPDATE state SET value = value + 1 WHERE key = 'revision'");
        transaction.Commit();
        return true;
    }

    internal static void Retract(Microsoft.Data.Sqlite.SqliteConnection connection, string report, string source, string? noted, string? words, ArrivalKind kind)
    {
        var (hash, size) = connection.Rows(r => (r.GetString(0), r.GetInt64(1)), "SELECT c.hash, c.size FROM reports p JOIN captures c ON c.id = p.capture WHERE p.name = $0", report).Single();
        ArrivalChain.Append(connection, new Arrival(report, hash, size, source, noted, words, kind));
        connection.Run("INSERT INTO due (report) SELECT id FROM reports WHERE name = $0", report);
    }

    private bool Said(string report, Withdrawal word) =>
        connection.Value("SELECT 1 FROM arrivals WHERE report = $0 AND forgotten = 2 AND origin = $1 AND headers IS $2", report, word.Source, Words(word.Said, word.Note)) is not null;

    internal static string? Moment(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    internal static string? Words(string? said, string? note) =>
        string.Join('\n', new[] { said is null ? null : When + said.ReplaceLineEndings(" "), note is null ? null : Why + note.ReplaceLineEndings(" ") }.OfType<string>()) is { Length: > 0 } words ? words : null;

    private static Retraction? ReadRetraction(string? written)
    {
        if (written?.Split('\n') is not [var noted, var source, .. var words])
        {
            return null;
        }

        string? Said(string key) => words.FirstOrDefault(w => w.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
        return new Retraction(source, noted.Length == 0 ? null : noted, Said(When), Said(Why));
    }

    private static string? Host(string address) => Uri.TryCreate(address, UriKind.Absolute, out var at) && at.Scheme is "http" or "https" ? at.Authority.ToLowerInvariant() : null;
}
