using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>How the war moves.</summary>
/// <param name="Dynamics">By axis, class, side and week; null where no report has a day.</param>
public sealed record DynamicsModel(WarDynamics? Dynamics);

/// <summary>/dynamics.</summary>
internal static class DynamicsEndpoints
{
    private const int Weeks = 8, DaysAWeek = 7, MostWeeks = 60;

    public static void MapDynamics(this IEndpointRouteBuilder routes) =>
        routes.MapTwins<DynamicsModel, DynamicsPage>("/dynamics", "How the war moves in whole weeks that end on a day (on), from a day (since): ground taken by axis, attacks by class and side, what ground cost.", One);

    private static DynamicsModel One(HttpContext context)
    {
        var snapshot = context.Snapshot();
        var (on, since) = (context.Day("on"), context.Day("since"));
        return on is null && since is null
            ? snapshot.Part("dynamics", Latest)
            : new DynamicsModel(snapshot.Look(p => (on ?? p.LastDay) is { } last ? p.Dynamics(Since(since, last), last) : null));
    }

    /// <summary>The last eight weeks.</summary>
    public static DynamicsModel Latest(Snapshot snapshot) => new(snapshot.Read(p => p.LastDay is { } last ? p.Dynamics(Since(null, last), last) : null));

    private static DateOnly Since(DateOnly? since, DateOnly last)
    {
        var first = last.AddDays(1 - (MostWeeks * DaysAWeek));
        return since is { } day ? day < first ? first : day : last.AddDays(1 - (Weeks * DaysAWeek));
    }
}
