using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Salient.Records;
using Salient.Web.Claims;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>Claims that cannot all be true.</summary>
/// <param name="Disputes">Open ones first, then the latest; at most <see cref="DisputeEndpoints.PageSize"/>.</param>
/// <param name="All">How many there are that were asked for.</param>
/// <param name="Kind">What they are about, as asked for; or null.</param>
/// <param name="State">open, settled or lone, as asked for; or null.</param>
/// <param name="Page">1 for the first.</param>
public sealed record DisputesModel(ImmutableArray<Dispute> Disputes, int All, string? Kind, string? State, int Page);

/// <summary>One side of a dispute.</summary>
/// <param name="Says">What it says.</param>
/// <param name="Origins">Who says it.</param>
/// <param name="Claims">The claims, first told first.</param>
public sealed record DisputeSide(string Says, ImmutableArray<string> Origins, ImmutableArray<ClaimRow> Claims);

/// <summary>One dispute, its sides beside each other.</summary>
/// <param name="Dispute">What it is about.</param>
/// <param name="Sides">The better founded first.</param>
/// <param name="Assessed">For who holds a place: what is assessed on its last day; else null.</param>
public sealed record DisputeModel(Dispute Dispute, ImmutableArray<DisputeSide> Sides, ControlState? Assessed);

/// <summary>/disputes and /disputes/{id}.</summary>
internal static class DisputeEndpoints
{
    /// <summary>Disputes on one page.</summary>
    public const int PageSize = 60;

    public static void MapDisputes(this IEndpointRouteBuilder routes)
    {
        routes.MapTwins<DisputesModel, DisputesPage>("/disputes", "Claims that cannot all be true; by kind, state (open, settled, lone) and page.", List);
        routes.MapTwins<DisputeModel, DisputePage>("/disputes/{id}", "One dispute with its sides.", One);
    }

    private static DisputesModel List(HttpContext context)
    {
        string? kind = context.Text("kind"), state = context.Text("state");
        var (all, page) = (context.Snapshot().Part("disputes-listed", Listed), context.Page());
        var found = all.Where(d => (kind is null || d.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)) && state switch
        {
            "open" => d.Settled is null,
            "settled" => d.Settled is not null,
            "lone" => d.Lone,
            _ => true,
        }).ToList();
        return new DisputesModel([.. found.Skip((page - 1) * PageSize).Take(PageSize)], found.Count, kind, state, page);
    }

    private static DisputeModel? One(HttpContext context)
    {
        var snapshot = context.Snapshot();
        if (!snapshot.Part("disputes-by-id", s => s.Read(p => p.Disputes).DistinctBy(d => d.Id).ToFrozenDictionary(d => d.Id, StringComparer.Ordinal)).TryGetValue(context.Route("id"), out var dispute))
        {
            return null;
        }

        var claims = snapshot.Part("claims-by-id", Parts.ClaimsById);
        var state = dispute is { Kind: DisputeKind.WhoHolds, Place: { } place } ? snapshot.Part("control-by-id", EventIndex.Control).GetValueOrDefault(place)?.On(dispute.To) : null;
        return new DisputeModel(dispute, [.. dispute.Positions.Select(p => new DisputeSide(p.Says, p.Origins, [.. p.Claims.Where(claims.ContainsKey).Select(c => claims[c]).Order().Select(ClaimRow.Of)]))], state);
    }

    private static List<Dispute> Listed(Snapshot snapshot) =>
        [.. snapshot.Read(p => p.Disputes).OrderBy(d => d.Settled is not null).ThenByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal)];
}
