using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording;

/// <content>What the current run says.</content>
public sealed partial class Ledger
{
    private const string Header =
        "p.name, r.title, r.day, r.not_before, r.not_after, r.basis, r.note, r.outlet, r.author, r.language, r.copy_of, r.institute, c.hash, p.origin, p.id, " +
        "(SELECT a.fetched FROM arrivals a WHERE a.report = p.name AND a.forgotten = 0 ORDER BY a.id DESC LIMIT 1), " + RetractedColumn + ", p.excerpt";

    // The first words of what has no title, which it is called by: read from its text, whose beginning alone is unpacked.
    private const string Beginning = "CASE WHEN coalesce(r.title, '') = '' THEN r.paragraphs END, CASE WHEN coalesce(r.title, '') = '' THEN r.packed END";

    private const string HeaderTables =
        "readings r JOIN reports p ON p.id = r.report JOIN captures c ON c.id = p.capture";

    private const string ClaimColumns =
        "k.claim, k.kind, k.act, k.start, k.length, k.evidence, k.factuality, k.quoted, k.role, k.rule, k.slots, k.report";

    /// <summary>As <see cref="ClaimColumns"/>, without the words.</summary>
    internal const string SlimColumns =
        "k.claim, k.kind, k.act, k.start, k.length, '', k.factuality, k.quoted, k.role, k.rule, k.slots, k.report";

    private const string CurrentRun = "(SELECT id FROM runs WHERE current = 1)";

    /// <inheritdoc/>
    public ImmutableArray<ReportHeader> Reports() => [.. Headers().Select(h => h.Header)];

    /// <inheritdoc/>
    public Report? Report(string id)
    {
        var sql = $"SELECT {Header}, r.paragraphs, r.packed FROM {HeaderTables} WHERE r.run = {CurrentRun} AND p.name = $0";
        return connection.Rows(row => Full(ReadHeader(row), row.GetString(18), (byte[])row[19]), sql, id).FirstOrDefault();
    }

    /// <inheritdoc/>
    public IEnumerable<RecordedClaim> Claims() => Revised(Headers().SelectMany(h => ClaimsOf(h.Key, h.Header)));

    /// <inheritdoc/>
    public ImmutableArray<RecordedClaim> ClaimsOf(string report) =>
        [.. Revised(Headers("p.name = $0", report).SelectMany(h => ClaimsOf(h.Key, h.Header)))];

    /// <inheritdoc/>
    public RecordedClaim? Claim(string id) =>
        Found($"SELECT {ClaimColumns} FROM claims k WHERE k.claim = $0 AND k.run = {CurrentRun}", id).FirstOrDefault() is { } found ? Revised([found]).First() : null;

    /// <inheritdoc/>
    /// <exception cref="ProblemException">SAL0608 the query cannot be read.</exception>
    public ImmutableArray<RecordedClaim> Search(string query, int limit)
    {
        var sql = $"SELECT {ClaimColumns} FROM words JOIN claims k ON k.id = words.rowid WHERE words MATCH $0 AND k.run = {CurrentRun} ORDER BY words.rank LIMIT $1";
        try
        {
            return [.. Revised(Found(sql, query, limit).Order())];
        }
        catch (SqliteException thrown) when (thrown.SqliteErrorCode == 1)
        {
            throw new ProblemException(new("SAL0608", query, "The search cannot be read.", "Write words, \"a phrase\", AND, OR, NOT, or prefix*."), thrown);
        }
    }

    /// <inheritdoc/>
    public IReadOnlySet<string>? Matching(string query)
    {
        try
        {
            return connection.Rows(r => r.GetString(0), $"SELECT k.claim FROM words JOIN claims k ON k.id = words.rowid WHERE words MATCH $0 AND k.run = {CurrentRun}", query).ToHashSet();
        }
        catch (SqliteException thrown) when (thrown.SqliteErrorCode == 1)
        {
            // The search is then asked of each claim.
            return null;
        }
    }

