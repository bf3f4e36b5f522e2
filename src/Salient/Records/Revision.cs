namespace Salient.Records;

/// <summary>What a later version of a report did to a claim.</summary>
public enum ClaimFate
{
    /// <summary>It says it otherwise: another number, place, actor, source or sureness.</summary>
    Changed,

    /// <summary>It does not say it any more.</summary>
    Vanished,

    /// <summary>It does not say it any more, or otherwise, and owns up to it in a note.</summary>
    Corrected,

    /// <summary>The whole report was withdrawn by its outlet.</summary>
    Retracted,
}

/// <summary>That a later version of a report no longer makes a claim, or that its outlet withdrew the report. Where a claim has none, it stands.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Report">The later version's id; the report's own where it was withdrawn.</param>
/// <param name="Successor">The claim that stands in its place, or null.</param>
public sealed record ClaimRevision(string Claim, ClaimFate Fate, string Report, string? Successor)
{
    /// <summary>The later version's id; null where the report was withdrawn.</summary>
    public string? Later => Fate == ClaimFate.Retracted ? null : Report;
}
