using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Situations;

/// <summary>Writes the situation of some days out of the claims on them: claims that say the same make one sentence.</summary>
/// <param name="rules">How it is worded.</param>
/// <param name="said">The claims.</param>
internal sealed class SituationWriter(SituationRules rules, SaidIndex said)
{
    private const int MostSentences = 15;
    private const int MostCitations = 8;
    private const int MostNamed = 3;
    private const int LongestQuotation = 160;

    /// <summary>The sections on some claims, in order; empty ones left out.</summary>
    /// <param name="told">Their numbers, as <see cref="SaidIndex.Told"/> gives them.</param>
    /// <param name="disputed">Ids of claims that stand in a dispute, with a note on it.</param>
    public ImmutableArray<SituationSection> Write(List<int> told, IEnumerable<KeyValuePair<string, string>> disputed)
    {
        var notes = disputed.Select(d => KeyValuePair.Create(said.Find(d.Key), d.Value)).Where(d => d.Key >= 0).ToDictionary();
        var kinds = new List<int>[said.Kinds.Count];
        foreach (var claim in told.Where(c => said.Kind(c) >= 0))
        {
            (kinds[said.Kind(claim)] ??= []).Add(claim);
        }

        return [.. rules.Sections.Select(s => Section(s, Of(s, kinds), notes)).Where(s => !s.Sentences.IsEmpty)];
    }

    /// <summary>What <paramref name="claim"/> gives to cite.</summary>
    public static Citation Cite(RecordedClaim claim) => new(
        claim.Claim.Id,
        claim.Report.Id,
        Phrasing.Titled(claim.Report),
        claim.Report.Date.Reference,
        Phrasing.Chain(claim),
        claim.Claim.Evidence.ReplaceLineEndings(" "));

    private List<int> Of(SectionRule rule, List<int>?[] kinds)
    {
        var lists = rule.Kinds.Select(k => kinds[said.Kinds[k]]).OfType<List<int>>().ToList();
        return lists.Count == 1 ? lists[0] : [.. lists.SelectMany(l => l).Order()];
    }

    private SituationSection Section(SectionRule rule, List<int> claims, Dictionary<int, string> notes)
    {
        var groups = new SaidGroups(said, claims);
        return new SituationSection(rule.Id, rule.Title, [.. groups.Foremost(MostSentences).Select(g => Sentence(g, notes))], Math.Max(0, groups.Count - MostSentences));
    }

    private SituationSentence Sentence(List<int> numbers, Dictionary<int, string> disputed)
    {
        var claims = numbers.Select(n => said[n]).ToList();
        var notes = numbers.Select(n => disputed.GetValueOrDefault(n)).OfType<string>().Distinct().ToList();
        var spoken = claims.GroupBy(c => string.Join('|', c.Claim.Places.Select(p => p.Name))).MaxBy(g => g.Count())!.First();
        return new SituationSentence(
            said.Wording.Of(spoken.Claim) + (said.Wording.Quotes(spoken.Claim) ? Quoted(claims) : By(numbers, claims)), notes.Count == 0 ? null : string.Join("; ", notes), [.. claims.DistinctBy(c => (c.Claim.Report, c.Claim.Evidence)).Take(MostCitations).Select(Cite)]);
    }

    /// <summary>", by the staff, the ministry, The Gazette and 2 more."</summary>
    private string By(List<int> numbers, List<RecordedClaim> claims)
    {
        var named = claims.DistinctBy(said.Voice).Take(MostNamed).Select(Called).ToList();
        return $", by {string.Join(", ", named)}{More(numbers.Select(said.Origin).Distinct().Count() - named.Count)}.";
    }

    /// <summary>": “it will not yield” (the ministry); “talks may come” (the staff, possibly) and 3 more."</summary>
    private string Quoted(List<RecordedClaim> claims)
    {
        var told = claims.DistinctBy(c => (c.Claim.Evidence, said.Voice(c))).ToList();
        return $": {string.Join("; ", told.Take(MostNamed).Select(Quoted))}{More(told.Count - MostNamed)}.";
    }

    private string Quoted(RecordedClaim claim) =>
        $"{Quotation(claim)} ({Called(claim)}{(said.Wording.Hedge(claim.Claim) is { Length: > 0 } hedge ? ", " + hedge : "")})";

    /// <summary>A claim's own words between quotation marks: marks among them become single ones.</summary>
    public static string Quotation(RecordedClaim claim) => $"“{Phrasing.Shortened(Inner(claim.Claim.Evidence.ReplaceLineEndings(" ").TrimEnd('.')), LongestQuotation)}”";

    private static string Inner(string words) => words.Replace('“', '‘').Replace('”', '’').Replace('"', '’');

    private string Called(RecordedClaim claim) => said.Voice(claim) == claim.Report.Id ? Phrasing.Called(claim.Report) : said.Voice(claim);

    private static string More(int more) => more > 0 ? $" and {more} more" : "";
}
