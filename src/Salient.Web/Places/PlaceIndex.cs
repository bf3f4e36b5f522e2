using System.Collections.Frozen;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Places;

/// <summary>What is looked up by place.</summary>
internal static class PlaceIndex
{
    /// <summary>The claims that name each place, by GeoNames id, in order of publication.</summary>
    public static FrozenDictionary<int, List<RecordedClaim>> Claims(Snapshot snapshot) =>
        snapshot.Read(p => p.Claims).SelectMany(c => c.Claim.Places.Where(p => p.GeonameId is not null).Select(p => p.GeonameId!.Value).Distinct().Select(id => (Id: id, Claim: c)))
            .GroupBy(p => p.Id).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Claim).ToList());

    /// <summary>Disputes by place.</summary>
    public static ILookup<int, Dispute> Disputes(Snapshot snapshot) =>
        snapshot.Read(p => p.Disputes).Where(d => d.Place is not null).OrderByDescending(d => d.To).ToLookup(d => d.Place!.Value);

    /// <summary>Settlements, most named first.</summary>
    public static List<PlaceLine> Lines(Snapshot snapshot)
    {
        var claims = snapshot.Part("claims-by-place", Claims);
        return
        [
            .. snapshot.Read(p => p.Control).Select(h => new PlaceLine(h.Place, h.States[^1].Holder, h.States[^1].Status, claims.GetValueOrDefault(h.Place.GeonameId)?.Count ?? 0))
                .OrderByDescending(l => l.Claims).ThenByDescending(l => l.Place.Population).ThenBy(l => l.Place.GeonameId),
        ];
    }
}
