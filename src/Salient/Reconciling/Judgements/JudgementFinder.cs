using Salient.Records;

namespace Salient.Reconciling.Judgements;

/// <summary>A judgement before it is checked.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="By">The analyst or institute.</param>
/// <param name="Due">The day on which it can be checked, or null.</param>
/// <param name="DueBy">How that day is known.</param>
internal sealed record FoundJudgement(RecordedClaim Claim, string By, DateOnly? Due, string DueBy);

/// <summary>Finds the claims by which named analysts judge, and the day on which each can be checked. Pure: sees one claim at a time.</summary>
/// <param name="rules">Words and days.</param>
/// <param name="voices">By which names claims are said.</param>
internal sealed class JudgementFinder(JudgementRules rules, Voices voices)
{
    private const string Assessing = "assessment", Event = "event";

    /// <summary>Kinds of what happens: a forecast of it is coded as the thing itself with a grade.</summary>
    private static readonly HashSet<string> Kinds = ["control", "movement", "combat"];

    /// <summary>What <paramref name="claim"/> judges; null where it does not, or no named analyst says it.</summary>
    public FoundJudgement? Find(RecordedClaim claim)
    {
        var c = claim.Claim;
        if (By(claim) is not { } by || !(c.Kind == Assessing || (Kinds.Contains(c.Kind) && LooksAhead(claim))))
        {
            return null;
        }

        var (due, known) = Due(claim);
        return new FoundJudgement(claim, by, due, known);
    }

    private string? By(RecordedClaim claim) => claim.Claim.Sources switch
    {
        [] => claim.Report.Institute ? voices.Origin(claim) : null,
        [var nearest, ..] => rules.Analysts.Contains(nearest.Type) && !nearest.Anonymous ? voices.Origin(claim) : null,
    };

    private bool LooksAhead(RecordedClaim claim) =>
        (claim.Report.Date.Reference is { } published && claim.Claim.Time?.To > published) || JudgementRules.Has(claim.Claim.Evidence, rules.Ahead);

    private (DateOnly? Due, string Known) Due(RecordedClaim claim)
    {
        var c = claim.Claim;
        if (claim.Report.Date.Reference is not { } said)
        {
            return (null, "its report has no day");
        }

        if (c.Time?.To is { } to && to > said)
        {
            return (to, "the claim says so");
        }

        if (rules.Horizons.FirstOrDefault(h => JudgementRules.Has(c.Evidence, h.Words)) is { Words.IsDefault: false } told)
        {
            return (said.AddDays(told.Days), $"its words give {told.Days} day(s)");
        }

        var days = rules.Days.GetValueOrDefault(c.Kind == Assessing ? c.Act : Event);
        return (said.AddDays(days), days == 0 ? "it is of its own day" : $"the claim says no day; {days} days are given to it");
    }
}
