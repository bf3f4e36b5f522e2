using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>How far a content clause reaches: to the end of the cue's own clause, not into what is said besides.</summary>
internal static class Reach
{
    /// <summary>Words that link a sentence to the one before, and are the report's own.</summary>
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "however", "meanwhile", "instead", "still", "moreover", "nevertheless", "nonetheless", "also", "but", "and", "so", "yet", "later", "then", "separately", "additionally", "earlier" };

    /// <summary>True for a word that links a sentence to the one before.</summary>
    public static bool Link(string word) => Links.Contains(word);

    /// <summary>Adds to the marked clause <paramref name="content"/> what the tree hung on the cue <paramref name="v"/> though it is the content's.</summary>
    public static void Complete(Sentence s, int v, int content, bool[] marked, CueLexicon cues)
    {
        var subject = s.OwnSubject(v);
        if (content > v)
        {
            var first = Array.IndexOf(marked, true, v);
            if (first > v + 1 && s.Child(v, "obj") is > 0 and var thing && thing > v && thing < first && !s.Is(content, "parataxis"))
            {
                // "images show two lorries parked by the mill": what happens is shown with whom it happens to.
                first = Math.Max(v + 1, Array.IndexOf(s.Below(thing), true));
            }

            VerbContent.Or(marked, From(s, v, first < 0 ? content : first, cues));
            if (v + 1 < s.Tokens.Length && s.Tokens[v + 1].Form == "," && subject >= 0 && subject < v && Before(s, v, subject) is { } led)
            {
                VerbContent.Or(marked, led);
            }
        }
        else
        {
            if (subject >= 0 && Before(s, v, subject) is { } before)
            {
                VerbContent.Or(marked, before);
            }

            Onward(s, v, Math.Max(v, subject < 0 ? v : Array.FindLastIndex(s.Below(subject), b => b)), marked, cues);
        }
    }

    /// <summary>"The bridge is shut, the mayor said, and will stay so": what goes on behind a speaker set off by commas is still what is said.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="v">The cue.</param>
    /// <param name="last">The last word of cue and speaker.</param>
    /// <param name="marked">The content so far, which stands before them.</param>
    /// <param name="cues">Words by which somebody else may speak in what follows.</param>
    public static void Onward(Sentence s, int v, int last, bool[] marked, CueLexicon cues)
    {
        var from = last + 1;
        if (from + 2 >= s.Tokens.Length || s.Tokens[from].Form != "," || s.Tokens[from + 1].WordForm == WordForm.Gerund)
        {
            return;
        }

        var conjunction = s.Tokens[from + 1].Tag == Upos.CCONJ;
        var own = false;
        foreach (var c in s.Children(v))
        {
            own |= !conjunction && c > from && s.Is(c, "ccomp");
        }

        if (!conjunction && !own)
        {
            return;
        }

        for (var t = from + 1; t < s.Tokens.Length; t++)
        {
            if (s.Tokens[t].Tag is Upos.VERB && cues.Verb(s.Lemma(t)) is { } other && (other.In("that") ?? other.In("quote")) is not null && s.OwnSubject(t) >= 0)
            {
                // "…, the mayor said, but the governor denied it": somebody else's.
                return;
            }
        }

        for (var t = from + 1; t < s.Tokens.Length && s.Tokens[t].Form is not (";" or "."); t++)
        {
            marked[t] = true;
        }
    }

    /// <summary>All from <paramref name="first"/> on that hangs on the cue, but for coordinate cues, "adding that …" and parentheses.</summary>
    public static bool[] From(Sentence s, int v, int first, CueLexicon cues)
    {
        var outside = new bool[s.Tokens.Length];
        foreach (var c in s.Children(v))
        {
            var beside = s.IsAny(c, "parataxis", "cc") || (s.Is(c, "conj") && !Backshifted(s, c, first) && (c < first || s.OwnSubject(c) >= 0 || cues.Verb(s.Lemma(c)) is not null || s.HasChild(c, "cc", "but"))) || (s.Is(c, "advcl") && c > first && s.Tokens[c].WordForm == WordForm.Gerund && s.Marker(c) is null && s.OwnSubject(c) < 0)
                || (s.Is(c, "advcl") && s.Marker(c) is "as" or "while" or "when" or "though" or "although" or "whereas" && c > first && Comma(s, c));
            if (beside && !s.Under(first, c))
            {
                VerbContent.Or(outside, s.Below(c));
            }
        }

        var marked = s.Below(v, outside);
        for (var i = 0; i < first; i++)
        {
            marked[i] = false;
        }

        return marked;
    }

    /// <summary>What follows <paramref name="first"/> up to a semicolon or the sentence's end, where the tree has hung no verb of it on the cue; else what it has hung there.</summary>
    public static bool[] Rest(Sentence s, int first, bool[] hung)
    {
        for (var t = first; t < s.Tokens.Length; t++)
        {
            if (hung[t] && s.Tokens[t].Tag is Upos.VERB or Upos.AUX)
            {
                return hung;
            }
        }

        var marked = new bool[s.Tokens.Length];
        for (var t = first; t < s.Tokens.Length && s.Tokens[t].Form is not (";" or "."); t++)
        {
            marked[t] = true;
        }

        return marked;
    }

    /// <summary>All before the subject of a cue that follows its content, up to the comma that sets the cue off; null where there is none.</summary>
    public static bool[]? Before(Sentence s, int v, int subject)
    {
        var phrase = s.Below(subject);
        var edge = Math.Min(Array.IndexOf(phrase, true), v);
        if (edge < 2 || s.Tokens[edge - 1] is not { Tag: Upos.PUNCT, Form: "," or "—" or "–" })
        {
            return null;
        }

        var marked = new bool[s.Tokens.Length];
        var own = s.Below(v);
        var any = false;
        for (var i = 0; i < edge; i++)
        {
            marked[i] = own[i] && s.Tokens[i].Tag != Upos.PUNCT;
            any |= marked[i];
        }

        for (var i = 0; i < edge && (Links.Contains(s.Lower(i)) || s.Tokens[i].Tag == Upos.PUNCT); i++)
        {
            marked[i] = false;
        }

        return any ? marked : null;
    }

    // "said X and that Y", "said it had done X but would do Y", "said A would come and B would go": still what was said.
    private static bool Backshifted(Sentence s, int c, int first)
    {
        if (c < first)
        {
            return false;
        }

        foreach (var k in s.Children(c))
        {
            if (k < c && (s.HasChild(c, "mark", "that") || (s.Is(k, "aux") && s.Lower(k) is "would" or "could" or "might" or "will" or "had")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Comma(Sentence s, int clause)
    {
        var first = Array.IndexOf(s.Below(clause), true);
        return first > 0 && s.Tokens[first - 1].Form == ",";
    }
}
