using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Salient.Records;
using Salient.Theatres;
using Salient.Web.Findings;
using Salient.Web.Hosting;

namespace Salient.Web.Shared;

/// <summary>What the theatre calls its sides, and what reports are called that speak for themselves without an outlet's name.</summary>
/// <param name="sides">The theatre's sides.</param>
/// <param name="reports">Reports by id.</param>
/// <param name="source">Whether a source has a page.</param>
/// <param name="place">Whether a place has a page, by GeoNames id.</param>
internal sealed partial class Naming(ImmutableArray<Side> sides, FrozenDictionary<string, ReportHeader> reports, Func<string, bool> source, Func<int, bool> place)
{
    private const string Says = " says so ", Via = ", via ";
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(sides);
    private readonly FrozenDictionary<string, string> names = sides.ToFrozenDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);

    /// <summary>The theatre's sides, in its order.</summary>
    public ImmutableArray<Side> Sides => sides;

    /// <summary>Those that can hold ground.</summary>
    public ImmutableArray<Side> Parties { get; } = [.. sides.Where(s => s.Party)];

    /// <summary>What a side is to the theatre, as pages and map colour it.</summary>
    public string Role(string side) => roles.GetValueOrDefault(side, SideRole.Other);

    /// <summary>Names of a snapshot's ledger.</summary>
    public static Naming Of(Snapshot snapshot) => snapshot.Part("naming", s => new Naming(
        s.Read(p => p.Sides), s.Part("headers", Headers.ById), name => s.Part("claims-by-source", SourceIndex.Of).Records.ContainsKey(Reconciling.Origins.Fold(name)), id => s.Part("control-by-id", EventIndex.Control).ContainsKey(id)));

    /// <summary>True where the source has a page.</summary>
    public bool HasSource(string name) => source(name);

    /// <summary>True where the place has a page.</summary>
    public bool HasPlace(int id) => place(id);

    /// <summary>What a side is called; "contested" as it is.</summary>
    public string Side(string side) => names.GetValueOrDefault(side, side);

    /// <summary>Who says it: a source or an outlet by name, a side by its own, a report without an outlet by its title.</summary>
    public string Origin(string origin)
    {
        if (names.TryGetValue(origin, out var side))
        {
            return $"{side} (nobody named)";
        }

        return Report(origin);
    }

    /// <summary>A report by its title or its first words, never by its id; what is no report's id is given back.</summary>
    public string Report(string id) => reports.TryGetValue(id, out var report) ? Phrasing.Called(report, Wording.Of) : id;

    /// <summary>Who says it through whom, where the report's own name stands beside it.</summary>
    public string Chain(Citation citation)
    {
        if (!reports.TryGetValue(citation.Report, out var report) || report.Outlet is not null)
        {
            return citation.Chain;
        }

        var called = Phrasing.Called(report);
        return citation.Chain == called ? "the report’s own voice" : citation.Chain.EndsWith(Via + called, StringComparison.Ordinal) ? citation.Chain[..^(Via + called).Length] : citation.Chain;
    }

    /// <summary>Why a holder is assessed, with whom it names called as pages call him.</summary>
    public string Reason(string reason)
    {
        var end = reason.IndexOf(Says, StringComparison.Ordinal);
        return end <= 0 ? reason : string.Join(", ", reason[..end].Split(", ").Select(Origin)) + reason[end..];
    }

    /// <summary>The same for who reads on: without the policy's lines and weights, days as pages write them.</summary>
    public string Why(string reason) => Weighed().Replace(Reason(reason), m => DateOnly.TryParseExact(m.Groups[1].Value, "yyyy-MM-dd", out var day) ? $"on {Wording.Of(day)}." : m.Value);

    [GeneratedRegex(@"on ([0-9]{4}-[0-9]{2}-[0-9]{2}) \([^()]*\)(?:; support -?[0-9.]+)?\.", RegexOptions.NonBacktracking)]
    private static partial Regex Weighed();

    /// <summary>Who says it, the first few by name.</summary>
    public string Origins(IEnumerable<string> origins, int named = 3)
    {
        var all = origins.Distinct().ToList();
        return string.Join(", ", all.Take(named).Select(Origin)) + (all.Count > named ? $" and {all.Count - named} more" : "");
    }

    /// <summary>"shelling, Avdiivka, by Russia".</summary>
    public string Of(Happening happening) =>
        $"{happening.Act.Replace('-', ' ')}, {happening.PlaceName}{(happening.Actor is { } actor and not "none" ? $", by {Side(actor)}" : string.Empty)}";

    /// <summary>What one side of a dispute says, with sides by their names.</summary>
    public string Said(string says) => says.StartsWith("held by ", StringComparison.Ordinal) ? "held by " + Side(says[8..]) : says;
}
