using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Places;

/// <summary>A settlement: who holds it by whose word.</summary>
/// <param name="Place">The settlement.</param>
/// <param name="On">The day asked for.</param>
/// <param name="Summary">The assessed holder on that day, in a sentence.</param>
/// <param name="States">Its assessed holders over time.</param>
/// <param name="Views">Each source's word on it, by day.</param>
/// <param name="Claims">The claims behind the state on that day, for and against; latest first.</param>
public sealed record PlaceModel(Place Place, DateOnly On, string Summary, ImmutableArray<ControlState> States, ImmutableArray<ControlView> Views, ImmutableArray<ClaimRow> Claims);

/// <summary>/places/{id}: by GeoNames id.</summary>
internal static class PlacesEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder routes) =>
        routes.MapTwins<PlaceModel, PlacePage>("/places/{id}", "A settlement by GeoNames id: who held it on a day (on), by whose word, and what speaks against it.", One);

    private static PlaceModel? One(HttpContext context)
    {
        if (!int.TryParse(context.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        return context.Picture(picture =>
        {
            if (picture.ControlOf(id) is not { } history)
            {
                return null;
            }

            var on = context.Day("on") ?? picture.LastDay ?? picture.Start;
            var state = history.On(on);
            var wanted = state.For.Concat(state.Against).ToHashSet(StringComparer.Ordinal);
            var claims = picture.Claims.Where(c => wanted.Contains(c.Claim.Id)).Reverse().Select(ClaimRow.Of);
            return new PlaceModel(history.Place, on, Sentence(history.Place, state, on), history.States, history.Views, [.. claims]);
        });
    }

    private static string Sentence(Place place, ControlState state, DateOnly on) =>
        $"On {Wording.Of(on)} {place.Name} is {(state.Holder == "contested" ? "contested" : $"{Wording.Of(state.Status)} by {state.Holder}")} (confidence {state.Confidence} of 6, 1 is best). {state.Reason}";
}
