using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Home;

/// <summary>The situation on a day.</summary>
/// <param name="Situation">What the reports say of the days told of.</param>
public sealed record HomeModel(Situation Situation);

/// <summary>/: the situation.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapTwins<HomeModel, HomePage>("/", "The situation on a day (on), told of the days since (since).", context =>
            new HomeModel(context.Picture(p => p.Situation(context.Day("on"), context.Day("since")))));
}
