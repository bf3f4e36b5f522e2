using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Hosting;

namespace Salient.Web.Reports;

/// <summary>All reports, latest first.</summary>
/// <param name="Reports">Their headers.</param>
public sealed record ReportsModel(ImmutableArray<ReportHeader> Reports);

/// <summary>One report with its claims.</summary>
/// <param name="Header">Title, date, outlet.</param>
/// <param name="Paragraphs">In order of the text.</param>
/// <param name="Claims">By position.</param>
public sealed record ReportModel(ReportHeader Header, ImmutableArray<ParagraphRow> Paragraphs, ImmutableArray<ClaimRow> Claims);

/// <summary>/reports and /reports/{id}.</summary>
internal static class ReportsEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<ReportsModel, ReportsPage>("/reports", "All reports, latest first.", context =>
            new ReportsModel([.. context.Ledger().Reports().OrderByDescending(r => r.Date.Reference ?? DateOnly.MinValue).ThenBy(r => r.Id, StringComparer.Ordinal)]));
        routes.MapTwins<ReportModel, ReportPage>("/reports/{id}", "One report: its paragraphs, each cut where claims begin and end, and its claims.", One);
    }

    private static ReportModel? One(HttpContext context)
    {
        var id = context.Route("id");
        if (context.Ledger().Report(id) is not { } report)
        {
            return null;
        }

        var claims = context.Ledger().ClaimsOf(id);
        var header = context.Ledger().Reports().First(r => r.Id == id);
        return new ReportModel(header, [.. report.Paragraphs.Select(p => ParagraphRow.Cut(report.Text, p, claims))], [.. claims.Select(ClaimRow.Of)]);
    }
}
