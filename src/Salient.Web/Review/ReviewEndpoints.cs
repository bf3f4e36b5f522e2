using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Salient.Records;
using Salient.Reviewing;
using Salient.Web.Hosting;

namespace Salient.Web.Review;

/// <summary>/review, /review/add, and what writes: POST /review (forms) and POST /review.json.</summary>
internal static class ReviewEndpoints
{
    private const int PageSize = 100;
    private const long LargestForm = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapReview(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<ReviewModel, ReviewPage>("/review", "What analysts have said of claims, latest first.", List);
        routes.MapTwins<AddModel, AddPage>("/review/add", "The form that adds a claim to a report (report).", context =>
            context.Text("report") is { } id && context.Ledger().Reports().FirstOrDefault(r => r.Id == id) is { } header ? new AddModel(id, Phrasing.Titled(header)) : null);
        routes.MapPost("/review", (Delegate)FormAsync).RequireRateLimiting(Limits.Writes).DisableAntiforgery()
            .Accepts<IFormCollection>("application/x-www-form-urlencoded").Produces(StatusCodes.Status303SeeOther).Produces(StatusCodes.Status400BadRequest, contentType: "text/html")
            .Produces(StatusCodes.Status403Forbidden, contentType: "text/html").Produces(StatusCodes.Status429TooManyRequests).WithSummary("Appends a review from a form of the pages.");
        routes.MapPost("/review.json", (Delegate)JsonAsync).RequireRateLimiting(Limits.Writes)
            .Accepts<ReviewRequest>("application/json").Produces<ReviewRow>(StatusCodes.Status201Created).Produces<Problem>(StatusCodes.Status400BadRequest)
            .Produces<Problem>(StatusCodes.Status403Forbidden).Produces(StatusCodes.Status429TooManyRequests).WithSummary("Appends a review.");
    }

    private static ReviewModel List(HttpContext context)
    {
        var (ledger, page) = (context.Ledger(), context.Page());
        var layer = new ReviewLayer(ledger.Reviews());
        var touched = ledger.Touched().Select(c => c.Claim.Id).ToHashSet();
        var shown = layer.Entries.Reverse().Skip((page - 1) * PageSize).Take(PageSize);
        return new ReviewModel([.. shown.Select(e => ReviewRow.Of(e, layer, id => touched.Contains(id) || ledger.Claim(id) is not null))], layer.Entries.Length, page, layer.Entries.Length > page * PageSize);
    }

    private static async Task FormAsync(HttpContext context)
    {
        Bound(context);
        if (!context.Request.HasFormContentType)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var asked = Asked(form);
        var back = asked.Act == "add" ? "/review/add?report=" + Uri.EscapeDataString(asked.Claim) : asked.Act == "undo" ? "/review" : "/claims/" + Uri.EscapeDataString(asked.Claim);
        if (await Guard(context).RefusalAsync(context, form["key"], form: true) is { } refusal)
        {
            await RefusedAsync(context, StatusCodes.Status403Forbidden, refusal, back);
            return;
        }

        try
        {
            var entry = Say(context, asked);
            context.Response.Cookies.Append(ReviewPanel.AnalystCookie, entry.By, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = entry.Act == "undo" ? "/review" : "/claims/" + Uri.EscapeDataString(entry.Claim) + "#review";
        }
        catch (ProblemException e)
        {
            await RefusedAsync(context, StatusCodes.Status400BadRequest, e.Problem, back);
        }
    }

    private static async Task<IResult> JsonAsync(HttpContext context)
    {
        Bound(context);
        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (await Guard(context).RefusalAsync(context, null, form: false) is { } refusal)
        {
            return Results.Json(refusal, Twins.Json, statusCode: StatusCodes.Status403Forbidden);
        }

        try
        {
            var asked = await JsonSerializer.DeserializeAsync<ReviewRequest>(context.Request.Body, Twins.Json, context.RequestAborted);
            if (asked is not { Act: not null, Claim: not null, By: not null })
            {
                return Results.Json(new Problem("SAL0732", "review", "act, claim and by are wanted.", "See docs/review.md."), Twins.Json, statusCode: StatusCodes.Status400BadRequest);
            }

            var entry = Say(context, asked);
            return Results.Json(ReviewRow.Of(entry, new ReviewLayer([entry]), _ => true), Twins.Json, statusCode: StatusCodes.Status201Created);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return Results.Json(new Problem("SAL0732", "review", "The review is no JSON of the wanted form.", "See docs/review.md."), Twins.Json, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (ProblemException e)
        {
            return Results.Json(e.Problem, Twins.Json, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static ReviewEntry Say(HttpContext context, ReviewRequest asked)
    {
        ImmutableArray<SlotChange> changes = [.. (asked.Changes ?? []).Where(c => c?.Slot is { Length: > 0 })];
        var entry = context.RequestServices.GetRequiredService<Desk>().Say(reviewer => asked.Act == "add"
            ? reviewer.Quote(asked.Claim, asked.Quotation ?? "", changes.Where(c => c.Slot != "span"), asked.By, asked.Note)
            : new ReviewDraft(asked.Act, asked.Claim, asked.By, asked.Other, changes, asked.Note));
        context.RequestServices.GetRequiredService<PictureCache>().CatchUp(Patience);
        return entry;
    }

    /// <summary>What a form asks: slots in pairs of fields "slot" and "value", rows without a slot left out; a place by "nth" and "geonameid".</summary>
    private static ReviewRequest Asked(IFormCollection form)
    {
        string One(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        var act = One("act");
        IEnumerable<SlotChange> changes = form["slot"].Zip(form["value"], (slot, value) => new SlotChange(slot ?? "", value)).Where(c => c.Slot.Length > 0);
        if (act == "place")
        {
            changes = [new SlotChange($"place.{(One("nth") is { Length: > 0 } n ? n : "1")}.geonameid", One("geonameid"))];
        }

        // A browser sends line ends as CR LF; what stands in a report has its own.
        return new ReviewRequest(act, One("claim"), One("by"), One("other") is { Length: > 0 } other ? other : null, [.. changes], One("note"), One("quotation").Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    private static Task RefusedAsync(HttpContext context, int status, Problem problem, string back)
    {
        context.Response.StatusCode = status;
        return new RazorComponentResult<RefusedPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = new RefusedModel(problem, back) }) { StatusCode = status }.ExecuteAsync(context);
    }

    private static WriteGuard Guard(HttpContext context) => context.RequestServices.GetRequiredService<WriteGuard>();

    private static void Bound(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestForm;
        }
    }
}

/// <summary>The form that adds a claim.</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Title">Its title.</param>
public sealed record AddModel(string Report, string Title);
