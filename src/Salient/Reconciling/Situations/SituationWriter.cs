using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Writes the situation of some days out of the claims on them: claims that say the same make one sentence.</summary>
/// <param name="rules">How it is worded.</param>
internal sealed class SituationWriter(SituationRules rules)
{
    private const int MostSentences = 15;
    private const int MostCitations = 8;
    private readonly Wording wording = new(rules);

    /// <summary>The sections on <paramref name="claims"/>, in order; empty ones left out.</summary>
    /// <param name="claims">The claims as of the days told of, in their order.</param>
    /// <param name="disputed">Ids of claims that stand in a dispute, with a note on it.</param>
    public ImmutableArray<SituationSection> Write(IReadOnlyList<RecordedClaim> claims, IReadOnlyDictionary<string, string> disputed) =>
        [.. rules.Sections.Select(s => Section(s, claims, disputed)).Where(s => !s.Sentences.IsEmpty)];

    private SituationSection Section(SectionRule rule, IReadOnlyList<RecordedClaim> claims, IReadOnlyDictionary<string, string> disputed)
    {
        var groups = claims.Where(c => rule.Kinds.Contains(c.Claim.Kind))
            .Select(c => (Claim: c, Text: wording.Of(c.Claim)))
            .Where(p => p.Text is not null)
            .GroupBy(p => Key(p.Claim.Claim) ?? p.Text!)
            .OrderByDescending(g => g.Select(p => Origin(p.Claim)).Distinct().Count())
            .ThenByDescending(g => g.Max(p => p.Claim.AsOf))
            .ThenBy(g => g.First().Claim)
            .ToList();
        var sentences = groups.Take(MostSentences).Select(g => Sentence(g.First().Text!, [.. g.Select(p => p.Claim)], disputed));
        return new SituationSection(rule.Id, rule.Title, [.. sentences], Math.Max(0, groups.Count - MostSentences));
    }

    private static SituationSentence Sentence(string text, List<RecordedClaim> claims, IReadOnlyDictionary<string, string> disputed)
    {
        var origins = claims.Select(Origin).Distinct().ToList();
        var named = claims.DistinctBy(Origin).Take(3).Select(c => Origin(c) == c.Report.Id ? Phrasing.Called(c.Report) : Origin(c)).ToList();
        var by = string.Join(", ", named) + (origins.Count > named.Count ? $" and {origins.Count - named.Count} more" : "");
        var notes = claims.Select(c => disputed.GetValueOrDefault(c.Claim.Id)).OfType<string>().Distinct().ToList();
        return new SituationSentence($"{text}, by {by}.", notes.Count == 0 ? null : string.Join("; ", notes), [.. claims.DistinctBy(c => (c.Claim.Report, c.Claim.Evidence)).Take(MostCitations).Select(Cite)]);
    }

    /// <summary>What <paramref name="claim"/> gives to cite.</summary>
    public static Citation Cite(RecordedClaim claim) => new(
        claim.Claim.Id,
        claim.Report.Id,
        claim.Report.Title,
        claim.Report.Date.Reference,
        Phrasing.Chain(claim),
        claim.Claim.Evidence.ReplaceLineEndings(" "));

    /// <summary>The far end of the chain: who says it first.</summary>
    private static string Origin(RecordedClaim claim) =>
        claim.Claim.Sources.IsEmpty ? claim.Report.Outlet ?? claim.Report.Id : claim.Claim.Sources[0].Name;

    /// <summary>What makes two claims say the same: kind, act, sign, sides, places, amount.</summary>
    private static string? Key(Claim c)
    {
        var places = string.Join('+', c.Places.Select(p => (p.GeonameId?.ToString() ?? p.Name.ToUpperInvariant()) + p.Role).Order(StringComparer.Ordinal));
        var amount = c.Quantity is { } q ? Phrasing.Amount(q) : "";
        return c.Kind is "assessment" or "politics" or "cohesion" ? null
            : string.Join('|', c.Kind, c.Act, Phrasing.Code(c.Factuality), c.Actor?.Side, places, amount, c.Category, c.Outcome, c.Item);
    }
}
