using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>What is counted of a side.</summary>
/// <param name="Measure">kind/act and what is counted.</param>
/// <param name="Side">The side that it is about, or "none".</param>
/// <param name="Claimants">How many give figures.</param>
/// <param name="Points">How many figures.</param>
/// <param name="Marked">How many of them are marked: a fall, a jump, a changed definition.</param>
/// <param name="Last">The last day that one is of.</param>
public sealed record FigureMeasure(string Measure, string Side, int Claimants, int Points, int Marked, DateOnly Last);

/// <summary>Claimed figures.</summary>
/// <param name="Measures">What is counted; most figures first.</param>
/// <param name="Measure">The measure shown, or null.</param>
/// <param name="Side">Its side, or null.</param>
/// <param name="Series">Its series, one a claimant, basis and place; most points first.</param>
/// <param name="Derived">Figures that no report gives but that claims allow to be reckoned.</param>
public sealed record FiguresModel(ImmutableArray<FigureMeasure> Measures, string? Measure, string? Side, ImmutableArray<FigureSeries> Series, ImmutableArray<DerivedFigure> Derived);

/// <summary>/figures.</summary>
internal static class FigureEndpoints
{
    private const int MostSeries = 60, MostDerived = 40;

    public static void MapFigures(this IEndpointRouteBuilder routes) =>
        routes.MapTwins<FiguresModel, FiguresPage>("/figures", "What is counted; with measure and side, the series of each claimant. One claimant's figures are never joined to another's.", Model);

    private static FiguresModel Model(HttpContext context)
    {
        var snapshot = context.Snapshot();
        var measures = snapshot.Part("figure-measures", Measures);
        string? measure = context.Text("measure"), side = context.Text("side");
        if (measure is null && measures.Count > 0)
        {
            (measure, side) = (measures[0].Measure, measures[0].Side);
        }

        var series = snapshot.Part("figures-by-measure", s => s.Read(p => p.Figures).ToLookup(f => (f.Measure, f.Side)))[(measure ?? "", side ?? "none")]
            .OrderByDescending(f => f.Points.Length).ThenBy(f => f.Id, StringComparer.Ordinal).Take(MostSeries);
        var derived = snapshot.Part("figures-derived", s => s.Read(p => p.Derived).ToList());
        return new FiguresModel([.. measures], measure, side, [.. series], [.. derived.TakeLast(MostDerived)]);
    }

    private static List<FigureMeasure> Measures(Snapshot snapshot) =>
    [
        .. snapshot.Read(p => p.Figures).GroupBy(s => (s.Measure, s.Side)).Select(g => new FigureMeasure(
                g.Key.Measure, g.Key.Side, g.Select(s => s.Claimant).Distinct().Count(), g.Sum(s => s.Points.Length), g.Sum(s => s.Points.Count(p => p.Mark != FigureMark.None)), g.Max(s => s.Points[^1].Day)))
            .OrderByDescending(m => m.Points).ThenBy(m => m.Measure, StringComparer.Ordinal).ThenBy(m => m.Side, StringComparer.Ordinal),
    ];
}
