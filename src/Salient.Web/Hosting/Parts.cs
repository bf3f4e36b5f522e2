using System.Collections.Frozen;
using Salient.Records;
using Salient.Web.Findings;

namespace Salient.Web.Hosting;

/// <summary>What several pages look up in the picture: worked out once per revision of the ledger.</summary>
internal static class Parts
{
    /// <summary>Parts that are made before the first page asks.</summary>
    public static IReadOnlyList<Action<Snapshot>> Kept { get; } =
    [
        s => s.Part("claims-by-id", ClaimsById),
        s => s.Part("headers", Headers.ById),
        s => s.Part("coverage", Home.Coverage.Of),
        s => s.Part("events-latest", EventIndex.Latest),
        s => s.Part("events-by-claim", EventIndex.ByClaim),
        s => s.Part("disputes-by-claim", EventIndex.Disputes),
    ];

    /// <summary>Claims by id.</summary>
    public static FrozenDictionary<string, RecordedClaim> ClaimsById(Snapshot snapshot) => snapshot.Read(p => p.Claims).ToFrozenDictionary(c => c.Claim.Id, StringComparer.Ordinal);
}
