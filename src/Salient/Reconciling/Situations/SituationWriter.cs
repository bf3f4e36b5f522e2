using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Writes the situation of some days out of the claims on them: claims that say the same make one sentence.</summary>
/// <param name="rules">How it is worded.</param>
/// <param name="said">The claims.</param>
internal sealed class SituationWriter(SituationRules rules, SaidIndex said)
{
    private const int MostSentences = 15;
    private const int MostCitations = 8;

    /// <summary>The sections on some claims, in order; empty ones left out.</summary>
    /// <param name="told">Their numbers, as <see cref="SaidIndex.Told"/> gives them.</param>
    /// <param name="disputed">Ids of claims that stand in a dispute, with a note on it.</param>
    public ImmutableArray<SituationSection> Write(List<int> told, IReadOnlyDictionary<string, string> disputed)
    {
        var kinds = new List<int>[said.Kinds.Count];
        foreach (var claim in told.Where(c => said.Kind(c) >= 0))
        {
            (kinds[said.Kind(claim)] ??= []).Add(claim);
        }

        return [.. rules.Sections.Select(s => Section(s, Of(s, kinds), disputed)).Where(s => !s.Sentences.IsEmpty)];
    }

    /// <summary>What <paramref name="claim"/> gives to cite.</summary>
    public static Citation Cite(RecordedClaim claim) => new(
        claim.Claim.Id,
        claim.Report.Id,
        Phrasing.Titled(claim.Report),
        claim.Report.Date.Reference,
        Phrasing.Chain(claim),
        claim.Claim.Evidence.ReplaceLineEndings(" "));

    private IEnumerable<int> Of(SectionRule rule, List<int>?[] kinds)
    {
        var lists = rule.Kinds.Select(k => kinds[said.Kinds[k]]).OfType<List<int>>().ToList();
        return lists.Count == 1 ? lists[0] : lists.SelectMany(l => l).Order();
    }

    private SituationSection Section(SectionRule rule, IEnumerable<int> claims, IReadOnlyDictionary<string, string> disputed)
    {
        var (groups, byNumber) = (new List<List<int>>(), new Dictionary<int, List<int>>());
        foreach (var claim in claims)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(byNumber, said.Group(claim), out var known);
            if (!known)
            {
                groups.Add(group = []);
            }

            group!.Add(claim);
        }

        // Groups stand in the order of their first claims, and what ties keeps it. Only the first few are put in order and into words.
        var told = groups.OrderByDescending(said.Origins).ThenByDescending(said.LastDay).Take(MostSentences).Select(g => Sentence(g, disputed));
        return new SituationSection(rule.Id, rule.Title, [.. told], Math.Max(0, groups.Count - MostSentences));
    }

    private SituationSentence Sentence(List<int> numbers, IReadOnlyDictionary<string, string> disputed)
    {
        var claims = numbers.Select(n => said[n]).ToList();
        var origins = said.Origins(numbers);
        var named = claims.DistinctBy(SaidIndex.Origin).Take(3).Select(c => SaidIndex.Origin(c) == c.Report.Id ? Phrasing.Called(c.Report) : SaidIndex.Origin(c)).ToList();
        var by = string.Join(", ", named) + (origins > named.Count ? $" and {origins - named.Count} more" : "");
        var notes = claims.Select(c => disputed.GetValueOrDefault(c.Claim.Id)).OfType<string>().Distinct().ToList();
        return new SituationSentence(
            $"{said.Wording.Of(claims[0].Claim)}, by {by}.", notes.Count == 0 ? null : string.Join("; ", notes), [.. claims.DistinctBy(c => (c.Claim.Report, c.Claim.Evidence)).Take(MostCitations).Select(Cite)]);
    }
}
