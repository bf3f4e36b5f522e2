using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Findings;

/// <summary>What happened, each happening once.</summary>
/// <param name="Events">Latest first, at most <see cref="EventEndpoints.PageSize"/>.</param>
/// <param name="All">How many there are that were asked for.</param>
/// <param name="Kind">The kind asked for, or null.</param>
/// <param name="Side">The side that acts, as asked for, or null.</param>
/// <param name="Since">The first day asked for, or null.</param>
/// <param name="On">The last day asked for, or null.</param>
/// <param name="Page">1 for the first.</param>
public sealed record EventsModel(ImmutableArray<Happening> Events, int All, string? Kind, string? Side, DateOnly? Since, DateOnly? On, int Page);

/// <summary>One happening.</summary>
/// <param name="Event">What the reports say together.</param>
/// <param name="Sentence">In words.</param>
/// <param name="Claims">Its claims, in order of publication.</param>
/// <param name="Disputes">Disputes that a claim of it stands in.</param>
/// <param name="Nearby">Other happenings at the place within a week.</param>
public sealed record EventModel(Happening Event, string Sentence, ImmutableArray<ClaimRow> Claims, ImmutableArray<Dispute> Disputes, ImmutableArray<Happening> Nearby);

/// <summary>/events and /events/{id}.</summary>
internal static class EventEndpoints
{
    /// <summary>Happenings on one page.</summary>
    public const int PageSize = 100;

    private const int Week = 7, MostNearby = 20;

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<EventsModel, EventsPage>("/events", "What happened, each happening once, with its origins and credibility; by kind, side, since, on and page.", List);
        routes.MapTwins<EventModel, EventPage>("/events/{id}", "One happening with its claims.", One);
    }

    private static EventsModel List(HttpContext context)
    {
        string? kind = context.Text("kind"), side = context.Text("side");
        var (since, on, page) = (context.Day("since"), context.Day("on"), context.Page());
        var found = context.Snapshot().Part("events-latest", EventIndex.Latest)
            .Where(h => (kind is null || h.Kind == kind) && (side is null || h.Actor == side) && (since is null || h.To >= since) && (on is null || h.From <= on)).ToList();
        return new EventsModel([.. found.Skip((page - 1) * PageSize).Take(PageSize)], found.Count, kind, side, since, on, page);
    }

    private static EventModel? One(HttpContext context)
    {
        var snapshot = context.Snapshot();
        if (!snapshot.Part("events-by-id", EventIndex.ById).TryGetValue(context.Route("id"), out var found)
            && !snapshot.Part("events-by-claim", EventIndex.ByClaim).TryGetValue(context.Route("id"), out found))
        {
            return null;
        }

        var claims = snapshot.Part("claims-by-id", Parts.ClaimsById);
        var disputes = snapshot.Part("disputes-by-claim", EventIndex.Disputes);
        var nearby = snapshot.Part("events-by-place", EventIndex.ByPlace)[found.Place].Where(h => h.Id != found.Id && h.To >= found.From.AddDays(-Week) && h.From <= found.To.AddDays(Week));
        return new EventModel(
            found,
            Naming.Of(snapshot).Of(found),
            [.. found.Claims.Where(claims.ContainsKey).Select(c => ClaimRow.Of(claims[c]))],
            [.. found.Claims.SelectMany(c => disputes[c]).DistinctBy(d => d.Id)],
            [.. nearby.Take(MostNearby)]);
    }
}
