using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Claims;

/// <summary>A page of claims.</summary>
/// <param name="Query">What was searched for, or null.</param>
/// <param name="Kind">The kind asked for, or null.</param>
/// <param name="Problem">Why the search could not be read, or null.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="More">True where a further page follows.</param>
/// <param name="Claims">At most <see cref="ClaimsEndpoints.PageSize"/> of them.</param>
public sealed record ClaimsModel(string? Query, string? Kind, string? Problem, int Page, bool More, ImmutableArray<ClaimRow> Claims);

/// <summary>One claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Paragraph">The paragraph that it stands in.</param>
/// <param name="Start">First UTF-16 unit of its words in <paramref name="Paragraph"/>.</param>
/// <param name="Beside">Other claims of the same paragraph.</param>
public sealed record ClaimModel(ClaimRow Claim, string Paragraph, int Start, ImmutableArray<ClaimRow> Beside);

/// <summary>/claims and /claims/{id}.</summary>
internal static class ClaimsEndpoints
{
    /// <summary>Claims on one page.</summary>
    public const int PageSize = 50;

    private const int SearchLimit = 5000;

    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<ClaimsModel, ClaimsPage>("/claims", "Claims by words (q), kind and page.", List);
        routes.MapTwins<ClaimModel, ClaimPage>("/claims/{id}", "One claim with its paragraph.", One);
    }

    private static ClaimsModel List(HttpContext context)
    {
        string? query = context.Request.Query["q"], kind = context.Request.Query["kind"];
        var page = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 100_000) : 1;
        var ledger = context.Ledger();
        try
        {
            var found = string.IsNullOrWhiteSpace(query) ? ledger.Claims() : ledger.Search(query, SearchLimit);
            var rows = found.Where(c => string.IsNullOrEmpty(kind) || c.Claim.Kind == kind).Skip((page - 1) * PageSize).Take(PageSize + 1).Select(ClaimRow.Of).ToImmutableArray();
            return new ClaimsModel(query, kind, null, page, rows.Length > PageSize, rows.Length > PageSize ? rows[..PageSize] : rows);
        }
        catch (ProblemException e)
        {
            return new ClaimsModel(query, kind, e.Problem.ToString(), page, More: false, []);
        }
    }

    private static ClaimModel? One(HttpContext context)
    {
        var ledger = context.Ledger();
        if (ledger.Claim(context.Route("id")) is not { } found || ledger.Report(found.Claim.Report) is not { } report)
        {
            return null;
        }

        var span = report.Paragraphs.Select(p => p.Span).FirstOrDefault(s => s.Contains(found.Claim.Span), found.Claim.Span);
        var beside = ledger.ClaimsOf(report.Id).Where(c => c.Claim.Id != found.Claim.Id && span.Contains(c.Claim.Span)).Select(ClaimRow.Of);
        return new ClaimModel(ClaimRow.Of(found), span.Of(report.Text), found.Claim.Span.Start - span.Start, [.. beside]);
    }
}
