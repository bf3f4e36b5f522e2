using System.Globalization;
using System.Text.RegularExpressions;

namespace Salient.Records;

/// <summary>What sides, sources and reports are called where findings are told to people. Findings themselves hold ids, which are for programs.</summary>
/// <param name="sides">Names of sides, by id.</param>
/// <param name="report">A report by its id; null where there is none.</param>
/// <param name="write">How a day is written, if not as 2022-10-04.</param>
public partial class Names(IReadOnlyDictionary<string, string> sides, Func<string, ReportHeader?> report, Func<DateOnly, string>? write = null)
{
    private const string Says = " says so ", HeldBy = "held by ", By = "by ", On = "on ", Contested = "contested";

    /// <summary>What a side is called; what is no side's id, as it is.</summary>
    public string Side(string side) => sides.TryGetValue(side, out var name) ? name : side;

    /// <summary>Who says it: a source or an outlet by name, a side that speaks for itself by its own, a report without an outlet by its title.</summary>
    public string Origin(string origin) => sides.TryGetValue(origin, out var side) ? $"{Possessive(side)} own side" : Report(origin);

    /// <summary>Who says it, the first few by name.</summary>
    public string Origins(IEnumerable<string> origins, int named = 3)
    {
        var all = origins.Distinct().ToList();
        return string.Join(", ", all.Take(named).Select(Origin)) + (all.Count > named ? $" and {all.Count - named} more" : "");
    }

    /// <summary>A report by its title or its first words, never by its id; what is no report's id is given back.</summary>
    public string Report(string id) => report(id) is { } known ? Phrasing.Called(known, write) : id;

    /// <summary>"soldiers, killed (Russia)".</summary>
    public string Measure(string measure, string? side) => $"{Measures.Name(measure)}{(side is null or "none" ? "" : $" ({Side(side)})")}";

    /// <summary>What a dispute is about: a place; "withdrew at Popasna"; "soldiers, killed (Russia) in Brodiv".</summary>
    public string Subject(Dispute dispute)
    {
        ArgumentNullException.ThrowIfNull(dispute);
        return Counted(dispute) is { } counted
            ? Measure(counted.Groups["measure"].Value, counted.Groups["side"].Value) + (counted.Groups["place"].Value is { Length: > 0 } place ? $" in {place}" : "") + (counted.Groups["counted"].Value is { Length: > 0 } of ? $": {of}" : "")
            : Acted().Match(dispute.Subject) is { Success: true } m ? m.Groups["act"].Value.Replace('-', ' ') + m.Groups["where"].Value : dispute.Subject;
    }

    /// <summary>What one side of it says: "held by Russia", "by Ukraine", "on 3 Oct 2022", "2,000–3,000 soldiers".</summary>
    public string Said(Dispute dispute, string says)
    {
        ArgumentNullException.ThrowIfNull(says);
        return Counted(dispute) is { } counted ? $"{says.Replace('-', '–')} {Measures.Unit(counted.Groups["measure"].Value, one: says == "1")}".TrimEnd()
            : says.StartsWith(HeldBy, StringComparison.Ordinal) ? Checked(says)
            : says.StartsWith(By, StringComparison.Ordinal) ? By + Side(says[By.Length..])
            : says.StartsWith(On, StringComparison.Ordinal) ? Dated(says)
            : says;
    }

    /// <summary>What settled a dispute: "The Gazette says on 2022-10-04 that Russia holds it", "the ministry, on Russia’s side, says that Russia did it".</summary>
    public string Settled(string settled) => Told().Match(settled) is { Success: true } m
        ? $"{Origin(m.Groups["who"].Value)} says {Dated(m.Groups["on"].Value)} that {Held(m.Groups["what"].Value)}"
        : Owned().Match(settled) is { Success: true } own
        ? $"{Origin(own.Groups["who"].Value)}, on {Possessive(Side(own.Groups["side"].Value))} side, says that {Side(own.Groups["side"].Value)} did it"
        : Dated(settled);

    /// <summary>Why there is a dispute, with whom it names called by name.</summary>
    public string Disputed(string reason) => Alone().Match(reason) is { Success: true } m
        ? $"{Origin(m.Groups["who"].Value)} alone says that {Held(m.Groups["what"].Value)}; as assessed since {Dated(m.Groups["day"].Value)}, {Held(m.Groups["else"].Value)}."
        : Dated(reason);

    /// <summary>Why a holder is assessed, with whom it names called by name.</summary>
    public string Reason(string reason)
    {
        var end = reason.IndexOf(Says, StringComparison.Ordinal);
        return end > 0
            ? string.Join(", ", reason[..end].Split(", ").Select(Origin)) + reason[end..]
            : Speaks().Replace(reason, m => $"{m.Groups[1].Value} for {Side(m.Groups[2].Value)}.");
    }

    /// <summary>The same for who reads on: without the policy's lines and weights.</summary>
    public string Why(string reason) => Weighed().Replace(Reason(reason), m => Day(m.Groups[1].Value) is { } day ? $"on {Written(day)}." : m.Value);

    /// <summary>What a judgement was checked against: "Brodiv is assessed as held by Russia on 4 Oct 2022".</summary>
    public string Checked(string reason) => Dated(Assessed().Replace(reason, m => m.Groups[1].Value == Contested ? Contested : HeldBy + Side(m.Groups[1].Value)));

    private static Match? Counted(Dispute dispute) => dispute.Kind == DisputeKind.HowMany && Counts().Match(dispute.Subject) is { Success: true } m ? m : null;

    private string Held(string what) => sides.TryGetValue(what, out var side) ? $"{side} holds it" : what == Contested ? "it is contested" : what;

    private string Dated(string text) => ADay().Replace(text, m => Day(m.Value) is { } day ? Written(day) : m.Value);

    private string Written(DateOnly day) => write?.Invoke(day) ?? Phrasing.Day(day);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Possessive(string name) => name.EndsWith('s') ? name + "’" : name + "’s";

    [GeneratedRegex(@"^(?<who>.+) (?<on>on [0-9]{4}-[0-9]{2}-[0-9]{2}): (?<what>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    [GeneratedRegex("^(?<who>.+), of that side, says: by (?<side>[a-z]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Owned();

    [GeneratedRegex(@"^(?<who>.+) alone says (?<what>[a-z]+); the picture since (?<day>[0-9-]{10}) is (?<else>[a-z]+)\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Alone();

    [GeneratedRegex(@"(speaks?) for ([a-z]+)\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"on ([0-9]{4}-[0-9]{2}-[0-9]{2}) \([^()]*\)(?:; support -?[0-9.]+)?\.", RegexOptions.NonBacktracking)]
    private static partial Regex Weighed();

    [GeneratedRegex(@"\bheld by ([a-z]+)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Assessed();

    [GeneratedRegex("^(?<measure>[a-z-]+/.+?) of (?<side>[a-z]+)(?: at (?<place>[^:]+))?(?:: (?<counted>.+))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Counts();

    [GeneratedRegex("^[a-z-]+/(?<act>[a-z-]+)(?<where> at .+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Acted();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex ADay();
}
