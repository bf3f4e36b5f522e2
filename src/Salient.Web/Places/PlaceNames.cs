using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Salient.Locating;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Findings;
using Salient.Web.Hosting;

namespace Salient.Web.Places;

/// <summary>A name that was taken for a settlement, as the present rules read its report.</summary>
/// <param name="Claim">The claim that names it.</param>
/// <param name="Name">As written.</param>
/// <param name="Role">at, near, from, to.</param>
/// <param name="GeonameId">What the present rules take it for, or null.</param>
/// <param name="Place">That place's name, or null.</param>
/// <param name="Confidence">Margin over the runner-up, 0 to 1.</param>
/// <param name="Reason">Why this one, or why none.</param>
/// <param name="RunnersUp">What else it could be.</param>
public sealed record NamedSpot(ClaimRow Claim, string Name, string Role, int? GeonameId, string? Place, double Confidence, string Reason, ImmutableArray<Place> RunnersUp);

/// <summary>Why names went to a settlement.</summary>
/// <param name="Place">The settlement.</param>
/// <param name="Spots">One claim for each way to write it, the least sure first.</param>
public sealed record PlaceNamesModel(Place Place, ImmutableArray<NamedSpot> Spots);

/// <summary>/places/{id}/names: reads the reports again whose names are the least sure.</summary>
internal static class PlaceNames
{
    private const int Most = 6;

    public static PlaceNamesModel? Of(HttpContext context, int id)
    {
        var (snapshot, ledger, pipeline) = (context.Snapshot(), context.Ledger(), context.RequestServices.GetService<Lazy<Pipeline>>()?.Value);
        if (pipeline is null || !snapshot.Part("control-by-id", EventIndex.Control).TryGetValue(id, out var history))
        {
            return null;
        }

        var claims = snapshot.Part("claims-by-place", PlaceIndex.Claims).GetValueOrDefault(id) ?? [];
        var doubtful = claims.SelectMany(c => c.Claim.Places.Where(p => p.GeonameId == id).Select(p => (Claim: c, Place: p)))
            .GroupBy(p => p.Place.Name).Select(g => g.MinBy(p => p.Place.Confidence)).OrderBy(p => p.Place.Confidence).ThenBy(p => p.Place.Name, StringComparer.Ordinal).Take(Most).ToList();

        // Reading a report again costs far more than a page: one at a time.
        lock (pipeline)
        {
            return new PlaceNamesModel(history.Place, [.. doubtful.Select(d => Explain(pipeline, ledger, d.Claim, d.Place)).OfType<NamedSpot>()]);
        }
    }

    private static NamedSpot? Explain(Pipeline pipeline, ILedgerReader ledger, RecordedClaim claim, ClaimPlace place)
    {
        if (ledger.Report(claim.Report.Id) is not { } report)
        {
            return null;
        }

        var sentences = pipeline.Sentences(report);
        var evidence = claim.Claim.Span;
        var at = evidence.End <= report.Text.Length ? report.Text.IndexOf(place.Name, evidence.Start, evidence.Length, StringComparison.Ordinal) : -1;
        var span = at < 0 ? evidence : new TextSpan(at, at + place.Name.Length);
        var location = Locator.Explain(new PlaceArgument(span, place.Name, place.Role), pipeline.Locate(report, sentences));
        return location is null
            ? new NamedSpot(ClaimRow.Of(claim), place.Name, place.Role, null, null, 0, "The present rules find no such name in the report.", [])
            : new NamedSpot(ClaimRow.Of(claim), place.Name, place.Role, location.Place?.GeonameId, location.Place?.Name, location.Confidence, location.Reason, location.RunnersUp);
    }
}
