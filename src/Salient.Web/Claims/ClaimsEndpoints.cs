using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Searching;
using Salient.Web.Hosting;
using Salient.Web.Search;

namespace Salient.Web.Claims;

/// <summary>A page of claims.</summary>
/// <param name="Query">What was searched for, or null.</param>
/// <param name="Kind">The kind asked for, or null.</param>
/// <param name="Problem">Why the search could not be read, or null.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="More">True where a further page follows.</param>
/// <param name="Claims">At most <see cref="ClaimsEndpoints.PageSize"/> of them, latest first.</param>
/// <param name="Error">The same problem with its code and the character where the search goes wrong, or null.</param>
/// <param name="Found">How many there are; null where that was not counted.</param>
/// <param name="Missing">Where there are none: what the search asks for that no claim has, and what there is; or null.</param>
public sealed record ClaimsModel(string? Query, string? Kind, string? Problem, int Page, bool More, ImmutableArray<ClaimRow> Claims, QueryProblem? Error = null, int? Found = null, string? Missing = null);

/// <summary>/claims, /claims/{id} and /claims/{id}/how.</summary>
internal static class ClaimsEndpoints
{
    /// <summary>Claims on one page.</summary>
    public const int PageSize = 50;

    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<ClaimsModel, ClaimsPage>("/claims", "Claims by search (q, docs/search.md), kind and page.", List, "q", "kind", "page");
        routes.MapTwins<ClaimModel, ClaimPage>("/claims/{id}", "One claim with its paragraph, its event, what says the same and what speaks against it.", context =>
            ClaimSet.Of(context.Snapshot(), context.Ledger(), context.Route("id")));
        routes.MapTwins<HowModel, HowPage>("/claims/{id}/how", "How the present rules read a claim's sentence: frames, attributions, places and what was considered.", How.Of);
    }

    private static ClaimsModel List(HttpContext context)
    {
        string? query = context.Request.Query["q"], kind = context.Request.Query["kind"];
        var page = context.Page();
        try
        {
            var found = Seeking.Latest(context, query);
            var wanted = found.Where(c => string.IsNullOrEmpty(kind) || c.Claim.Kind == kind);
            var rows = wanted.Skip((page - 1) * PageSize).Take(PageSize + 1).Select(ClaimRow.Of).ToImmutableArray();
            return new ClaimsModel(query, kind, null, page, rows.Length > PageSize, rows.Length > PageSize ? rows[..PageSize] : rows,
                Found: rows.Length <= PageSize && (page == 1 || rows.Length > 0) ? ((page - 1) * PageSize) + rows.Length : string.IsNullOrWhiteSpace(query) ? wanted.Count() : null,
                Missing: rows.IsEmpty && page == 1 ? context.Snapshot().Part("vocabulary", SuggestEndpoints.Words).Missing(query) : null);
        }
        catch (QueryException e)
        {
            return new ClaimsModel(query, kind, e.Problem.ToString(), page, More: false, [], QueryProblem.Of(e));
        }
    }
}
