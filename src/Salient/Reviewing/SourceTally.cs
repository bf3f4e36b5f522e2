using Salient.Records;

namespace Salient.Reviewing;

/// <summary>What analysts' words change in one source's counts.</summary>
internal sealed class SourceTally
{
    private int claims, accepted, corrected, rejected, takenBack, first, corroborated, alone, contradicted, against, retracted;

    /// <summary>Counts what a report says of the source, or takes it out.</summary>
    public void Count(SourceIdentity s, int by)
    {
        claims += by * s.Claims;
        accepted += by * s.Accepted;
        corrected += by * s.Corrected;
        rejected += by * s.Rejected;
        takenBack += by * s.TakenBack;
    }

    /// <summary>Counts what a unit says of the source, or takes it out.</summary>
    public void Count(SourceMark m, int by)
    {
        first += by * m.First;
        corroborated += by * m.Corroborated;
        alone += by * m.Alone;
        contradicted += by * m.Contradicted;
        against += by * m.AgainstInterest;
        retracted += by * m.Retracted;
    }

    /// <summary>The counts of before with this over them; null where nothing of the source is left.</summary>
    /// <param name="identities">How reports show it now: who it is, the first of them says.</param>
    /// <param name="before">As it is kept, or null.</param>
    /// <param name="marks">As they are kept.</param>
    public (SourceIdentity Who, SourceMark Marks)? Over(IEnumerable<SourceIdentity> identities, SourceIdentity? before, SourceMark marks)
    {
        if (identities.MinBy(i => i.Order, StringComparer.Ordinal) is not { } now)
        {
            return null;
        }

        var who = now with { Claims = (before?.Claims ?? 0) + claims, Accepted = accepted, Corrected = corrected, Rejected = rejected, TakenBack = 0 };
        return (who, new SourceMark(
            marks.Source, marks.First + first, marks.Corroborated + corroborated, marks.Alone + alone, marks.Contradicted + contradicted, marks.AgainstInterest + against, marks.Retracted + retracted + takenBack));
    }
}
