using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Disputes;

/// <summary>Did it happen, by whom, when: claims of one act at one place that deny, or name another actor or another day.</summary>
internal static class FactDisputes
{
    /// <summary>Days within which a denial and what it denies lie.</summary>
    public const int Together = 3;

    private const int Later = 30, DaysApart = 4, ManyOrigins = 3;
    private static readonly HashSet<string> Kinds = ["control", "combat", "movement", "incident", "civilian-harm", "loss", "cohesion", "politics", "logistics"];
    private static readonly HashSet<string> Strikes = ["shelling", "missile-strike", "airstrike", "drone-strike", "explosion", "sabotage", "killed", "infrastructure"];

    /// <summary>True where claims of <paramref name="kind"/> can be denied. Who holds a place is disputed by the words on the place.</summary>
    public static bool Deniable(string kind) => Kinds.Contains(kind) && kind != "control";

    /// <summary>True where a claim says that a place was taken.</summary>
    public static bool Takes(Claim claim) => claim.Kind == "control" && claim.Act is "captured" or "recaptured";

    /// <summary>Whether it happened: one dispute for each spell of denials.</summary>
    /// <param name="place">GeoNames id.</param>
    /// <param name="denied">Denials of one kind of act there.</param>
    /// <param name="said">Finds what is said of a stretch of days, both inclusive, by day number.</param>
    /// <param name="voices">By which names claims are said.</param>
    /// <param name="before">What was found before.</param>
    /// <param name="days">The days that claims have come or gone of since: a spell that none of them bears on amounts to what it did. Null where all are to be looked at.</param>
    public static IEnumerable<Dispute> DidIt(
        int place, IEnumerable<RecordedClaim> denied, Func<int, int, IEnumerable<RecordedClaim>> said, Voices voices, ImmutableArray<Dispute> before, IReadOnlyCollection<int>? days)
    {
        foreach (var spell in Spells([.. denied.OrderBy(c => c.AsOf).ThenBy(c => c)]))
        {
            var (first, last) = (spell[0].AsOf!.Value.DayNumber, spell[^1].AsOf!.Value.DayNumber);
            // A denial that joined two spells lay within twice the days of both.
            if (days is not null && !days.Any(d => d >= first - (2 * Together) && d <= last + Later))
            {
                foreach (var same in before.Where(d => d.From.DayNumber >= first - Together && d.From.DayNumber <= last + Together))
                {
                    yield return same;
                }

                continue;
            }

            var around = said(first - Together, last + Later).OrderBy(c => c.AsOf).ThenBy(c => c).ToList();
            var yes = around.Where(c => spell.Any(n => Near(n, c, Together) && voices.Origin(n) != voices.Origin(c))).ToList();
            var no = spell.Where(n => yes.Any(y => Near(n, y, Together))).ToList();
            if (yes.Count == 0)
            {
                continue;
            }

            ImmutableArray<(string, List<RecordedClaim>)> sides = [("it happened", yes), ("it did not", no)];
            var ranked = Origins(no, voices).Length > Origins(yes, voices).Length ? sides.Reverse() : sides;
            yield return Made(DisputeKind.DidItHappen, place, ranked, Settled(yes, no, around, voices), "One says that it happened, another that it did not.", voices);
        }
    }

    /// <summary>Who did it, on one day.</summary>
    public static IEnumerable<Dispute> ByWhom(int place, DateOnly day, IEnumerable<RecordedClaim> claims, Voices voices)
    {
        var said = claims.Where(c => c.AsOf == day && Strikes.Contains(c.Claim.Act) && c.Claim.Actor is not null && c.Report.Date.Reference is not null).ToList();
        var accusing = said.Where(Accuses).ToList();
        var blamed = accusing.Where(c => accusing.Any(o => o.Claim.Actor!.Side != c.Claim.Actor!.Side && voices.Origin(o) != voices.Origin(c))).ToList();
        if (blamed.Count == 0)
        {
            yield break;
        }

        var admitted = said.Order().FirstOrDefault(c => c.Claim.Sources is [{ } s, ..] && s.Side == c.Claim.Actor!.Side);
        var settled = admitted is null ? null : $"{voices.Origin(admitted)}, of that side, says: by {admitted.Claim.Actor!.Side}";
        yield return Made(
            DisputeKind.ByWhom, place,
            [.. blamed.GroupBy(c => c.Claim.Actor!.Side).OrderByDescending(g => g.Select(c => voices.Origin(c)).Distinct().Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => ("by " + g.Key, g.ToList()))],
            settled, "Each blames the other.", voices);
    }

