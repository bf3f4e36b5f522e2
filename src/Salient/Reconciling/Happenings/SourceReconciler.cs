using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Happenings;

/// <summary>How each source has fared: first, corroborated, alone, contradicted. Letters are shown; nothing else reads them.</summary>
internal static class SourceReconciler
{
    private const int FewestJudged = 5;
    private const double Z = 1.96;
    private const int RetractionDays = 7;

    /// <summary>All sources, most claims first.</summary>
    public static ImmutableArray<SourceRecord> Records(IEnumerable<(SourceIdentity Who, SourceMark Marks)> sources) =>
        [.. sources.Select(s => Made(s.Who, s.Marks)).OrderByDescending(s => s.Claims).ThenBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>The sources of one report. What its outlet withdrew, the outlet has taken back, not those whom it quotes.</summary>
    public static IEnumerable<SourceIdentity> Identities(ReportHeader header, IReadOnlyList<RecordedClaim> claims, Voices voices, ImmutableArray<ClaimRevision> revised)
    {
        var gone = revised.Where(r => r.Fate != ClaimFate.Retracted).Select(r => r.Claim).ToHashSet();
        var found = Spoken(claims, voices, gone).ToList();
        var withdrawn = revised.Length - gone.Count;
        if (withdrawn == 0)
        {
            return found;
        }

        var outlet = voices.Bodies.Name(Keys.Voice(header));
        var own = found.FirstOrDefault(s => s.Source == Keys.Folded(outlet))
            ?? new SourceIdentity(Keys.Folded(outlet), Keys.Order(claims.MinBy(Keys.Order, StringComparer.Ordinal)!), outlet, "none", header.Institute ? "think-tank" : "media", 0);
        return [.. found.Where(s => s.Source != own.Source), own with { TakenBack = own.TakenBack + withdrawn }];
    }

    private static IEnumerable<SourceIdentity> Spoken(IEnumerable<RecordedClaim> claims, Voices voices, HashSet<string> revised) =>
        claims.GroupBy(voices.Key).Select(g =>
        {
            var first = g.MinBy(Keys.Order, StringComparer.Ordinal)!;
            var source = first.Claim.Sources.IsEmpty ? null : first.Claim.Sources[0];
            return new SourceIdentity(g.Key, Keys.Order(first), voices.Origin(first), source?.Side ?? "none", source?.Type ?? (first.Report.Institute ? "think-tank" : "media"), g.Count())
            {
                Accepted = g.Count(c => c.Review?.Verdict == Reviewed.Accepted),
                Corrected = g.Count(c => c.Review is { Corrected.IsEmpty: false }),
                Rejected = g.Count(c => c.Rejected),
                TakenBack = g.Count(c => revised.Contains(c.Claim.Id)),
            };
        });

    /// <summary>What the words on one settlement say of their sources: against interest, taken back.</summary>
    public static IEnumerable<SourceMark> Marks(ControlHistory history)
    {
        foreach (var words in history.Views.Where(v => !v.Wide).GroupBy(v => Keys.Folded(v.Origin)))
        {
            var against = words.Where(v => v.Side != v.Holder && v.Rules.EndsWith(" admission", StringComparison.Ordinal)).Select(v => v.Claim).Distinct().Count();
            var direct = words.Where(v => v.Direct).ToList();
            var turned = Enumerable.Range(1, Math.Max(0, direct.Count - 1)).Any(i =>
                direct[i].Holder != direct[i - 1].Holder && direct[i].Day.DayNumber - direct[i - 1].Day.DayNumber <= RetractionDays
                && !history.States.Any(s => s.From > direct[i - 1].Day && s.From <= direct[i].Day));
            if (against > 0 || turned)
            {
                yield return new SourceMark(words.Key, 0, 0, 0, 0, against, turned ? 1 : 0);
            }
        }
    }

    /// <summary>What a dispute says of its sources: who does not stand on its better founded side. Where no side is the better founded, both are contradicted.</summary>
    public static IEnumerable<SourceMark> Marks(Dispute dispute)
    {
        var ranked = dispute.Kind is DisputeKind.WhoHolds or DisputeKind.DidItHappen;
        var better = ranked ? dispute.Positions[0].Origins.Select(Keys.Folded).ToHashSet() : [];
        return dispute.Positions.Skip(ranked ? 1 : 0).SelectMany(p => p.Origins).Select(Keys.Folded).Distinct().Where(o => !better.Contains(o)).Select(o => new SourceMark(o, 0, 0, 0, 1, 0, 0));
    }

    /// <summary>The marks added up, one a source.</summary>
    public static ImmutableArray<SourceMark> Sum(IEnumerable<SourceMark> marks) =>
    [
        .. marks.GroupBy(m => m.Source).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SourceMark(
            g.Key, g.Sum(m => m.First), g.Sum(m => m.Corroborated), g.Sum(m => m.Alone), g.Sum(m => m.Contradicted), g.Sum(m => m.AgainstInterest), g.Sum(m => m.Retracted))),
    ];

    private static SourceRecord Made(SourceIdentity who, SourceMark m)
    {
        var judged = m.Corroborated + m.Contradicted;
        var (low, high) = Wilson(m.Corroborated, judged);
        var share = judged == 0 ? (double?)null : (double)m.Corroborated / judged;
        return new SourceRecord(
            who.Name, who.Side, who.Type, who.Claims, m.First, m.Corroborated, m.Alone, m.Contradicted, m.AgainstInterest, m.Retracted,
            Letter(share, judged), share, judged == 0 ? null : low, judged == 0 ? null : high, judged, who.Accepted, who.Corrected, who.Rejected);
    }

    private static char Letter(double? share, int judged) => share switch
    {
        null => 'F',
        _ when judged < FewestJudged => 'F',
        >= 0.95 => 'A',
        >= 0.8 => 'B',
        >= 0.6 => 'C',
        >= 0.4 => 'D',
        _ => 'E',
    };

    private static (double Low, double High) Wilson(int hits, int n)
    {
        if (n == 0)
        {
            return (0, 1);
        }

        var p = (double)hits / n;
        var middle = p + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4.0 * n * n)));
        var whole = 1 + (Z * Z / n);
        return ((middle - spread) / whole, (middle + spread) / whole);
    }
}
