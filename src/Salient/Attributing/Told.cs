using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Verbs of saying whose subject does not speak, and speakers whom the tree does not hang on their verb.</summary>
internal static class Told
{
    private static readonly HashSet<string> Of = new(StringComparer.Ordinal) { "say", "report", "believe", "think", "allege", "understand", "rumor", "rumour", "estimate", "deem", "presume", "suspect", "fear" };

    /// <summary>True for a verb that in the passive reports what its subject does: "is said to run".</summary>
    public static bool Report(string verb) => Of.Contains(verb);

    /// <summary>True for a verb that says something of people and of things alike: "he continued", "fighting continues".</summary>
    public static bool Happens(string verb) => verb is "continue" or "go" or "begin" or "start" or "resume" or "repeat";

    /// <summary>True for what goes round without anybody who says it: "reports that".</summary>
    public static bool Rumour(string noun) => noun is "report" or "rumor" or "rumour" or "reports" or "rumours" or "rumors";

    /// <summary>True for what somebody goes by and does not say: "according to plan".</summary>
    public static bool Manner(string noun) => noun is "plan" or "schedule" or "protocol" or "procedure" or "custom" or "tradition" or "need" or "needs";

    /// <summary>True for a passive, and for one without its auxiliary, as headlines have it: "Ukraine said to run short".</summary>
    public static bool Passive(Sentence s, int v) => s.Passive(v) || Short(s, v);

    /// <summary>True for a participle of saying without an auxiliary that an infinitive follows: "said to run short".</summary>
    public static bool Short(Sentence s, int v)
    {
        if (!Of.Contains(s.Lemma(v)) || s.Tokens[v].WordForm is not (WordForm.Past or WordForm.PastParticiple) || v == 0 || v + 2 >= s.Tokens.Length || s.Lower(v + 1) != "to" || s.Tokens[v + 1].Tag != Upos.PART)
        {
            return false;
        }

        return s.Tokens[v + 2].Tag is Upos.VERB or Upos.AUX && s.Tokens[v + 2].WordForm is WordForm.Base or WordForm.None && s.Child(v, "aux") < 0 && s.Child(v, "obj") < 0
            && (s.OwnSubject(v) is >= 0 and var who ? who < v && s.Tokens[who].Tag != Upos.PRON : s.Nominal(v - 1));
    }

    /// <summary>What is said of a subject by <see cref="Short"/>: the subject and the infinitive.</summary>
    public static bool[] Content(Sentence s, int v)
    {
        var marked = s.Below(v + 2);
        if (s.Under(v, v + 2))
        {
            Array.Clear(marked);
        }

        for (var t = v + 1; t < s.Tokens.Length && s.Tokens[t].Form is not ("," or ";" or "." or ":"); t++)
        {
            marked[t] = true;
        }

        if (s.OwnSubject(v) is >= 0 and var subject)
        {
            VerbContent.Or(marked, s.Below(subject));
        }

        marked[v] = false;
        return marked;
    }

    /// <summary>The speaker in "…, James Moran, the foreign minister, said": first and last word, and the comma before; null where the words are not so.</summary>
    public static (int First, int Last)? Behind(Sentence s, int v)
    {
        if (v < 6 || s.Tokens[v - 1].Form != "," || (v + 1 < s.Tokens.Length && s.Tokens[v + 1].Tag is not (Upos.PUNCT or Upos.ADP or Upos.PROPN or Upos.ADV) && !(s.Lemma(v) == "tell" && s.Tokens[v + 1].Tag is Upos.NOUN or Upos.DET or Upos.PRON or Upos.ADJ)))
        {
            return null;
        }

        var second = Back(s, v - 2);
        if (second < 0 || second == v - 1 || s.Tokens[second - 1].Form != ",")
        {
            return null;
        }

        var first = Back(s, second - 2);
        if (first < 3 || first == second - 1 || s.Tokens[first - 1].Form != "," || !Enumerable.Range(first, v - 1 - first).Any(t => s.Tokens[t].Tag == Upos.PROPN))
        {
            return null;
        }

        return Enumerable.Range(0, first - 1).Any(t => s.Tokens[t].Tag is Upos.VERB or Upos.AUX) ? (first, v - 2) : null;
    }

    // The first word of the phrase that ends at a word; -1 where it reaches the sentence's beginning.
    private static int Back(Sentence s, int last)
    {
        var first = last + 1;
        while (first > 0 && (s.Tokens[first - 1].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.ADP or Upos.NUM or Upos.PART or Upos.CCONJ || s.Tokens[first - 1].Form is "'s" or "’s" or "-" or "."))
        {
            first--;
        }

        return first == 0 ? -1 : first;
    }
}
