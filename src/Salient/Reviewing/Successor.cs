using Salient.Records;

namespace Salient.Reviewing;

/// <summary>What has become of a claim that an earlier run made.</summary>
public static class Successor
{
    /// <summary>The claim of the current run that says what <paramref name="former"/> said: like kind, words that overlap most, the same act before another. Null where there is none.</summary>
    public static RecordedClaim? Of(RecordedClaim former, IEnumerable<RecordedClaim> current)
    {
        ArgumentNullException.ThrowIfNull(former);
        var (old, span) = (former.Claim, former.Claim.Span);
        return current.Where(c => c.Claim.Kind == old.Kind && c.Claim.Span.Overlaps(span))
            .OrderByDescending(c => c.Claim.Act == old.Act)
            .ThenByDescending(c => Overlap(c.Claim.Span, span))
            .ThenBy(c => c)
            .FirstOrDefault();
    }

    /// <summary>True where what was said of <paramref name="former"/> can be taken to be said of <paramref name="now"/>: like kind and act, and more than half of the words are the same.</summary>
    public static bool Carries(Claim former, Claim now)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(now);
        return former.Kind == now.Kind && former.Act == now.Act && Overlap(former.Span, now.Span) > 0.5;
    }

    /// <summary>Shared units over all units, 0 to 1.</summary>
    private static double Overlap(TextSpan a, TextSpan b) =>
        a.Overlaps(b) ? (double)(Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / a.Cover(b).Length : 0;
}
