using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Reconciling;
using Salient.Records;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Map;

/// <summary>A change of a settlement's assessed holder.</summary>
/// <param name="From">First day of the new holder.</param>
/// <param name="GeonameId">GeoNames id; the place's page is /places/{id}.</param>
/// <param name="Name">The settlement.</param>
/// <param name="Holder">A side's id, or "contested".</param>
/// <param name="Status">How it is known.</param>
/// <param name="Confidence">1 best to 6.</param>
/// <param name="Inferred">True where no claim names the settlement.</param>
public sealed record MapChange(DateOnly From, int GeonameId, string Name, string Holder, string Status, int Confidence, bool Inferred);

/// <summary>What the map's page says in words.</summary>
/// <param name="On">The day shown.</param>
/// <param name="First">The first day that the slider reaches.</param>
/// <param name="Last">The last.</param>
/// <param name="Latest">The latest changes up to the day, latest first; those that claims name before those inferred.</param>
public sealed record MapModel(DateOnly On, DateOnly First, DateOnly Last, ImmutableArray<MapChange> Latest);

/// <summary>What the map draws: sent once, then only states change.</summary>
/// <param name="Points">[GeoNames id, name, lat, lon, size 0-3].</param>
/// <param name="Changes">[day from First, index into Points, holder, status, confidence, 1 where inferred], by day.</param>
public sealed record MapPoints(ImmutableArray<object[]> Points, ImmutableArray<object[]> Changes);

/// <summary>/map and /map/points.json.</summary>
internal static class MapEndpoints
{
    private const int Listed = 60;

    public static void MapMap(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<MapModel, MapPage>("/map", "The latest changes of control up to a day (on).", Model);
        routes.MapGet("/map/points.json", (HttpContext context) => Results.Json(context.Picture(Points), Twins.Json))
            .Produces<MapPoints>().WithSummary("The settlements that claims name or that lie where control changed, and every change of their holder.");
    }

    private static MapModel Model(HttpContext context) => context.Picture(picture =>
    {
        var first = First(picture);
        var last = picture.LastDay is { } day && day > first ? day : first;
        var on = context.Day("on") is { } asked ? (asked < first ? first : asked > last ? last : asked) : last;
        var changes = picture.Control.SelectMany(h => h.States.Skip(1).Where(s => s.From <= on).Select(s => (History: h, State: s)))
            .OrderBy(c => c.State.Status == ControlStatus.Inferred).ThenByDescending(c => c.State.From).ThenByDescending(c => c.History.Place.Population).ThenBy(c => c.History.Place.GeonameId)
            .Take(Listed)
            .Select(c => new MapChange(
                c.State.From, c.History.Place.GeonameId, c.History.Place.Name, c.State.Holder, Wording.Of(c.State.Status), c.State.Confidence, c.State.Status == ControlStatus.Inferred));
        return new MapModel(on, first, last, [.. changes]);
    });

    private static MapPoints Points(Picture picture)
    {
        var first = First(picture).DayNumber;
        var points = ImmutableArray.CreateBuilder<object[]>();
        var changes = new List<(int Day, int Point, ControlState State)>();
        foreach (var history in picture.Control.Where(Shown).OrderBy(h => h.Place.Population).ThenBy(h => h.Place.GeonameId))
        {
            changes.AddRange(history.States.Select((s, i) => (i == 0 ? 0 : Math.Max(0, s.From.DayNumber - first), points.Count, s)));
            var p = history.Place;
            points.Add([p.GeonameId, p.Name, p.Lat, p.Lon, Size(p.Population)]);
        }

        return new MapPoints(points.ToImmutable(), [.. changes.OrderBy(c => c.Day).ThenBy(c => c.Point).Select(c =>
            (object[])[c.Day, c.Point, c.State.Holder, Wording.Of(c.State.Status), c.State.Confidence, c.State.Status == ControlStatus.Inferred ? 1 : 0])]);
    }

    /// <summary>Drawn are places that claims name, that changed hands or stood with the other side, and towns to find one's way by.</summary>
    private static bool Shown(ControlHistory history)
    {
        const int Town = 10_000;
        return history.Views.Length > 0 || history.States.Length > 1 || history.Place.Population >= Town;
    }

    private static int Size(int population) => population switch { >= 200_000 => 3, >= 30_000 => 2, >= 3_000 => 1, _ => 0 };

    private static DateOnly First(Picture picture) => picture.Start;
}
