using System.Collections.Immutable;
using System.Globalization;
using Salient.Reconciling.Control;
using Salient.Reconciling.Disputes;
using Salient.Reconciling.Figures;
using Salient.Reconciling.Happenings;
using Salient.Records;

namespace Salient.Reconciling.Reckoning;

/// <summary>Says which units a report's claims belong to. Pure: sees the report, its claims and its voice alone.</summary>
/// <param name="figures">Knows what a claim counts.</param>
/// <param name="control">Reads who holds what out of a claim.</param>
/// <param name="bodies">By which name institutions and persons count.</param>
internal sealed class Enterer(FigureReconciler figures, Lazy<ControlReconciler> control, Bodies bodies)
{
    /// <summary>What <paramref name="header"/> puts in.</summary>
    /// <param name="header">The report.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="voice">By which name it speaks itself.</param>
    /// <param name="revised">Those of its claims that a later version of it no longer makes: they weigh nothing.</param>
    public ReportEntry Enter(ReportHeader header, IReadOnlyList<(long Row, RecordedClaim Claim)> claims, string voice, ImmutableArray<ClaimRevision> revised)
    {
        var gone = revised.Select(r => r.Claim).ToHashSet();
        var weigh = claims.Where(c => !c.Claim.Rejected && !gone.Contains(c.Claim.Claim.Id)).ToList();
        var voices = Voices.Of(bodies, [KeyValuePair.Create(header.Id, voice)]);
        var own = Keys.Voice(header);
        return new ReportEntry(
            voice,
            [.. weigh.SelectMany(c => Facts(c.Row, c.Claim)).Distinct()],
            [
                .. weigh.SelectMany(c => control.Value.Views(c.Claim)).Distinct().GroupBy(v => v.Place).OrderBy(g => g.Key)
                    .Select(g => new PlaceViews(g.Key, [.. g.Select(v => v.View with { Origin = bodies.Name(v.View.Origin == own ? voice : v.View.Origin, v.View.Side) })])),
            ],
            [.. SourceReconciler.Identities(header, [.. claims.Select(c => c.Claim)], voices, revised)])
        {
            Revised = revised,
        };
    }

    /// <summary>The units that a claim belongs to.</summary>
    public IEnumerable<Fact> Facts(long row, RecordedClaim claim)
    {
        var c = claim.Claim;
        if (c.Kind == "strength" && Keys.Said(c))
        {
            yield return new Fact(FindingPart.Reckoned, claim.Report.Id, 0, row);
        }

        if (claim.AsOf is not { } asOf)
        {
            yield break;
        }

        if (figures.Group(claim) is { } group)
        {
            yield return new Fact(FindingPart.Counted, group, 0, row);
        }

        var tells = HappeningReconciler.Tells(claim) || FactDisputes.Deniable(c.Kind);
        foreach (var place in c.Places.Where(Known).Select(p => p.GeonameId!.Value).Distinct())
        {
            var name = Name(c.Kind, c.Act, place);
            if (Keys.Said(c) && tells)
            {
                yield return new Fact(FindingPart.Told, name + Stretch(c.Time), asOf.DayNumber, row);
            }

            if (Keys.Said(c) && FactDisputes.Takes(c))
            {
                yield return new Fact(FindingPart.Taken, name, 0, row);
            }

            if (Keys.Denied(c) && FactDisputes.Deniable(c.Kind))
            {
                yield return new Fact(FindingPart.Denied, name, asOf.DayNumber, row);
            }
        }
    }

    /// <summary>The place that a unit's name ends with, before a stretch.</summary>
    public static int Place(string name) => int.Parse(name.Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>True where the unit tells of happenings, not of what can only be denied.</summary>
    public static bool Happens(string name) => !name.StartsWith("loss/", StringComparison.Ordinal) && !name.StartsWith("cohesion/", StringComparison.Ordinal)
        && !name.StartsWith("politics/", StringComparison.Ordinal) && !name.StartsWith("logistics/", StringComparison.Ordinal);

    private static string Name(string kind, string act, int place) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{act} {place}");

    /// <summary>What is told of weeks is no happening of a day: it keeps to its own stretch.</summary>
    private static string Stretch(DateRange? time) =>
        time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > TellingDays.LongestStretch ? $" {Phrasing.Day(from)}..{Phrasing.Day(to)}" : "";

    private static bool Known(ClaimPlace p) => p.GeonameId is not null && p.Precision is PlacePrecision.Settlement or PlacePrecision.Point && p.Role is "at" or "near";
}
