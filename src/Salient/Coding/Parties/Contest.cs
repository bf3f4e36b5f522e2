using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Coding.Clauses;
using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;

namespace Salient.Coding.Parties;

/// <summary>What the features of all contenders for one slot of a claim share.</summary>
internal sealed class Contest
{
    /// <param name="view">The report.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="slot">"a" for who acts, "t" for who is acted on.</param>
    /// <param name="likely">How likely each side is by the scorer; empty where it did not say.</param>
    /// <param name="speaker">Who says the claim.</param>
    /// <param name="all">All contenders.</param>
    /// <param name="roles">Roles by the sides' ids.</param>
    public Contest(ReportView view, Assertion claim, string slot, ImmutableArray<double> likely, ClaimSource? speaker, IReadOnlyList<Contender> all, FrozenDictionary<string, string> roles)
    {
        Claim = claim;
        Slot = slot;
        Kind = claim.Kind;
        Act = claim.Kind + "/" + claim.Act;
        Frame = claim.Rule.StartsWith("clause.", StringComparison.Ordinal) ? "clause" : "frame";
        Likely = likely;
        Likeliest = likely.IsEmpty ? -1 : likely.IndexOf(likely.Max());
        Speaker = speaker;
        Word = speaker is null ? "-" : First(view.Sentences[claim.Sentence], claim);
        var kept = Leanings.Nobody;
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var within = IsWithin(all[i]);
            Within += within ? 1 : 0;
            Around += IsAround(all[i]) ? 1 : 0;
            Rest += within && all[i].Side != claim.Actor?.Side ? 1 : 0;
            kept = !all[i].Kept ? kept : all[i].Party is null ? Leanings.Nobody : all[i].Side == "none" ? "none" : Leanings.Seen(roles, all[i].Side);
        }

        Kept = kept;
    }

    public Assertion Claim { get; }

    public FeaturePart Slot { get; }

    public FeaturePart Kind { get; }

    /// <summary>The act, with its kind before it.</summary>
    public FeaturePart Act { get; }

    /// <summary>Whether a frame or the clause alone gave the claim its slots.</summary>
    public FeaturePart Frame { get; }

    public ImmutableArray<double> Likely { get; }

    /// <summary>Which of <see cref="Likely"/> is greatest; -1 where it is empty.</summary>
    public int Likeliest { get; }

    public ClaimSource? Speaker { get; }

    /// <summary>Who speaks where the claim begins: "we", "he", "the enemy"; "-" where it has no subject or nobody says it.</summary>
    public FeaturePart Word { get; }

    /// <summary>The role of whom tree and scorer give it.</summary>
    public FeaturePart Kept { get; }

    /// <summary>How many contenders its own words name.</summary>
    public int Within { get; }

    /// <summary>How many its sentence names.</summary>
    public int Around { get; }

    /// <summary>How many its own words name besides who acts.</summary>
    public int Rest { get; }

    /// <summary>True where the claim's own words name it.</summary>
    public bool IsWithin(Contender c)
    {
        foreach (var s in c.Seats)
        {
            if (s.Back == 0 && Claim.Evidence.Contains(s.Mention.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the claim's sentence names it.</summary>
    public static bool IsAround(Contender c)
    {
        foreach (var s in c.Seats)
        {
            if (s.Back == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string First(Sentence s, Assertion claim)
    {
        for (var t = 0; t < s.Tokens.Length; t++)
        {
            if (claim.Evidence.Contains(s.Tokens[t].Span) && s.Is(t, "nsubj"))
            {
                return s.Tokens[t].Tag is Upos.PROPN ? "NAME" : SiteWords.Word(s, t);
            }
        }

        return "-";
    }
}
