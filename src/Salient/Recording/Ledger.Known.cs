using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Recording;

/// <summary>A capture that a ledger has already met under a name.</summary>
/// <param name="Report">The report's id; null where it was refused.</param>
/// <param name="Given">The date given with it, or null.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record KnownCapture(string? Report, DateOnly? Given, Problem? Refusal);

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

    /// <summary>What was added before, by name and hash; refusals count only where <paramref name="rules"/> made them.</summary>
    public FrozenDictionary<(string Name, string Hash), KnownCapture> Known(string rules)
    {
        var found = connection.Rows(
            r => KeyValuePair.Create((r.GetString(0), r.GetString(1)), new KnownCapture(r.GetString(2), r.Day(3), null)),
            $"SELECT p.base, c.hash, p.name, p.given FROM reports p JOIN captures c ON c.id = p.capture JOIN readings r ON r.report = p.id AND r.run = {CurrentRun}");
        var refused = connection.Rows(
            r => KeyValuePair.Create((r.GetString(0), r.GetString(1)), new KnownCapture(null, null, new Problem(r.GetString(2), "", r.GetString(3), r.GetString(4)))),
            "SELECT base, hash, code, what, remedy FROM refusals WHERE rules = $0",
            rules);
        var all = new Dictionary<(string, string), KnownCapture>(refused);
        foreach (var (key, value) in found)
        {
            all[key] = value;
        }

        return all.ToFrozenDictionary();
    }

    /// <summary>The names that reports have, with what they hold: a name that is taken by other bytes must be told apart.</summary>
    public FrozenDictionary<string, string> Names() =>
        connection.Rows(r => KeyValuePair.Create(r.GetString(0), r.GetString(1)), "SELECT p.name, c.hash FROM reports p JOIN captures c ON c.id = p.capture").ToFrozenDictionary();

    /// <summary>Reports of the current run whose day is not known.</summary>
    public ImmutableArray<ReportHeader> Undated() => [.. Headers("r.day IS NULL").Select(h => h.Header)];
}
