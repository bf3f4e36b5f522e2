using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Revisions;

/// <summary>Compares the claims of two versions of one page. Pure.</summary>
internal static class RevisionFinder
{
    /// <summary>The claims of an earlier version that the last one no longer makes as they were.</summary>
    /// <param name="before">Claims of the earlier version.</param>
    /// <param name="newer">The last version.</param>
    /// <param name="after">Its claims.</param>
    /// <param name="corrects">True where it has a note that says that it was corrected.</param>
    public static ImmutableArray<ClaimRevision> Find(IEnumerable<RecordedClaim> before, ReportHeader newer, IEnumerable<RecordedClaim> after, bool corrects)
    {
        var open = after.Order().ToList();
        var left = new List<RecordedClaim>();
        foreach (var claim in before.Order())
        {
            var same = open.FirstOrDefault(c => Same(claim.Claim, c.Claim));
            if (same is null)
            {
                left.Add(claim);
            }
            else
            {
                open.Remove(same);
            }
        }

        return
        [
            .. left.Select(claim =>
            {
                var heir = open.Where(c => c.Claim.Kind == claim.Claim.Kind && c.Claim.Act == claim.Claim.Act).Select(c => (Claim: c, Like: Likeness(claim.Claim.Evidence, c.Claim.Evidence)))
                    .Where(p => p.Like >= Alike).OrderByDescending(p => p.Like).ThenBy(p => p.Claim).Select(p => p.Claim.Claim.Id).FirstOrDefault();
                return new ClaimRevision(claim.Claim.Id, corrects ? ClaimFate.Corrected : heir is null ? ClaimFate.Vanished : ClaimFate.Changed, newer.Id, heir);
            }),
        ];
    }

    private const double Alike = 0.4;

    /// <summary>The same proposition: like words, and the same in all that they carry.</summary>
    private static bool Same(Claim a, Claim b) =>
        a.Kind == b.Kind && a.Act == b.Act && a.Factuality == b.Factuality && a.Actor?.Side == b.Actor?.Side && a.Quantity == b.Quantity && a.Outcome == b.Outcome
        && a.Sources.Select(s => s.Name).SequenceEqual(b.Sources.Select(s => s.Name)) && a.Places.Select(p => p.Name).SequenceEqual(b.Places.Select(p => p.Name))
        && (a.Evidence == b.Evidence || Likeness(a.Evidence, b.Evidence) >= 2 * Alike);

    /// <summary>Shared words over all words, 0 to 1.</summary>
    private static double Likeness(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        var common = x.Count(y.Contains);
        return (double)common / Math.Max(1, x.Count + y.Count - common);
    }

    private static HashSet<string> Words(string text) => text.ToUpperInvariant().Split([' ', '\n', '\r', '\t', ',', '.', ';', ':', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
}
