using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>Claimed figures as series.</summary>
/// <param name="Series">One a measure, side, claimant, basis and place; most points first.</param>
/// <param name="Derived">Figures that no report gives but that claims allow to be reckoned.</param>
public sealed record FiguresModel(ImmutableArray<FigureSeries> Series, ImmutableArray<DerivedFigure> Derived);

/// <summary>How each source has fared.</summary>
/// <param name="Sources">Most claims first.</param>
public sealed record SourcesModel(ImmutableArray<SourceRecord> Sources);

/// <summary>Claims that cannot all be true.</summary>
/// <param name="Disputes">Open ones first, then the latest.</param>
public sealed record DisputesModel(ImmutableArray<Dispute> Disputes);

/// <summary>/figures, /sources, /disputes.</summary>
internal static class FindingsEndpoints
{
    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<FiguresModel, FiguresPage>("/figures", "Claimed figures as series, one a measure, side, claimant, basis and place.", context => context.Picture(p =>
            new FiguresModel([.. p.Figures.OrderByDescending(s => s.Points.Length).ThenBy(s => s.Measure, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)], p.Derived)));
        routes.MapTwins<SourcesModel, SourcesPage>("/sources", "How each source has fared.", context => context.Picture(p =>
            new SourcesModel([.. p.Sources.OrderByDescending(s => s.Claims).ThenBy(s => s.Name, StringComparer.Ordinal)])));
        routes.MapTwins<DisputesModel, DisputesPage>("/disputes", "Claims that cannot all be true, and what each side says.", context => context.Picture(p =>
            new DisputesModel([.. p.Disputes.OrderBy(d => d.Settled is not null).ThenByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal)])));
    }
}
