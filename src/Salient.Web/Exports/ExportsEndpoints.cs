using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Salient.Publishing.Exports;
using Salient.Records;
using Salient.Searching;
using Salient.Web.Hosting;
using Salient.Web.Review;
using Salient.Web.Search;

namespace Salient.Web.Exports;

/// <summary>One export as the page lists it.</summary>
/// <param name="What">What is exported.</param>
/// <param name="Format">In which form.</param>
/// <param name="Address">Where it is.</param>
/// <param name="MediaType">As it is served.</param>
/// <param name="File">A name to keep it under.</param>
public sealed record ExportRow(string What, string Format, string Address, string MediaType, string File);

/// <summary>All exports.</summary>
/// <param name="Exports">In order.</param>
/// <param name="Licence">On what terms.</param>
/// <param name="Generator">Which program and form.</param>
public sealed record ExportsModel(ImmutableArray<ExportRow> Exports, string Licence, string Generator);

/// <summary>/exports, /exports/{what}/{format}, /changes.atom and /claims.atom.</summary>
internal static class ExportsEndpoints
{
    // Claims lie in order of publication, a feed in order of the days that they are of: some more are looked at than it holds.
    private const int Reach = 5;

    public static void MapExports(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes.MapTwins<ExportsModel, ExportsPage>("/exports", "What can be exported, in which forms, on what terms.", _ => new ExportsModel(
            [.. ExportForms.All.Select(f => new ExportRow(f.What, f.Format, $"/exports/{f.What}/{f.Format}", f.MediaType, $"salient-{f.What}.{f.Extension}"))],
            ExportNote.Licence,
            new ExportNote(options.Version).Generator));
        routes.MapGet("/exports/{what}/{format}", (Delegate)((HttpContext context) => SendAsync(context, ExportForms.Find(context.Route("what"), context.Route("format")))))
            .Describe("An export; since, until (days) and q (a search) take a part.", "since", "until", "q").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        routes.MapGet("/changes.atom", (Delegate)((HttpContext context) => SendAsync(context, ExportForms.Find("changes", "atom"))))
            .Describe("Feed of changes: control and events.", "since", "until", "q").Produces(StatusCodes.Status200OK, contentType: "application/atom+xml");
        routes.MapGet("/claims.atom", (Delegate)((HttpContext context) => SendAsync(context, ExportForms.Find("claims", "atom"))))
            .Describe("Feed of the latest claims that a search (q) finds: subscribe to it to be told.", "since", "until", "q").Produces(StatusCodes.Status200OK, contentType: "application/atom+xml");
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string summary, params string[] asks) =>
        route.WithSummary(summary).RequireRateLimiting(Limits.Exports).Produces<Problem>(StatusCodes.Status400BadRequest).WithMetadata(new AsksFor(asks));

    private static async Task SendAsync(HttpContext context, ExportForm? form)
    {
        if (form is null)
        {
            await Twins.NotFoundAsync(context);
            return;
        }

        Query? query;
        try
        {
            query = Query.Parse(context.Text("q"));
        }
        catch (QueryException e)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(e.Problem, Twins.Json, context.RequestAborted);
            return;
        }

        var source = Source(context).Between(context.Day("since"), context.Day("until"));
        source = query is null ? source : form is { What: "claims", Format: "atom" } ? source with { Claims = () => Latest(context) } : source.Where(query.Matches);
        var headers = context.Response.Headers;
        headers.ContentType = form.MediaType;
        headers.ContentDisposition = $"{(form.Format == "atom" ? "inline" : "attachment")}; filename=\"salient-{form.What}.{form.Extension}\"";
        headers["X-Salient-Generator"] = source.Note.Generator;
        headers["X-Salient-Licence"] = ExportNote.Licence;
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        await using var buffered = new BufferedStream(context.Response.Body, 1 << 16);
        form.Write(source, buffered);
    }

    // A feed holds the latest alone: nobody looks further than for those.
    private static IEnumerable<RecordedClaim> Latest(HttpContext context)
    {
        var (since, until) = (context.Day("since"), context.Day("until"));
        var found = Seeking.Latest(context, context.Text("q")).Where(c => (since is null && until is null) || c.Within(since, until));
        return found.Take(AtomWriter.Most * Reach);
    }

    /// <summary>What exports read, taken out of the snapshot first: nobody waits for a slow reader.</summary>
    private static ExportSource Source(HttpContext context)
    {
        var (ledger, snapshot) = (context.Ledger(), context.Snapshot());
        var desk = context.RequestServices.GetRequiredService<Desk>();
        var source = snapshot.Read(p => desk.Exports(ledger, p));
        var claims = new Lazy<ImmutableArray<RecordedClaim>>(() => snapshot.Read(p => p.Shown));
        return source with
        {
            Claims = () => claims.Value,
            Events = () => snapshot.Read(p => p.Happenings),
            Control = () => snapshot.Read(p => p.Control),
            Figures = () => snapshot.Read(p => p.Figures),
            Site = $"{context.Request.Scheme}://{context.Request.Host}/",
        };
    }
}
