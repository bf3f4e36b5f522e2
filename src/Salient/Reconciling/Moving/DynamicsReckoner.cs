using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Moving;

/// <summary>How the war moves: ground taken by axis and week, attacks by class, side and week, what ground cost. Every figure has both its ends; nothing is filled in between.</summary>
/// <param name="rules">What rates are reckoned from.</param>
/// <param name="parties">The two sides that can hold ground.</param>
/// <param name="ground">Ground that changes hands.</param>
/// <param name="axes">Which axis a place lies on.</param>
/// <param name="voices">By which names claims are said.</param>
internal sealed class DynamicsReckoner(DynamicsRules rules, ImmutableArray<string> parties, GroundReckoner ground, AxisIndex axes, Voices voices)
{
    private const int Week = 7;
    private const string Kilometres = "km";

    /// <summary>The dynamics of whole weeks that end on <paramref name="on"/>, the first not before <paramref name="since"/> but for the last of them.</summary>
    public WarDynamics Of(DateOnly since, DateOnly on, IReadOnlyCollection<RecordedClaim> claims, IReadOnlyCollection<Happening> happenings, IEnumerable<FigureSeries> figures, IEnumerable<DateOnly> reports)
    {
        var weeks = Math.Max(1, (on.DayNumber - since.DayNumber + 1) / Week);
        var first = on.AddDays(1 - (weeks * Week));
        var stretches = Enumerable.Range(0, weeks).Select(w => (From: first.AddDays(w * Week), To: first.AddDays((w * Week) + Week - 1))).ToList();
        int InWeek(DateOnly day) => day < first || day > on ? -1 : (day.DayNumber - first.DayNumber) / Week;
        var published = reports.CountBy(InWeek).ToDictionary();
        var attacks = happenings.Where(h => h.Kind == "combat" && h.Actor is not null && h.From >= first && h.From <= on && parties.Contains(h.Actor)).ToLookup(h => InWeek(h.From));
        return new WarDynamics(
            first,
            on,
            [.. stretches.SelectMany(s => ground.Rates(s.From, s.To, rules.LeastFront)).Where(r => parties.Contains(r.Side))],
            [.. Claimed(stretches, claims)],
            [.. stretches.SelectMany((s, week) => Attacks(s.From, s.To, [.. attacks[week]], published.GetValueOrDefault(week)))],
            [.. Costs(first, on, figures)]);
    }

    private IEnumerable<ClaimedAdvance> Claimed(List<(DateOnly From, DateOnly To)> stretches, IEnumerable<RecordedClaim> claims)
    {
        var said = claims.Where(c => c.Claim is { Kind: "movement", Act: "advanced", Quantity.Unit: Kilometres, Actor: { } actor } && parties.Contains(actor.Side) && Keys.Said(c.Claim)
            && (c.Claim.Quantity.Min ?? c.Claim.Quantity.Max) is not null && c.AsOf >= stretches[0].From && c.AsOf <= stretches[^1].To);
        return said.GroupBy(c => (
                Stretch: stretches.First(s => c.AsOf <= s.To), Axis: c.Claim.Places.FirstOrDefault(p => p.Lat is not null) is { } p ? axes.Of(p.Lat!.Value, p.Lon!.Value) : AxisIndex.Elsewhere,
                c.Claim.Actor!.Side, Claimant: voices.Origin(c)))
            .OrderBy(g => g.Key.Stretch.From).ThenBy(g => g.Key.Axis, StringComparer.Ordinal).ThenBy(g => g.Key.Side, StringComparer.Ordinal).ThenBy(g => g.Key.Claimant, StringComparer.Ordinal)
            .Select(g => new ClaimedAdvance(
                g.Key.Axis, g.Key.Side, g.Key.Stretch.From, g.Key.Stretch.To, g.Key.Claimant,
                new Bounds(g.Min(c => c.Claim.Quantity!.Min ?? 0), g.Any(c => c.Claim.Quantity!.Max is null) ? null : g.Max(c => c.Claim.Quantity!.Max)), [.. g.Order().Select(c => c.Claim.Id)]));
    }

    private IEnumerable<AttackTempo> Attacks(DateOnly from, DateOnly to, List<Happening> within, int reports)
    {
        foreach (var attack in rules.Attacks)
        {
            foreach (var side in parties)
            {
                var mine = within.Where(h => h.Actor == side && attack.Acts.Contains(h.Act)).ToList();
                yield return new AttackTempo(attack.Id, attack.Title, side, from, to, new Bounds(mine.Count(h => h.Credibility <= rules.Credible), mine.Count), reports);
            }
        }
    }

    private IEnumerable<GroundCost> Costs(DateOnly since, DateOnly on, IEnumerable<FigureSeries> figures)
    {
        var taken = new Dictionary<(string, DateOnly, DateOnly), Bounds>();
        foreach (var series in figures.Where(f => f.Basis == FigureBasis.Cumulative && f.Place is null && parties.Contains(f.Side) && rules.Costs.Contains(f.Measure))
            .OrderBy(f => f.Side, StringComparer.Ordinal).ThenBy(f => rules.Costs.IndexOf(f.Measure)).ThenBy(f => f.Claimant, StringComparer.Ordinal))
        {
            var (first, last) = (Last(series, since.AddDays(-1)), Last(series, on));
            if (first is null || last is null || first.Day >= last.Day || series.Points.Any(p => p.Day > first.Day && p.Day <= last.Day && p.Mark is FigureMark.Fall or FigureMark.Redefinition))
            {
                continue;
            }

            var key = (series.Side, From: first.Day.AddDays(1), To: last.Day);
            if (!taken.TryGetValue(key, out var km2))
            {
                taken[key] = km2 = ground.Taken(key.Side, key.From, key.To);
            }

            var lost = new Bounds(Math.Max(0, Low(last) - High(first)), Math.Max(0, High(last) - Low(first)));
            yield return new GroundCost(series.Side, series.Measure, series.Claimant, series.ClaimantSide, first.Day, last.Day, lost, km2, Each(lost, km2), [first.Claims[0], last.Claims[0]]);
        }
    }

    /// <summary>The least lost over the most ground, and the most over the least; without an upper end where it is not sure that any ground was taken.</summary>
    private static Bounds? Each(Bounds lost, Bounds km2) =>
        km2.High is not > 0 ? null : new Bounds(Math.Round(lost.Low / km2.High.Value, 2), km2.Low > 0 ? Math.Round(lost.High!.Value / km2.Low, 2) : null);

    private FigurePoint? Last(FigureSeries series, DateOnly day) => series.Points.LastOrDefault(p => p.Day <= day && p.Day > day.AddDays(-rules.Reach - 1));

    private static double Low(FigurePoint p) => p.Min ?? p.Max!.Value;

    private static double High(FigurePoint p) => p.Max ?? p.Min!.Value;
}
