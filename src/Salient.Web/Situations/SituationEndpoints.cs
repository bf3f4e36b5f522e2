using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Home;
using Salient.Web.Hosting;

namespace Salient.Web.Situations;

/// <summary>The situation on a day.</summary>
/// <param name="Situation">What the reports say of the days told of.</param>
/// <param name="Coverage">Days and outlets with unusually few reports.</param>
/// <param name="Open">True where all quotations are shown, as for print.</param>
public sealed record SituationModel(Situation Situation, ImmutableArray<string> Coverage, bool Open);

/// <summary>/situation: the report to print.</summary>
internal static class SituationEndpoints
{
    public static void MapSituation(this IEndpointRouteBuilder routes) =>
        routes.MapTwins<SituationModel, SituationPage>("/situation", "The situation on a day (on), told of the days since (since); with all quotations where evidence=all.", One);

    private static SituationModel One(HttpContext context)
    {
        var (on, since) = (context.Day("on"), context.Day("since"));
        var snapshot = context.Snapshot();
        var situation = on is null && since is null
            ? snapshot.Part("situation", s => s.Read(p => p.Situation()))
            : snapshot.Look(p => p.Situation(on, since));
        var notes = situation is { On: { } last, Since: { } first } ? snapshot.Part("coverage", Coverage.Of).Notes(first, last) : [];
        return new SituationModel(situation, notes, context.Text("evidence") == "all");
    }
}
