using Salient.Records;
using FeatureList = Salient.Coding.Scoring.FeatureList;
using FeaturePart = Salient.Coding.Scoring.FeaturePart;

namespace Salient.Coding.Sites;

/// <summary>Names what a site of the sentence shares with others: claims in whose words it stands, sites that stand nearer, names of which it is a part.</summary>
internal static class SiteCompany
{
    private const int Longest = 7;

    /// <summary>Whether it stands in other claims' words, too, and how many words the claim's own has.</summary>
    public static void Shared(Sentence s, IEnumerable<Assertion> claims, Assertion claim, Site site, in FeaturePart zone, FeatureList into)
    {
        int inner = 0, outer = 0, all = 0;
        var word = s.Tokens[site.Head].Span;
        foreach (var c in claims)
        {
            if (ReferenceEquals(c, claim))
            {
                continue;
            }

            all++;
            if (c.Evidence.Overlaps(word))
            {
                var wide = c.Evidence.Length >= claim.Evidence.Length;
                outer += wide ? 1 : 0;
                inner += wide ? 0 : 1;
                into.AddOnce($"theirs:{zone}:{wide}:{claim.Kind}:{c.Kind}");
            }
        }

        var words = 0;
        foreach (var t in s.Tokens)
        {
            words += claim.Evidence.Contains(t.Span) ? 1 : 0;
        }

        into.AddOnce($"theirs:{zone}:{Math.Min(2, inner)}:{Math.Min(2, outer)}");
        into.AddOnce($"claims:{zone}:{Math.Min(3, all)}");
        into.AddOnce($"words:{zone}:{Math.Min(Longest, words / 3)}");
    }

    /// <summary>How many other sites stand nearer to the word that tells the claim.</summary>
    public static void Rank(Sentence s, IReadOnlyList<Site> sites, Assertion claim, Site site, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        int nearer = 0, plain = 0;
        var far = Math.Abs(site.Head - claim.Trigger);
        foreach (var x in sites)
        {
            if (!ReferenceEquals(x, site) && x.Head >= 0 && x.Sentence == site.Sentence && !x.Argument.Span.IsEmpty && !x.Argument.Span.Overlaps(site.Argument.Span) && Math.Abs(x.Head - claim.Trigger) < far)
            {
                nearer++;
                plain += x.Name is { Side: null } ? 1 : 0;
            }
        }

        into.AddOnce($"rank:{zone}:{Math.Min(3, nearer)}");
        into.AddOnce($"rank:{type}:{Math.Min(3, plain)}");
    }

    /// <summary>Whether a name is part of a longer one that is no place: "the Brod Platform", "Dead District".</summary>
    public static void Longer(Sentence s, Site site, in FeaturePart zone, in FeaturePart type, FeatureList into)
    {
        if (site.Name is not { } n)
        {
            return;
        }

        var before = n.First > 0 && Joins(s, n.First - 1);
        var after = n.End < s.Tokens.Length && Joins(s, n.End);
        into.AddOnce($"run:{before}:{after}:{type}");
        into.AddOnce($"run:{before}:{after}:{s.Tokens[site.Head].Relation}");
        into.AddOnce($"run:{before}:{after}:{zone}");
    }

    private static bool Joins(Sentence s, int t) =>
        SiteWords.Word(s, t) == "NAME" || (t > 0 && char.IsUpper(s.Tokens[t].Form[0]) && s.Tokens[t].Tag is Upos.NOUN or Upos.ADJ);
}
