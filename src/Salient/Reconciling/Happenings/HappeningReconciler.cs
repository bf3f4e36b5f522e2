using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Happenings;

/// <summary>What happened at one place on one day, by all reports, with how far it can be believed.</summary>
/// <param name="parties">The two sides that speak for themselves: two voices of one party are not independent.</param>
internal sealed class HappeningReconciler(ImmutableArray<string> parties)
{
    private static readonly HashSet<string> Kinds = ["control", "movement", "combat", "incident", "civilian-harm"];
    private static readonly HashSet<string> States = ["held", "contested", "besieged", "pressure", "stalled"];

    /// <summary>True where a claim tells that something happened.</summary>
    public static bool Tells(RecordedClaim c) => Kinds.Contains(c.Claim.Kind) && !States.Contains(c.Claim.Act) && (c.Report.Date.Reference is not { } published || c.AsOf <= published);

    /// <summary>The happenings of <paramref name="day"/>.</summary>
    /// <param name="place">GeoNames id of the place.</param>
    /// <param name="day">Day number.</param>
    /// <param name="claims">Claims of one kind of act there, of that day and its neighbours.</param>
    /// <param name="voices">By which names claims are said.</param>
    /// <param name="disputed">True for a claim that stands in a dispute.</param>
    public IEnumerable<Happening> Reconcile(int place, int day, IEnumerable<RecordedClaim> claims, Voices voices, Func<string, bool> disputed)
    {
        var days = new TellingDays(claims.Where(Tells).ToLookup(c => c.AsOf!.Value.DayNumber), c => voices.Key(c));
        return TellingSorter.Sort(days.Of(day)).Select(g => Made(place, g, voices, disputed));
    }

    /// <summary>Makes one of happenings that an analyst joined, whatever their acts and days.</summary>
    public IEnumerable<Happening> Join(
        IEnumerable<Happening> happenings, IReadOnlyDictionary<string, RecordedClaim> claims, Voices voices, Func<string, bool> disputed)
    {
        var groups = happenings.Select(h => (Happening: h, Claims: h.Claims.Select(c => claims[c]).ToList())).ToList();
        var kept = groups.ToDictionary(g => g.Claims, g => (g.Happening, g.Claims.Count));
        return Ties.Join(groups.Select(g => g.Claims)).Select(g => g.Count == kept[g].Count ? kept[g].Happening : Made(kept[g].Happening.Place, g, voices, disputed));
    }

    /// <summary>What a happening says of its sources.</summary>
    public IEnumerable<SourceMark> Marks(Happening happening, IReadOnlyDictionary<string, RecordedClaim> claims, Voices voices)
    {
        var told = happening.Claims.Select(c => claims[c]).OrderBy(Keys.Order, StringComparer.Ordinal).Select(c => (Source: voices.Key(c), Stem: Stem(c, voices))).DistinctBy(t => t.Source).ToList();
        for (var i = 0; i < told.Count; i++)
        {
            var shared = told.Any(o => o.Stem != told[i].Stem);
            yield return new SourceMark(told[i].Source, shared && i == 0 ? 1 : 0, shared ? 1 : 0, shared ? 0 : 1, 0, 0, 0);
        }
    }

    private Happening Made(int place, List<RecordedClaim> claims, Voices voices, Func<string, bool> disputed)
    {
        var ordered = claims.OrderBy(Keys.Order, StringComparer.Ordinal).ToList();
        var first = ordered[0].Claim;
        var named = ordered.SelectMany(c => c.Claim.Places).First(p => p.GeonameId == place);
        var origins = ordered.Select(c => voices.Origin(c)).DistinctBy(Keys.Folded).ToImmutableArray();
        var (credibility, reason) = Credibility(ordered, ordered.Select(c => Stem(c, voices)).Distinct().Count(), disputed);
        return new Happening(
            Keys.Id(first.Id, place.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            first.Kind,
            first.Act,
            ordered.Select(c => c.Claim.Actor?.Side).FirstOrDefault(s => s is not null),
            place,
            named.Name,
            named.Lat,
            named.Lon,
            claims.Min(c => c.AsOf!.Value),
            claims.Max(c => c.AsOf!.Value),
            [.. ordered.Select(c => c.Claim.Id)],
            origins,
            credibility,
            reason);
    }

    /// <summary>What must differ for two origins to be independent: the party where they speak for one, else the name.</summary>
    private string Stem(RecordedClaim c, Voices voices) =>
        c.Claim.Sources is [{ } source, ..] && parties.Contains(source.Side) ? "party " + source.Side : voices.Key(c);

    private (int Credibility, string Reason) Credibility(List<RecordedClaim> claims, int origins, Func<string, bool> disputed)
    {
        var against = claims.Any(AgainstInterest);
        var own = claims.All(c => c.Claim.Sources is [{ } s, ..] && parties.Contains(s.Side) && s.Side == c.Claim.Actor?.Side);
        var vague = claims.All(c => c.Claim.Factuality == Factuality.Possible || c.Claim.Sources is [{ Anonymous: true }, ..]);
        return (claims.Any(c => disputed(c.Claim.Id)), origins) switch
        {
            (true, > 1) => (3, "several origins tell of it, and some dispute it"),
            (true, _) => (5, "one origin tells of it, and others dispute it"),
            (_, > 2) => (1, $"{origins} independent origins tell of it"),
            (_, 2) => (2, "two independent origins tell of it"),
            _ when against => (2, "the side that it speaks against says so itself"),
            _ when own => (4, "the actor alone says so"),
            _ when vague => (6, "one origin tells of it, without a name or as a possibility"),
            _ => (3, "one origin tells of it"),
        };
    }

    /// <summary>A party says that its enemy took or held something.</summary>
    private bool AgainstInterest(RecordedClaim c) =>
        c.Claim.Kind == "control" && c.Claim.Act is not "lost" && c.Claim.Sources is [{ } s, ..] && c.Claim.Actor is { } a && parties.Contains(s.Side) && parties.Contains(a.Side) && s.Side != a.Side;
}
