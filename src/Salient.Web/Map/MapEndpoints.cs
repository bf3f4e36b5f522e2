using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Salient.Reconciling;
using Salient.Records;
using Salient.Web.Findings;
using Salient.Web.Home;
using Salient.Web.Hosting;
using Salient.Web.Map.Ground;
using Salient.Web.Shared;

namespace Salient.Web.Map;

/// <summary>/map and what it draws.</summary>
internal static class MapEndpoints
{
    private const int Listed = 60, Week = 7, MostSources = 40;
    private const string Assessed = "assessed", PointsKey = "map-points", ChangesKey = "changes:";

    public static void MapMap(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<MapModel, MapPage>("/map", "The latest changes of control up to a day (on), and the happenings of the week up to it.", Model);
        routes.MapGet("/map/points.json", (HttpContext context) => context.Kept(PointsKey, Points))
            .Produces<MapPoints>().WithSummary("The settlements that the map draws.");
        routes.MapGet("/map/changes.json", Changes)
            .Produces<MapChanges>().WithSummary("Every change of their states, by day: as assessed, or by a side's or a source's own word (word). One day's alone with on.");
        routes.MapGet("/map/month.json", Month)
            .Produces<MapMonth>().WithSummary("Happenings and words on whole oblasts of a month (month, as 2022-05).");
        routes.MapGet("/map/front.json", Front)
            .Produces<MapFront>().WithSummary("GeoJSON: the stretches of the front on a day (on), those that rest on inference marked so.");
        routes.MapGet("/map/ground.json", (HttpContext context) => context.Kept("map-ground", context.RequestServices.GetRequiredService<KeptGround>().Of))
            .WithSummary("GeoJSON: neighbours, oblasts, the country's border, who held what before the first report.");
    }

    /// <summary>What the map's page needs first; worked out before it is asked for.</summary>
    public static void Warm(Snapshot snapshot)
    {
        snapshot.Part("map-words-choice", Choices);
        snapshot.Part("map-listed", Listing);
        snapshot.Part("map-window", Window);
        KeptJson.Make(snapshot, PointsKey, Points);
        KeptJson.Make(snapshot, ChangesKey + Assessed, s => AllChanges(s, Assessed));
        MapMonth.Warm(snapshot);
    }

    private static MapModel Model(HttpContext context)
    {
        var snapshot = context.Snapshot();
        var (first, last) = Parts.Days(snapshot);
        var on = context.Day("on") is { } asked ? (asked < first ? first : asked > last ? last : asked) : last;
        var changes = snapshot.Part("map-listed", Listing).Where(c => c.From <= on).Take(Listed);
        var events = snapshot.Part("events-latest", EventIndex.Latest).Where(h => h.To <= on && h.To > on.AddDays(-Week)).Take(Listed);
        var reports = snapshot.Part("coverage", Coverage.Of);
        return new MapModel(on, first, last, [.. changes], [.. events], snapshot.Part("map-words-choice", Choices).Choices,
            [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(i => reports.Reports(first.AddDays(i)))], [.. snapshot.Part("map-window", Window)]);
    }

    private static MapPoints Points(Snapshot snapshot) => snapshot.Part("map-points", s => s.Look(MapPoints.Of));

    private static IResult Changes(HttpContext context)
    {
        var word = context.Request.Query["word"].ToString() is { Length: > 0 } asked ? asked : Assessed;
        var snapshot = context.Snapshot();
        if (!snapshot.Part("map-words-choice", Choices).Known.Contains(word))
        {
            return Results.NotFound();
        }

        if (context.Day("on") is { } day)
        {
            var all = AllChanges(snapshot, word);
            return Results.Json(all with { Days = [.. all.Days.Where(d => d.Day == day.DayNumber - all.First.DayNumber)] }, Twins.Json);
        }

        return context.Kept(ChangesKey + word, s => AllChanges(s, word));
    }

    private static MapChanges AllChanges(Snapshot snapshot, string word) => snapshot.Part(ChangesKey + word, s => s.Look(p => MapChanges.Of(p, Points(s), word)));

    private static IResult Month(HttpContext context)
    {
        var (first, last) = Parts.Days(context.Snapshot());
        return DateOnly.TryParseExact(context.Request.Query["month"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month.AddMonths(1) > first && month <= last
            ? context.Kept("month:" + month.ToString("yyyy-MM", CultureInfo.InvariantCulture), s => MapMonth.Of(s, month))
            : Results.NotFound();
    }

    private static IResult Front(HttpContext context)
    {
        var (first, last) = Parts.Days(context.Snapshot());
        var on = context.Day("on") ?? last;
        return on < first || on > last ? Results.NotFound() : context.Kept("front:" + on.DayNumber.ToString(CultureInfo.InvariantCulture), s => s.Look(p => MapFront.Of(p.Front(on))));
    }

    private static double[] Window(Snapshot snapshot)
    {
        var places = snapshot.Look(p => p.Control.Select(h => h.Place).ToList());
        return places.Count == 0 ? [-180, -60, 180, 75] : [places.Min(p => p.Lon), places.Min(p => p.Lat), places.Max(p => p.Lon), places.Max(p => p.Lat)];
    }

    private sealed record Offered(ImmutableArray<MapChoice> Choices, ImmutableHashSet<string> Known);

    private static Offered Choices(Snapshot snapshot)
    {
        var words = snapshot.Look(p => p.Control.SelectMany(h => h.Views).Where(v => v is { Direct: true, Wide: false }).ToList());
        var naming = Naming.Of(snapshot);
        var sides = words.GroupBy(v => v.Side).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new MapChoice("side:" + g.Key, "By the word of a side", naming.Side(g.Key)));
        var sources = words.GroupBy(v => v.Origin).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostSources)
            .Select(g => new MapChoice("source:" + g.Key, "By the word of a source", $"{naming.Origin(g.Key)} ({g.Count()})"));
        ImmutableArray<MapChoice> choices = [new MapChoice(Assessed, "Weighed together", "As assessed"), .. sides, .. sources];
        return new Offered(choices, [.. choices.Select(c => c.Value)]);
    }

    private static List<MapChange> Listing(Snapshot snapshot) => snapshot.Look(picture =>
        picture.Control.SelectMany(h => h.States.Skip(1).Select(s => (History: h, State: s)))
            .OrderBy(c => c.State.Status == ControlStatus.Inferred).ThenByDescending(c => c.State.From).ThenByDescending(c => c.History.Place.Population).ThenBy(c => c.History.Place.GeonameId)
            .Select(c => new MapChange(
                c.State.From, c.History.Place.GeonameId, c.History.Place.Name, c.State.Holder, Wording.Of(c.State.Status), c.State.Confidence, c.State.Status == ControlStatus.Inferred))
            .ToList());
}