    /// <summary>The bytes of a report as they came, with what was known of them; null where there is no such report.</summary>
    public Capture? Capture(string report) => connection.Rows(
        row => new Capture(row.GetString(0), row.GetString(1), Packing.Unpack((byte[])row[2]), (MediaKind)row.GetInt32(3), row.Text(4), row.Day(5)) { Outlet = row.Text(6) },
        "SELECT p.name, p.origin, c.packed, p.media, p.charset, p.given, p.outlet FROM reports p JOIN captures c ON c.id = p.capture WHERE p.name = $0",
        report).FirstOrDefault();

    /// <summary>The names of all reports, in order.</summary>
    public ImmutableArray<string> ReportNames() => [.. connection.Rows(r => r.GetString(0), "SELECT name FROM reports ORDER BY name")];

    private IEnumerable<RecordedClaim> Found(string sql, params object?[] values)
    {
        var headers = new Dictionary<long, ReportHeader>();
        var rows = connection.Rows(r => (Report: r.GetInt64(11), Claim: new Func<string, Claim>(ReadClaim(r))), sql, values).ToList();
        foreach (var (report, claim) in rows)
        {
            if (!headers.TryGetValue(report, out var header))
            {
                header = headers[report] = Headers("p.id = $0", report).First().Header;
            }

            yield return new RecordedClaim(claim(header.Id), header);
        }
    }

    internal List<(long Key, ReportHeader Header)> Headers(string filter = "1", params object?[] values) =>
        [.. connection.Rows(r => (r.GetInt64(14), ReadHeader(r) with { Opening = ReadOpening(r) }), $"SELECT {Header}, {Beginning} FROM {HeaderTables} WHERE r.run = {CurrentRun} AND {filter} ORDER BY r.reference, p.name", values)];

    private IEnumerable<RecordedClaim> ClaimsOf(long key, ReportHeader header) => connection.Rows(
        r => new RecordedClaim(ReadClaim(r)(header.Id), header),
        $"SELECT {ClaimColumns} FROM claims k WHERE k.report = $0 AND k.run = {CurrentRun} ORDER BY k.start, k.length, k.claim",
        key);

    private static ReportHeader ReadHeader(SqliteDataReader r) => new(
        r.GetString(0),
        r.Text(1),
        new ReportDate(r.Day(2), r.Day(3), r.Day(4), (DateBasis)r.GetInt32(5), r.Text(6)),
        r.Text(7),
        r.Text(8),
        r.GetString(9),
        r.Text(10),
        r.GetBoolean(11),
        r.GetString(12),
        r.GetString(13))
    {
        Fetched = r.Text(15),
        Retracted = ReadRetraction(r.Text(16)),
        ExcerptOf = r.Text(17),
    };

    private static string? ReadOpening(SqliteDataReader r) => r.IsDBNull(18)
        ? null
        : Opening.Of(JsonSerializer.Deserialize(r.GetString(18), SlotsForm.Plain.ImmutableArrayParagraph), span => span.Of(Packing.UnpackText((byte[])r[19], span.End)));

    private static Report Full(ReportHeader h, string paragraphs, byte[] packed) => new(
        h.Id,
        Packing.UnpackText(packed),
        h.Title,
        h.Date,
        h.Outlet,
        h.Author,
        h.Language,
        h.CopyOf,
        h.Institute,
        JsonSerializer.Deserialize(paragraphs, SlotsForm.Plain.ImmutableArrayParagraph),
        h.CaptureHash);

    internal static Func<string, Claim> ReadClaim(SqliteDataReader r)
    {
        var s = Slots.Read(r.GetString(10));
        var span = new TextSpan(r.GetInt32(3), r.GetInt32(3) + r.GetInt32(4));
        var (id, kind, act, evidence, rule) = (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(5), r.GetString(9));
        var (factuality, quoted, role) = ((Factuality)r.GetInt32(6), r.GetBoolean(7), (ParagraphRole)r.GetInt32(8));
        return report => new Claim(
            id, report, kind, act, span, evidence, s.Sources, factuality, s.Actor, s.Target, s.Places, s.Time, s.Quantity, quoted, s.Outcome, s.Category, s.Person, s.Post, s.Item, rule, role);
    }
}
