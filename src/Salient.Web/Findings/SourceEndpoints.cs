using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>How each source has fared.</summary>
/// <param name="Sources">In the order asked for, at most <see cref="SourceEndpoints.PageSize"/>.</param>
/// <param name="All">How many there are that were asked for.</param>
/// <param name="Words">Words of the name asked for, or null.</param>
/// <param name="Side">The side asked for, or null.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="Sort">What they are ordered by.</param>
public sealed record SourcesModel(ImmutableArray<SourceRecord> Sources, int All, string? Words, string? Side, int Page, string Sort);

/// <summary>Claims of a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Claims">How many.</param>
public sealed record SourceMonth(DateOnly Month, int Claims);

/// <summary>A judgement with its words.</summary>
/// <param name="Judgement">The judgement, and what became of it.</param>
/// <param name="Words">The words of the claim.</param>
public sealed record ToldJudgement(JudgedClaim Judgement, string Words);

/// <summary>One source's record.</summary>
/// <param name="Source">The counts and the letter.</param>
/// <param name="Names">The names that it is given, most used first.</param>
/// <param name="Kinds">Its claims by kind.</param>
/// <param name="Months">Its claims by month of publication.</param>
/// <param name="Disputes">Disputes that it stands in, latest first.</param>
/// <param name="FirstToTell">Events that it was the first to tell of and that others confirmed, latest first.</param>
/// <param name="Latest">Its latest claims.</param>
/// <param name="Outcomes">How many of its judgements became what.</param>
/// <param name="Judged">Its latest judgements, those that could be told first.</param>
public sealed record SourceModel(
    SourceRecord Source,
    ImmutableArray<string> Names,
    ImmutableArray<KeyValuePair<string, int>> Kinds,
    ImmutableArray<SourceMonth> Months,
    ImmutableArray<Dispute> Disputes,
    ImmutableArray<Happening> FirstToTell,
    ImmutableArray<ClaimRow> Latest,
    ImmutableArray<KeyValuePair<JudgementOutcome, int>> Outcomes,
    ImmutableArray<ToldJudgement> Judged);

/// <summary>/sources and /sources/{name}.</summary>
internal static class SourceEndpoints
{
    /// <summary>Sources on one page.</summary>
    public const int PageSize = 50;

    /// <summary>The order where none is asked for.</summary>
    public const string MostClaims = "claims";

    private const int Most = 30;

    /// <summary>What sources can be ordered by; what ties stays in the order of most claims.</summary>
    private static readonly Dictionary<string, Func<List<SourceRecord>, IEnumerable<SourceRecord>>> Orders = new(StringComparer.Ordinal)
    {
        [MostClaims] = s => s,
        ["name"] = s => s.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase),
        ["letter"] = s => s.OrderBy(r => r.Letter).ThenByDescending(r => r.Share ?? -1),
        ["first"] = s => s.OrderByDescending(r => r.First),
        ["contradicted"] = s => s.OrderByDescending(r => r.Contradicted),
        ["against"] = s => s.OrderByDescending(r => r.AgainstInterest),
    };

    public static void MapSources(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<SourcesModel, SourcesPage>("/sources", "How each source has fared; by words of the name (q), side, order (sort) and page.", List, "q", "side", "sort", "page");
        routes.MapTwins<SourceModel, SourcePage>("/sources/{name}", "One source's record, by its name.", One);
    }

    private static SourcesModel List(HttpContext context)
    {
        string? words = context.Text("q"), side = context.Text("side");
        var page = context.Page();
        var called = words is null ? null : context.Picture(p => p.Bodies).Name(words);
        var found = context.Picture(p => p.Sources).Where(s => (words is null || s.Name == called || s.Name.Contains(words, StringComparison.OrdinalIgnoreCase)) && (side is null || s.Side == side))
            .OrderByDescending(s => s.Claims).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var sort = context.Text("sort") is { } asked && Orders.ContainsKey(asked) ? asked : MostClaims;
        return new SourcesModel([.. Orders[sort](found).Skip((page - 1) * PageSize).Take(PageSize)], found.Count, words, side, page, sort);
    }

    private static SourceModel? One(HttpContext context)
    {
        var snapshot = context.Snapshot();
        var bodies = snapshot.Read(p => p.Bodies);
        var folded = bodies.Fold(context.Route("name").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        var index = snapshot.Part("claims-by-source", SourceIndex.Of);
        if (!index.Records.TryGetValue(folded, out var record))
        {
            return null;
        }

        var claims = index.Claims[folded].ToList();
        var events = snapshot.Part("events-by-claim", EventIndex.ByClaim);
        var disputes = snapshot.Part("disputes-by-claim", EventIndex.Disputes);
        var judged = snapshot.Part("judgements-by-source", SourceIndex.Judgements)[folded].ToList();
        var words = snapshot.Part("claims-by-id", Parts.ClaimsById);
        return new SourceModel(
            record,
            [.. claims.GroupBy(c => c.Claim.Sources.IsEmpty ? record.Name : c.Claim.Sources[0].Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(8)],
            [.. claims.GroupBy(c => c.Claim.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Count()))],
            [.. claims.Where(c => c.Report.Date.Reference is not null).GroupBy(c => Month(c.Report.Date.Reference!.Value)).OrderBy(g => g.Key).Select(g => new SourceMonth(g.Key, g.Count()))],
            [.. claims.SelectMany(c => disputes[c.Claim.Id]).DistinctBy(d => d.Id).OrderByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal).Take(Most)],
            [.. claims.Select(c => events.GetValueOrDefault(c.Claim.Id)).OfType<Happening>().DistinctBy(h => h.Id).Where(h => h.Origins.Length > 1 && bodies.Fold(h.Origins[0]) == folded).OrderByDescending(h => h.To).Take(Most)],
            [.. claims.TakeLast(Most).Reverse().Select(ClaimRow.Of)],
            [.. judged.GroupBy(j => j.Outcome).OrderBy(g => g.Key).Select(g => KeyValuePair.Create(g.Key, g.Count()))],
            [.. judged.OrderBy(j => j.Outcome is JudgementOutcome.CameTrue or JudgementOutcome.DidNot or JudgementOutcome.NotReached ? 0 : j.Outcome == JudgementOutcome.NotYet ? 1 : 2).ThenByDescending(j => j.Due).ThenBy(j => j.Claim, StringComparer.Ordinal)
                .Take(Most).Select(j => new ToldJudgement(j, words[j.Claim].Claim.Evidence.ReplaceLineEndings(" ")))]);
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
