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
    public static ImmutableArray<SourceRecord> Reconcile(
        IReadOnlyList<RecordedClaim> claims,
        ImmutableArray<Happening> happenings,
        ImmutableArray<ControlHistory> control,
        IReadOnlySet<string> disputed,
        IReadOnlyDictionary<string, string> originals)
    {
        var happeningOf = happenings.SelectMany(h => h.Claims.Select(c => (Claim: c, Happening: h))).ToLookup(p => p.Claim, p => p.Happening);
        var retracted = Retracted(control);
        var against = control.SelectMany(h => h.Views).Where(v => v.Side != v.Holder && v.Rules.EndsWith("admission", StringComparison.Ordinal)).Select(v => v.Claim).ToHashSet();
        return
        [
            .. claims.GroupBy(c => Keys.Folded(Keys.Origin(c, originals)))
                .Select(g => Made([.. g.Order()], happeningOf, retracted.GetValueOrDefault(g.Key), against, disputed, originals))
                .OrderByDescending(s => s.Claims).ThenBy(s => s.Name, StringComparer.Ordinal),
        ];
    }

    private static SourceRecord Made(
        List<RecordedClaim> claims, ILookup<string, Happening> happeningOf, int retracted, HashSet<string> against, IReadOnlySet<string> disputed, IReadOnlyDictionary<string, string> originals)
    {
        var name = Keys.Origin(claims[0], originals);
        var mine = claims.SelectMany(c => happeningOf[c.Claim.Id]).DistinctBy(h => h.Id).ToList();
        var corroborated = mine.Count(h => h.Origins.Length > 1);
        var first = mine.Count(h => h.Origins.Length > 1 && Keys.Folded(h.Origins[0]) == Keys.Folded(name));
        var contradicted = claims.Count(c => disputed.Contains(c.Claim.Id));
        var judged = corroborated + contradicted;
        var (low, high) = Wilson(corroborated, judged);
        var share = judged == 0 ? (double?)null : (double)corroborated / judged;
        var source = claims[0].Claim.Sources.IsEmpty ? null : claims[0].Claim.Sources[0];
        return new SourceRecord(
            name,
            source?.Side ?? "none",
            source?.Type ?? (claims[0].Report.Institute ? "think-tank" : "media"),
            claims.Count,
            first,
            corroborated,
            mine.Count - corroborated,
            contradicted,
            claims.Count(c => against.Contains(c.Claim.Id)),
            retracted,
            Letter(share, judged),
            share,
            judged == 0 ? null : low,
            judged == 0 ? null : high,
            judged,
            claims.Count(c => c.Review?.Verdict == Reviewed.Accepted),
            claims.Count(c => c.Review is { Corrected.IsEmpty: false }),
            claims.Count(c => c.Rejected));
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

    /// <summary>Places of which an origin said one holder and within a week the other, with no one else saying that it changed.</summary>
    private static Dictionary<string, int> Retracted(ImmutableArray<ControlHistory> control)
    {
        var counts = new Dictionary<string, int>();
        foreach (var history in control)
        {
            foreach (var words in history.Views.Where(v => v.Direct && !v.Wide).GroupBy(v => Keys.Folded(v.Origin)))
            {
                var list = words.ToList();
                var turned = Enumerable.Range(1, list.Count - 1).Any(i =>
                    list[i].Holder != list[i - 1].Holder && list[i].Day.DayNumber - list[i - 1].Day.DayNumber <= RetractionDays
                    && !history.States.Any(s => s.From > list[i - 1].Day && s.From <= list[i].Day));
                counts[words.Key] = counts.GetValueOrDefault(words.Key) + (turned ? 1 : 0);
            }
        }

        return counts;
    }
}
