using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Happenings;

/// <summary>Gathers claims of one happening across reports and days: like act at one place within a day of each other, unless one report tells them apart.</summary>
internal static class HappeningReconciler
{
    private const int DaysApart = 1;
    private static readonly HashSet<string> Kinds = ["control", "movement", "combat", "incident", "civilian-harm"];
    private static readonly HashSet<string> States = ["held", "contested", "besieged", "pressure", "stalled"];

    /// <summary>All happenings, by first day, then id.</summary>
    public static ImmutableArray<Happening> Reconcile(IEnumerable<RecordedClaim> claims, IReadOnlyDictionary<string, string> originals, IReadOnlySet<string> disputed) =>
    [
        .. Ties.Join(
                claims.Where(Tells)
                    .GroupBy(c => (c.Claim.Kind, c.Claim.Act, Place: Place(c.Claim)!.GeonameId!.Value))
                    .SelectMany(g => Split([.. g.OrderBy(c => c.AsOf).ThenBy(c => c)])))
            .Select(g => Made(g, originals, disputed))
            .OrderBy(h => h.From).ThenBy(h => h.Id, StringComparer.Ordinal),
    ];

    private static bool Tells(RecordedClaim c) =>
        Kinds.Contains(c.Claim.Kind) && !States.Contains(c.Claim.Act) && Keys.Said(c.Claim) && c.AsOf is not null && Place(c.Claim) is not null
        && (c.Report.Date.Reference is not { } published || c.AsOf <= published);

    private static ClaimPlace? Place(Claim claim) =>
        claim.Places.FirstOrDefault(p => p.GeonameId is not null && p.Role is "at" or "near" && p.Precision is PlacePrecision.Settlement or PlacePrecision.Point);

    private static List<List<RecordedClaim>> Split(List<RecordedClaim> block)
    {
        var groups = new List<List<RecordedClaim>>();
        foreach (var claim in block)
        {
            var into = groups.LastOrDefault(g => claim.AsOf!.Value.DayNumber - g[^1].AsOf!.Value.DayNumber <= DaysApart && g.All(o => SameAs(claim, o)));
            if (into is null)
            {
                groups.Add([claim]);
            }
            else
            {
                into.Add(claim);
            }
        }

        return groups;
    }

    /// <summary>Nothing tells them apart: not an analyst, nor the actor's side; within one report not the day, nor the number.</summary>
    private static bool SameAs(RecordedClaim a, RecordedClaim b)
    {
        var (x, y) = (a.Claim, b.Claim);
        if (Ties.Apart(a, b) || (x.Actor is { } p && y.Actor is { } q && p.Side != q.Side))
        {
            return false;
        }

        return a.Report.Id != b.Report.Id || (a.AsOf == b.AsOf && (x.Quantity is null || y.Quantity is null || x.Quantity == y.Quantity));
    }

    private static Happening Made(List<RecordedClaim> claims, IReadOnlyDictionary<string, string> originals, IReadOnlySet<string> disputed)
    {
        var ordered = claims.Order().ToList();
        var first = ordered[0].Claim;
        var place = Place(first)!;
        var origins = ordered.Select(c => Keys.Origin(c, originals)).DistinctBy(Keys.Folded).ToImmutableArray();
        var (credibility, reason) = Credibility(ordered, origins.Length, disputed);
        return new Happening(
            first.Id,
            first.Kind,
            first.Act,
            ordered.Select(c => c.Claim.Actor?.Side).FirstOrDefault(s => s is not null),
            place.GeonameId!.Value,
            place.Name,
            place.Lat,
            place.Lon,
            claims.Min(c => c.AsOf!.Value),
            claims.Max(c => c.AsOf!.Value),
            [.. ordered.Select(c => c.Claim.Id)],
            origins,
            credibility,
            reason);
    }

    private static (int Credibility, string Reason) Credibility(List<RecordedClaim> claims, int origins, IReadOnlySet<string> disputed)
    {
        var against = claims.Any(c => !c.Claim.Sources.IsEmpty && c.Claim.Actor is { } a && AgainstInterest(c.Claim.Kind, a.Side, c.Claim.Sources[0].Side));
        var own = claims.All(c => !c.Claim.Sources.IsEmpty && c.Claim.Sources[0].Side == c.Claim.Actor?.Side);
        return (claims.Any(c => disputed.Contains(c.Claim.Id)), origins) switch
        {
            (true, > 1) => (3, "several origins tell of it, and some dispute it"),
            (true, _) => (5, "one origin tells of it, and others dispute it"),
            (_, > 2) => (1, $"{origins} independent origins tell of it"),
            (_, 2) => (2, "two independent origins tell of it"),
            _ when against => (2, "the side that it speaks against says so itself"),
            _ when own => (4, "the actor alone says so"),
            _ => (3, "one origin tells of it"),
        };
    }

    /// <summary>An actor's success is against the interest of its enemy; both sides of this theatre are parties.</summary>
    private static bool AgainstInterest(string kind, string actor, string speaker) => kind == "control" && speaker is not "none" && speaker != actor;
}
