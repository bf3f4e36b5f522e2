using System.Collections.Frozen;
using Salient.Records;
using Salient.Web.Findings;
using Salient.Web.Home;
using Salient.Web.Map;
using Salient.Web.Places;
using Salient.Web.Search;

namespace Salient.Web.Hosting;

/// <summary>What several pages look up in the picture: worked out once per revision of the ledger.</summary>
internal static class Parts
{
    /// <summary>Parts that are made before the first page asks.</summary>
    public static IReadOnlyList<Action<Snapshot>> Kept { get; } =
    [
        s => s.Part("claims-by-id", ClaimsById),
        s => s.Part("headers", Headers.ById),
        s => Days(s),
        s => s.Part("claims-by-report", ClaimsByReport),
        s => s.Part("coverage", Coverage.Of),
        s => s.Part("contrary-words", Changes.Contrary),
        s => s.Part("control-told", Changes.ToldControl),
        s => s.Part("events-told", Changes.ToldEvents),
        s => s.Part("figures-told", Changes.ToldFigures),
        s => s.Part("events-latest", EventIndex.Latest),
        s => s.Part("events-by-claim", EventIndex.ByClaim),
        s => s.Part("events-by-id", EventIndex.ById),
        s => s.Part("events-by-place", EventIndex.ByPlace),
        s => s.Part("disputes-by-claim", EventIndex.Disputes),
        s => s.Part("claims-by-source", SourceIndex.Of),
        s => s.Part("claims-by-place", PlaceIndex.Claims),
        s => s.Part("place-lines", PlaceIndex.Lines),
        s => s.Part("control-by-id", EventIndex.Control),
        s => s.Part("judgements-by-source", SourceIndex.Judgements),
        s => s.Part("dynamics", DynamicsEndpoints.Latest),
        s => s.Part("situation", t => t.Read(p => p.Situation())),
    ];

    /// <summary>Parts that are made as soon as the snapshot is shown: a page that comes before them makes them itself.</summary>
    public static IReadOnlyList<Action<Snapshot>> Beside { get; } = [MapEndpoints.Warm, s => s.Part("vocabulary", SuggestEndpoints.Words)];

    /// <summary>Claims by id.</summary>
    public static FrozenDictionary<string, RecordedClaim> ClaimsById(Snapshot snapshot) => snapshot.Read(p => p.Claims).ToFrozenDictionary(c => c.Claim.Id, StringComparer.Ordinal);

    /// <summary>The days that pages reach over: the baseline's, and the last that a report has.</summary>
    public static DaySpan Days(Snapshot snapshot) => snapshot.Part("days", s =>
    {
        var start = s.Read(p => p.Start);
        var last = s.Part("headers", Headers.ById).Values.Max(r => r.Date.Reference);
        return new DaySpan(start, last > start ? last.Value : start);
    });

    /// <summary>How many claims each report makes, by the report's id.</summary>
    public static FrozenDictionary<string, int> ClaimsByReport(Snapshot snapshot) =>
        snapshot.Read(p => p.Shown).GroupBy(c => c.Report.Id).ToFrozenDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}

/// <summary>The days that pages reach over.</summary>
/// <param name="First">The baseline's.</param>
/// <param name="Last">The last that a report has, never before the first.</param>
internal sealed record DaySpan(DateOnly First, DateOnly Last);