    /// <summary>When one side took a place.</summary>
    public static IEnumerable<Dispute> When(int place, IEnumerable<RecordedClaim> claims, Voices voices)
    {
        var dated = claims.Where(c => c.Claim.Time is { From: { } from, To: { } to } && from == to).OrderBy(c => c.AsOf).ThenBy(c => c).ToList();
        foreach (var side in dated.GroupBy(c => c.Claim.Actor?.Side).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var list = side.ToList();
            var (first, last) = (list[0].AsOf!.Value, list[^1].AsOf!.Value);
            var apart = last.DayNumber - first.DayNumber;
            if (apart is >= DaysApart and <= Later && voices.Origin(list[0]) != voices.Origin(list[^1]))
            {
                var byDay = list.GroupBy(c => c.AsOf!.Value).OrderByDescending(g => Origins(g, voices).Length).ThenBy(g => g.Key).Select(g => ("on " + Phrasing.Day(g.Key), g.ToList()));
                yield return Made(DisputeKind.When, place, [.. byDay], null, $"The days given lie {apart} days apart.", voices);
            }
        }
    }

    /// <summary>Denials that lie close enough to be of one matter.</summary>
    private static IEnumerable<List<RecordedClaim>> Spells(List<RecordedClaim> denied)
    {
        var spell = new List<RecordedClaim>();
        foreach (var claim in denied)
        {
            if (spell.Count > 0 && claim.AsOf!.Value.DayNumber - spell[^1].AsOf!.Value.DayNumber > 2 * Together)
            {
                yield return spell;
                spell = [];
            }

            spell.Add(claim);
        }

        if (spell.Count > 0)
        {
            yield return spell;
        }
    }

    /// <summary>A denier that says within a month that it did happen, or many origins against one.</summary>
    private static string? Settled(List<RecordedClaim> yes, List<RecordedClaim> no, List<RecordedClaim> around, Voices voices)
    {
        var deniers = no.Select(c => voices.Key(c)).ToHashSet();
        var last = no.Max(c => c.Report.Date.Reference);
        var turned = around.FirstOrDefault(c => deniers.Contains(voices.Key(c)) && c.Report.Date.Reference > last && no.Any(n => Near(n, c, Together)));
        if (turned is not null)
        {
            return $"{voices.Origin(turned)} on {Phrasing.Day(turned.Report.Date.Reference)}: it happened";
        }

        var sides = yes.Select(c => c.Claim.Sources is [{ } s, ..] ? s.Side : "none").Distinct().Count();
        return Origins(yes, voices).Length >= ManyOrigins && deniers.Count == 1 && sides > 1 ? $"{Origins(yes, voices).Length} origins of more than one side against one" : null;
    }

    private static bool Accuses(RecordedClaim c) => !c.Claim.Sources.IsEmpty && c.Claim.Sources[0].Side != c.Claim.Actor!.Side;

    private static bool Near(RecordedClaim a, RecordedClaim b, int days) => Math.Abs(a.AsOf!.Value.DayNumber - b.AsOf!.Value.DayNumber) <= days;

    private static ImmutableArray<string> Origins(IEnumerable<RecordedClaim> claims, Voices voices) =>
        [.. claims.Select(c => voices.Origin(c)).Distinct().Order(StringComparer.Ordinal)];

    private static Dispute Made(
        DisputeKind kind, int place, IEnumerable<(string Says, List<RecordedClaim> Claims)> positions, string? settled, string reason, Voices voices)
    {
        var sides = positions.ToList();
        var claims = sides.SelectMany(p => p.Claims).Order().ToList();
        var first = claims[0].Claim;
        var (from, to) = (claims.Min(c => c.AsOf!.Value), claims.Max(c => c.AsOf!.Value));
        var subject = $"{first.Kind}/{first.Act} at {first.Places.First(p => p.GeonameId == place).Name}";
        return new Dispute(
            Keys.Id(kind.ToString(), first.Kind, first.Act, first.Actor?.Side, place.ToString(System.Globalization.CultureInfo.InvariantCulture), Phrasing.Day(from)), kind, subject, place, from, to,
            [.. sides.Select(p => new DisputePosition(p.Says, Origins(p.Claims, voices), [.. p.Claims.Order().Select(c => c.Claim.Id).Distinct()]))],
            false, settled, reason);
    }
}
