using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;
using Salient.Web.Findings;
using Salient.Web.Hosting;

namespace Salient.Web.Shared;

/// <summary>What the theatre calls its sides, and what reports are called that speak for themselves without an outlet's name.</summary>
/// <param name="sides">The theatre's sides.</param>
/// <param name="reports">Reports by id.</param>
/// <param name="source">The name that a source has its page under, by a name and a side; null where it has none.</param>
/// <param name="place">Whether a place has a page, by GeoNames id.</param>
internal sealed class Naming(ImmutableArray<Side> sides, FrozenDictionary<string, ReportHeader> reports, Func<string, string, string?> source, Func<int, bool> place)
    : Names(sides.ToFrozenDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal), id => reports.GetValueOrDefault(id), Wording.Of)
{
    private const string Via = ", via ";
    private readonly FrozenDictionary<string, string> roles = SideRole.Of(sides);

    /// <summary>The theatre's sides, in its order.</summary>
    public ImmutableArray<Side> Sides => sides;

    /// <summary>Those that can hold ground.</summary>
    public ImmutableArray<Side> Parties { get; } = [.. sides.Where(s => s.Party)];

    /// <summary>What a side is to the theatre, as pages and map colour it.</summary>
    public string Role(string side) => roles.GetValueOrDefault(side, SideRole.Other);

    /// <summary>Names of a snapshot's ledger.</summary>
    public static Naming Of(Snapshot snapshot) => snapshot.Part("naming", s =>
    {
        var bodies = s.Read(p => p.Bodies);
        return new Naming(
            s.Read(p => p.Sides), s.Part("headers", Headers.ById),
            (name, side) => s.Part("claims-by-source", SourceIndex.Of).Records.GetValueOrDefault(bodies.Fold(name, side))?.Name, id => s.Part("control-by-id", EventIndex.Control).ContainsKey(id));
    });

    /// <summary>The name that a source has its page under; null where it has none.</summary>
    /// <param name="name">As a report or a finding has it.</param>
    /// <param name="side">Its side; "none" where it has none or it is not known.</param>
    public string? Source(string name, string side) => source(name, side);

    /// <summary>True where the place has a page.</summary>
    public bool HasPlace(int id) => place(id);

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

    /// <summary>"shelling, Avdiivka, by Russia".</summary>
    public string Of(Happening happening) =>
        $"{happening.Act.Replace('-', ' ')}, {happening.PlaceName}{(happening.Actor is { } actor and not "none" ? $", by {Side(actor)}" : string.Empty)}";
}
