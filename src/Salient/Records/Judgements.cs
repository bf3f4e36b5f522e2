using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What became of a judgement.</summary>
public enum JudgementOutcome
{
    /// <summary>The day on which it can be checked has not come by the ledger's last report.</summary>
    NotYet,

    /// <summary>The picture says what it said.</summary>
    CameTrue,

    /// <summary>The picture says otherwise.</summary>
    DidNot,

    /// <summary>It told what somebody intends, and that was not reached by then: the intention may still have been there.</summary>
    NotReached,

    /// <summary>The ledger holds nothing that could tell.</summary>
    CannotBeTold,
}

/// <summary>A forecast or an assessment by a named analyst, with the day on which it can be checked and what the picture of then says.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Report">Its report's id.</param>
/// <param name="By">The analyst or institute.</param>
/// <param name="Said">The day that it was said; null where its report has none.</param>
/// <param name="Due">The day on which it can be checked: never before <paramref name="Said"/>; null where that is not known.</param>
/// <param name="DueBy">How that day is known: said by the claim, told by its words, or taken because it says none.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Evidence">Ids of the claims that the outcome rests on.</param>
public sealed record JudgedClaim(string Claim, string Report, string By, DateOnly? Said, DateOnly? Due, string DueBy, JudgementOutcome Outcome, string Reason, ImmutableArray<string> Evidence);
