using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Findings;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Places;

/// <summary>/places and /places/{id}: by GeoNames id.</summary>
internal static class PlacesEndpoints
{
    private const int MostListed = 100, MostViews = 100, MostSources = 14, MostClaims = 40, MostFound = 40;

    public static void MapPlaces(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<PlacesModel, PlacesPage>("/places", "Settlements by name (q), most named first.", List);
        routes.MapTwins<PlaceModel, PlacePage>("/places/{id}", "A settlement by GeoNames id: who held it on a day (on), by whose word, and what speaks against it.", One);
        routes.MapTwins<PlaceNamesModel, PlaceNamesPage>("/places/{id}/names", "Why names of reports were taken for a settlement: reasons and runners-up, by the present rules.", context =>
            int.TryParse(context.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? PlaceNames.Of(context, id) : null);
    }

    private static PlacesModel List(HttpContext context)
    {
        var words = context.Text("q");
        var lines = context.Snapshot().Part("place-lines", PlaceIndex.Lines);
        var found = lines.Where(l => words is null ? l.Claims > 0 : l.Place.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
        return new PlacesModel(words, [.. found.Take(MostListed)], found.Count);
    }

    private static PlaceModel? One(HttpContext context)
    {
        var snapshot = context.Snapshot();
        if (!int.TryParse(context.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !snapshot.Part("control-by-id", EventIndex.Control).TryGetValue(id, out var history))
        {
            return null;
        }

        var (first, last) = Parts.Days(snapshot);
        var on = context.Day("on") ?? last;
        var state = history.On(on);
        var claims = snapshot.Part("claims-by-id", Parts.ClaimsById);
        var behind = state.For.Concat(state.Against).Where(claims.ContainsKey).Select(c => claims[c]).OrderDescending().Take(MostClaims).Select(ClaimRow.Of);
        return new PlaceModel(
            history.Place,
            on,
            Sentence(Naming.Of(snapshot), history.Place, state, on),
            history.States,
            first,
            last,
            Strip(history, first, last),
            [.. history.Views.Where(v => v.Day <= on).Reverse().Take(MostViews)],
            history.Views.Length,
            [.. behind],
            [.. snapshot.Part("events-by-place", EventIndex.ByPlace)[id].Take(MostFound)],
            [.. snapshot.Part("disputes-by-place", PlaceIndex.Disputes)[id].Take(MostFound)],
            [.. Names(snapshot.Part("claims-by-place", PlaceIndex.Claims).GetValueOrDefault(id) ?? [], id)]);
    }

    /// <summary>The assessed holder, then the sources that speak of it most; a source's word holds until its next.</summary>
    private static ImmutableArray<StripRow> Strip(ControlHistory history, DateOnly first, DateOnly last)
    {
        int Day(DateOnly? day) => Math.Clamp((day ?? last).DayNumber, first.DayNumber, last.DayNumber) - first.DayNumber;
        var assessed = new StripRow("Assessed", null, [.. history.States.Select(s => new StripStretch(Day(s.From), Day(s.Until), s.Holder, null))]);
        var sources = history.Views.Where(v => v.Direct && !v.Wide).GroupBy(v => v.Origin).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostSources)
            .Select(g => new StripRow(g.Key, g.First().Side, [.. g.Zip(g.Skip(1).Select(v => (DateOnly?)v.Day.AddDays(-1)).Append(null), (v, until) => new StripStretch(Day(v.Day), Math.Max(Day(v.Day), Day(until)), v.Holder, v.Claim))]));
        return [assessed, .. sources];
    }

    private static IEnumerable<PlaceName> Names(List<RecordedClaim> claims, int id) =>
        claims.SelectMany(c => c.Claim.Places.Where(p => p.GeonameId == id).Select(p => (p.Name, p.Confidence, c.Claim.Id)))
            .GroupBy(p => p.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(12)
            .Select(g => new PlaceName(g.Key, g.Count(), Math.Round(g.Average(p => p.Confidence), 2), g.MinBy(p => p.Confidence).Id));

    private static string Sentence(Naming naming, Place place, ControlState state, DateOnly on) => state.Holder == "contested"
        ? $"On {Wording.Of(on)} {place.Name} is assessed as contested: {Wording.Grade(state.Confidence)} ({state.Confidence} of 6, 1 is best). {naming.Why(state.Reason)}"
        : $"On {Wording.Of(on)} {place.Name} is assessed as held by {naming.Side(state.Holder)} since {Wording.Of(state.From)}: {Wording.Of(state.Status)}, {Wording.Grade(state.Confidence)} ({state.Confidence} of 6, 1 is best). {naming.Why(state.Reason)}";
}
