using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Findings;

/// <summary>Happenings and disputes by what they are looked up by.</summary>
internal static class EventIndex
{
    /// <summary>All happenings, latest first.</summary>
    public static List<Happening> Latest(Snapshot snapshot) =>
        [.. snapshot.Read(p => p.Happenings).OrderByDescending(h => h.To).ThenByDescending(h => h.Origins.Length).ThenBy(h => h.Id, StringComparer.Ordinal)];

    /// <summary>Happenings by id.</summary>
    public static FrozenDictionary<string, Happening> ById(Snapshot snapshot) => snapshot.Read(p => p.Happenings).ToFrozenDictionary(h => h.Id, StringComparer.Ordinal);

    /// <summary>The happening of each claim.</summary>
    public static FrozenDictionary<string, Happening> ByClaim(Snapshot snapshot) =>
        snapshot.Read(p => p.Happenings).SelectMany(h => h.Claims.Select(c => KeyValuePair.Create(c, h))).DistinctBy(p => p.Key).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The disputes that each claim stands in.</summary>
    public static ILookup<string, Dispute> Disputes(Snapshot snapshot) =>
        snapshot.Read(p => p.Disputes).SelectMany(d => d.Positions.SelectMany(p => p.Claims).Distinct().Select(c => (Claim: c, Dispute: d))).ToLookup(p => p.Claim, p => p.Dispute, StringComparer.Ordinal);

    /// <summary>The happenings at each place, by GeoNames id.</summary>
    public static ILookup<int, Happening> ByPlace(Snapshot snapshot) => snapshot.Part("events-latest", Latest).ToLookup(h => h.Place);

    /// <summary>Control histories by GeoNames id.</summary>
    public static FrozenDictionary<int, ControlHistory> Control(Snapshot snapshot) => snapshot.Read(p => p.Control).ToFrozenDictionary(h => h.Place.GeonameId);
}
