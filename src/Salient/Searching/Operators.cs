using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;

namespace Salient.Searching;

/// <summary>The query language's operators.</summary>
public static class Operators
{
    private static readonly FrozenDictionary<string, Func<string, Func<RecordedClaim, bool>?>> Table = new Dictionary<string, Func<string, Func<RecordedClaim, bool>?>>
    {
        ["kind"] = v => c => Same(c.Claim.Kind, v),
        ["act"] = v => c => Same(c.Claim.Act, v),
        ["side"] = v => c => Same(c.Claim.Actor?.Side, v) || Same(c.Claim.Target?.Side, v),
        ["by"] = v => c => c.Claim.Sources.Any(s => Same(s.Side, v)),
        ["source"] = v => Named(v, (c, has) => c.Claim.Sources.Any(s => has(s.Name)) || has(c.Report.Outlet)),
        ["place"] = v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? c => c.Claim.Places.Any(p => p.GeonameId == id)
            : Named(v, (c, has) => c.Claim.Places.Any(p => has(p.Name))),
        ["on"] = v => Days(v) is var (first, last) ? c => c.Within(first, last) : null,
        ["since"] = v => Days(v) is var (first, _) ? c => c.Within(first, null) : null,
        ["until"] = v => Days(v) is var (_, last) ? c => c.Within(null, last) : null,
        ["report"] = v => c => Same(c.Report.Id, v),
        ["sure"] = v => Enum.GetValues<Factuality>().Any(f => Same(Phrasing.Code(f), v)) ? c => Same(Phrasing.Code(c.Claim.Factuality), v) : null,
        ["review"] = v => v.ToLowerInvariant() switch
        {
            "none" => c => c.Review is null,
            "any" => c => c.Review is not null,
            "accepted" or "rejected" or "corrected" or "added" or "noted" => c => Same(c.Review?.Word, v),
            _ => null,
        },
        ["revision"] = v => v.ToLowerInvariant() switch
        {
            "none" => c => c.Revision is null,
            "any" => c => c.Revision is not null,
            _ => Enum.GetValues<ClaimFate>().Any(f => Same(f.ToString(), v)) ? c => Same(c.Revision?.Fate.ToString(), v) : null,
        },
    }.ToFrozenDictionary();

    /// <summary>Their names, in the order in which pages offer them.</summary>
    public static ImmutableArray<string> Names { get; } = ["kind", "act", "side", "by", "source", "place", "on", "since", "until", "report", "sure", "review", "revision"];

    internal static Query Make(string name, string value, int position, int valuePosition)
    {
        if (!Table.TryGetValue(name, out var make))
        {
            throw new QueryException(
                new("SAL0621", FormattableString.Invariant($"query, character {position}"), $"There is no operator '{name}:'.", $"Choose from {string.Join(", ", Names.Select(n => n + ":"))}; a colon in a text wants quotation marks."), position);
        }

        return value.Length > 0 && make(value) is { } test
            ? new Asked(test)
            : throw new QueryException(
                new("SAL0622", FormattableString.Invariant($"query, character {valuePosition}"), value.Length == 0 ? $"'{name}:' has no value." : $"'{name}:' cannot be '{value}'.", Remedy(name)), valuePosition);
    }

    private static string Remedy(string name) => name switch
    {
        "on" or "since" or "until" => "Write a day, a month or a year: 2022-10-04, 2022-10, 2022.",
        "sure" => "Choose from CT+, PR+, PS+, CT-, PR-, PS-, Uu.",
        "revision" => "Choose from changed, vanished, corrected, retracted, any, none.",
        "review" => "Choose from accepted, rejected, corrected, added, any, none.",
        _ => "Write the value right after the colon, in quotation marks where it has blanks.",
    };

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static Func<RecordedClaim, bool>? Named(string value, Func<RecordedClaim, Func<string?, bool>, bool> test)
    {
        var (words, prefix) = (Words.Of(value.TrimEnd('*')), value.EndsWith('*'));
        bool Has(string? name) => Words.In(name, words, prefix);
        return words.IsEmpty ? null : c => test(c, Has);
    }

    /// <summary>First and last day of a day, a month or a year; null where it is none.</summary>
    private static (DateOnly First, DateOnly Last)? Days(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, day);
        }

        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return (month, month.AddMonths(1).AddDays(-1));
        }

        return DateOnly.TryParseExact(text + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? (year, year.AddYears(1).AddDays(-1)) : null;
    }
}
