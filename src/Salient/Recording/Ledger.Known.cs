using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Recording;

/// <summary>A capture that a ledger has already met under a name.</summary>
/// <param name="Report">The report's id; null where it was refused.</param>
/// <param name="Given">The date given with it, or null.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record KnownCapture(string? Report, DateOnly? Given, Problem? Refusal)
{
    /// <summary>True where the report's day is not known.</summary>
    public bool Undated { get; init; }
}

/// <content>Runs, and what has been added before.</content>
public sealed partial class Ledger
{
    /// <summary>All coding runs, by id.</summary>
    public ImmutableArray<CodingRun> Runs() =>
    [
        .. connection.Rows(
            r => new CodingRun(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetInt32(4), r.GetInt32(5)),
            "SELECT u.id, u.program, u.rules, u.current, count(r.report), coalesce(sum(r.claims), 0) FROM runs u LEFT JOIN readings r ON r.run = u.id GROUP BY u.id ORDER BY u.id"),
    ];

    /// <summary>What came of the bytes with that hash when they were added under that name; null where they never were. A refusal counts only where <paramref name="rules"/> made it.</summary>
    public KnownCapture? Find(string name, string hash, string rules) =>
        connection.Rows(
            r => new KnownCapture(r.GetString(0), r.Day(1), null) { Undated = r.IsDBNull(2) },
            $"SELECT p.name, p.given, r.day FROM reports p JOIN readings r ON r.report = p.id AND r.run = {CurrentRun} WHERE p.base = $0 AND p.capture = (SELECT id FROM captures WHERE hash = $1)",
            name,
            hash).FirstOrDefault()
        ?? connection.Rows(
            r => new KnownCapture(null, null, new Problem(r.GetString(0), "", r.GetString(1), r.GetString(2))),
            "SELECT code, what, remedy FROM refusals WHERE base = $0 AND hash = $1 AND rules = $2",
            name,
            hash,
            rules).FirstOrDefault();

    /// <summary>The hash of what the report called <paramref name="report"/> holds; null where there is none: a name that is taken by other bytes must be told apart.</summary>
    public string? HashOf(string report) => (string?)connection.Value("SELECT c.hash FROM reports p JOIN captures c ON c.id = p.capture WHERE p.name = $0", report);

    /// <summary>Reports of the current run whose day is not known.</summary>
    public ImmutableArray<ReportHeader> Undated() => [.. Headers("r.day IS NULL").Select(h => h.Header)];
}
