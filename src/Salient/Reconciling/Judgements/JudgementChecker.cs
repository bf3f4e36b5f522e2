using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Judgements;

/// <summary>Holds judgements against the picture of the day on which they can be checked. That nobody tells of a thing is no proof that it did not happen.</summary>
/// <param name="rules">Words and days.</param>
/// <param name="parties">The two sides that can hold ground.</param>
/// <param name="histories">Who held which settlement, by GeoNames id.</param>
/// <param name="happenings">What happened, by GeoNames id.</param>
/// <param name="last">The last day that a report has.</param>
internal sealed class JudgementChecker(
    JudgementRules rules, ImmutableArray<string> parties, IReadOnlyDictionary<int, ControlHistory> histories, ILookup<int, Happening> happenings, DateOnly? last)
{
    private const int MostEvidence = 6;
    private static readonly HashSet<string> Taking = ["captured", "recaptured"], Leaving = ["lost", "withdrew"];

    /// <summary>The judgement with what became of it.</summary>
    public JudgedClaim Check(FoundJudgement found)
    {
        var (claim, said) = (found.Claim.Claim, found.Claim.Report.Date.Reference);
        var (outcome, reason, evidence) = said is { } from && found.Due is { } due
            ? due > last ? Told(JudgementOutcome.NotYet, $"the ledger's reports end on {Phrasing.Day(last)}") : Against(found.Claim, from, due)
            : Told(JudgementOutcome.CannotBeTold, "its day is not known");
        return new JudgedClaim(claim.Id, claim.Report, found.By, said, found.Due, found.DueBy, outcome, reason, evidence);
    }

    private (JudgementOutcome Outcome, string Reason, ImmutableArray<string> Evidence) Against(RecordedClaim claim, DateOnly said, DateOnly due)
    {
        var c = claim.Claim;
        if (c.Places.FirstOrDefault(p => p.GeonameId is { } id && histories.ContainsKey(id)) is not { } place || c.Actor?.Side is not { } actor || !parties.Contains(actor))
        {
            return Told(JudgementOutcome.CannotBeTold, "it names no settlement, or no side, that the picture could be asked about");
        }

        var history = histories[place.GeonameId!.Value];
        return Aim(c) switch
        {
            { } aim => Holds(history, aim == Leaves ? Enemy(actor) : actor, aim == Keeps, c, said, due),
            null when c.Kind == "combat" => Happens(c, actor, history, said, due),
            null => Told(JudgementOutcome.CannotBeTold, "it says nothing that the picture could be asked about"),
        };
    }

    private const string Takes = "takes", Keeps = "keeps", Leaves = "leaves";

    /// <summary>What it says of who will hold its place; null where it says nothing of that.</summary>
    private string? Aim(Claim c) => c.Kind switch
    {
        "control" => Taking.Contains(c.Act) ? Takes : c.Act == "held" ? Keeps : Leaving.Contains(c.Act) ? Leaves : null,
        "movement" => Leaving.Contains(c.Act) ? Leaves : null,
        "assessment" when c.Act is "intention" or "forecast" =>
            JudgementRules.Has(c.Evidence, rules.Leaves) ? Leaves : JudgementRules.Has(c.Evidence, rules.Takes) ? Takes : JudgementRules.Has(c.Evidence, rules.Keeps) ? Keeps : null,
        _ => null,
    };

    private static (JudgementOutcome, string, ImmutableArray<string>) Holds(ControlHistory history, string holder, bool keeps, Claim claim, DateOnly said, DateOnly due)
    {
        var (name, then, denied) = (history.Place.Name, history.On(said), Keys.Denied(claim));
        if (!keeps && !denied && then.Holder == holder)
        {
            return Told(JudgementOutcome.CannotBeTold, $"{name} was assessed as held by {holder} already");
        }

        var reached = history.States.FirstOrDefault(s => s.From > said && s.From <= due && s.Holder == holder);
        var now = history.On(due);
        var so = keeps ? now.Holder == holder : reached is not null;
        var decides = so ? reached ?? now : now;
        if (decides.Status == ControlStatus.Inferred || !history.Views.Any(v => v.Direct && !v.Wide && v.Day > said && v.Day <= due))
        {
            return Told(JudgementOutcome.CannotBeTold, $"no claim says who held {name} from then to {Phrasing.Day(due)}");
        }

        return (
            so != denied ? JudgementOutcome.CameTrue : claim is { Kind: "assessment", Act: "intention" } ? JudgementOutcome.NotReached : JudgementOutcome.DidNot,
            $"{name} is assessed as held by {decides.Holder} {(so && reached is not null ? $"since {Phrasing.Day(reached.From)}" : $"on {Phrasing.Day(due)}")}",
            [.. history.Views.Where(v => v.Direct && !v.Wide && v.Day > said && v.Day <= due && v.Holder == decides.Holder).OrderByDescending(v => v.Weight).ThenBy(v => v.Claim, StringComparer.Ordinal)
                .Select(v => v.Claim).Distinct().Take(MostEvidence)]);
    }

    private (JudgementOutcome, string, ImmutableArray<string>) Happens(Claim c, string actor, ControlHistory history, DateOnly said, DateOnly due)
    {
        var happened = happenings[history.Place.GeonameId].Where(h => h.Kind == c.Kind && h.Act == c.Act && h.Actor == actor && h.From > said && h.To <= due && !h.Claims.Contains(c.Id)).ToList();
        return happened.Count == 0
            ? Told(JudgementOutcome.CannotBeTold, $"nobody tells of it by {Phrasing.Day(due)}, which does not say that it did not happen")
            : (
                Keys.Denied(c) ? JudgementOutcome.DidNot : JudgementOutcome.CameTrue,
                $"{Phrasing.Count(happened.Count, "such happening")} {(happened.Count == 1 ? "is" : "are")} told of at {history.Place.Name} by {Phrasing.Day(due)}, the first on {Phrasing.Day(happened[0].From)}",
                [.. happened.SelectMany(h => h.Claims).Take(MostEvidence)]);
    }

    private string Enemy(string side) => side == parties[0] ? parties[1] : parties[0];

    private static (JudgementOutcome Outcome, string Reason, ImmutableArray<string> Evidence) Told(JudgementOutcome outcome, string reason) => (outcome, reason, []);
}
