using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Salient.Records;

namespace Salient.Searching;

/// <summary>The values that operators can have in a ledger, for suggestions as somebody types. Immutable.</summary>
public sealed partial class Vocabulary
{
    private const int Most = 10, MostListed = 20;
    private readonly FrozenDictionary<string, ImmutableArray<string>> values;

    /// <summary>Gathers it from <paramref name="claims"/>; what most claims have comes first.</summary>
    public Vocabulary(IReadOnlyCollection<RecordedClaim> claims) => values = new Dictionary<string, ImmutableArray<string>>
    {
        ["kind"] = Often(claims.Select(c => c.Claim.Kind)),
        ["act"] = Often(claims.Select(c => c.Claim.Act)),
        ["side"] = Often(claims.SelectMany(c => new[] { c.Claim.Actor?.Side, c.Claim.Target?.Side }.OfType<string>())),
        ["by"] = Often(claims.SelectMany(c => c.Claim.Sources.Select(s => s.Side))),
        ["source"] = Often(claims.SelectMany(c => c.Claim.Sources.Select(s => s.Name).Append(c.Report.Outlet).OfType<string>())),
        ["place"] = Often(claims.SelectMany(c => c.Claim.Places.Select(p => p.Name))),
        ["sure"] = [.. Enum.GetValues<Factuality>().Select(Phrasing.Code)],
        ["review"] = ["rejected", "accepted", "corrected", "added", "any", "none"],
        ["revision"] = ["changed", "vanished", "corrected", "retracted", "any", "none"],
    }.ToFrozenDictionary();

    /// <summary>At most ten ways to go on with <paramref name="text"/>, each the whole query.</summary>
    public ImmutableArray<string> Suggest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 200)
        {
            return [];
        }

        var begin = text.LastIndexOfAny([' ', '(']) + 1;
        var open = text.LastIndexOf(":\"", StringComparison.Ordinal);
        if (open >= 0 && text.IndexOf('"', open + 2) < 0)
        {
            begin = text.LastIndexOfAny([' ', '('], open) + 1;
        }

        var (before, last) = (text[..begin], text[begin..]);
        if (last.Length == 0)
        {
            return [];
        }

        if (last.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
        {
            var (name, typed) = (last[..colon].ToLowerInvariant(), last[(colon + 1)..].TrimStart('"'));
            return values.TryGetValue(name, out var known) ? [.. Beginning(known, typed).Take(Most).Select(v => before + name + ":" + Written(v))] : [];
        }

        var operators = Operators.Names.Where(n => n.StartsWith(last, StringComparison.OrdinalIgnoreCase)).Select(n => before + n + ":");
        var named = last.Length < 2 ? [] : Beginning(values["place"], last).Take(4).Select(v => before + "place:" + Written(v)).Concat(Beginning(values["source"], last).Take(4).Select(v => before + "source:" + Written(v)));
        return [.. operators.Concat(named).Take(Most)];
    }

    /// <summary>Why a search may find nothing: the kinds, acts and sides that it asks for and no claim has, with those that claims have; null where it asks for none such.</summary>
    public string? Missing(string? query)
    {
        var missing = Closed().Matches(query ?? "").Select(m => (Name: m.Groups[1].Value.ToLowerInvariant(), Value: m.Groups[2].Value))
            .Where(a => !values[a.Name].Contains(a.Value, StringComparer.OrdinalIgnoreCase)).Distinct()
            .Select(a => $"No claim has {a.Name}:{a.Value}{(values[a.Name].IsEmpty ? "" : "; there are " + string.Join(", ", values[a.Name].Take(MostListed)))}.").ToList();
        return missing.Count == 0 ? null : string.Join(' ', missing);
    }

    private static IEnumerable<string> Beginning(ImmutableArray<string> known, string typed) => known.Where(v => v.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    private static string Written(string value) => value.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or ':') ? $"\"{value.Replace("\"", "", StringComparison.Ordinal)}\"" : value.Replace("\"", "", StringComparison.Ordinal);

    private static ImmutableArray<string> Often(IEnumerable<string> all) =>
        [.. all.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    [GeneratedRegex("(?:^|[ (])(kind|act|side|by):\"?([^ \"()]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closed();
}
