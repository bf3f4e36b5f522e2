using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Hosting;

namespace Salient.Web.Reports;

/// <summary>All reports, latest first.</summary>
/// <param name="Reports">Headers of at most <see cref="ReportsEndpoints.PageSize"/>, with how many claims each makes.</param>
/// <param name="All">How many there are that were asked for.</param>
/// <param name="Outlet">The outlet asked for, or null.</param>
/// <param name="Words">Words of the title asked for, or null.</param>
/// <param name="Outlets">All outlets with their reports, most first.</param>
/// <param name="Page">1 for the first.</param>
public sealed record ReportsModel(ImmutableArray<ReportLine> Reports, int All, string? Outlet, string? Words, ImmutableArray<KeyValuePair<string, int>> Outlets, int Page);

/// <summary>A report in the list.</summary>
/// <param name="Header">Title, date, outlet.</param>
/// <param name="Claims">How many claims it makes.</param>
public sealed record ReportLine(ReportHeader Header, int Claims);

/// <summary>One report with its claims.</summary>
/// <param name="Header">Title, date, outlet.</param>
/// <param name="Paragraphs">In order of the text.</param>
/// <param name="Claims">By position.</param>
public sealed record ReportModel(ReportHeader Header, ImmutableArray<ParagraphRow> Paragraphs, ImmutableArray<ClaimRow> Claims);

/// <summary>/reports and /reports/{id}.</summary>
internal static class ReportsEndpoints
{
    /// <summary>Reports on one page.</summary>
    public const int PageSize = 100;

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<ReportsModel, ReportsPage>("/reports", "Reports, latest first; by outlet, words of the title (q) and page.", List);
        routes.MapTwins<ReportModel, ReportPage>("/reports/{id}", "One report: its paragraphs, each cut where claims begin and end, and its claims.", One);
    }

    private static ReportsModel List(HttpContext context)
    {
        string? outlet = context.Text("outlet"), words = context.Text("q");
        var (snapshot, page) = (context.Snapshot(), context.Page());
        var all = snapshot.Part("reports-latest", Latest);
        var found = outlet is null && words is null
            ? all
            : [.. all.Where(r => (outlet is null || r.Header.Outlet == outlet) && (words is null || Phrasing.Titled(r.Header).Contains(words, StringComparison.OrdinalIgnoreCase)))];
        var outlets = snapshot.Part("outlets", s => s.Part("reports-latest", Latest).Where(r => r.Header.Outlet is not null).GroupBy(r => r.Header.Outlet!)
            .Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).ToList());
        return new ReportsModel([.. found.Skip((page - 1) * PageSize).Take(PageSize)], found.Count, outlet, words, [.. outlets], page);
    }

    private static List<ReportLine> Latest(Snapshot snapshot)
    {
        var claims = snapshot.Part("claims-by-report", Parts.ClaimsByReport);
        return [.. snapshot.Part("headers", Headers.ById).Values.OrderByDescending(r => r.Date.Reference ?? DateOnly.MinValue).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => new ReportLine(r, claims.GetValueOrDefault(r.Id)))];
    }

    private static ReportModel? One(HttpContext context)
    {
        var id = context.Route("id");
        if (context.Ledger().Report(id) is not { } report)
        {
            return null;
        }

        var claims = context.Ledger().ClaimsOf(id);
        if (!context.Snapshot().Part("headers", Headers.ById).TryGetValue(id, out var header))
        {
            // Added since the picture was worked out.
            header = context.Ledger().Reports().First(r => r.Id == id);
        }

        return new ReportModel(header, [.. report.Paragraphs.Select(p => ParagraphRow.Cut(report.Text, p, claims))], [.. claims.Select(ClaimRow.Of)]);
    }
}
