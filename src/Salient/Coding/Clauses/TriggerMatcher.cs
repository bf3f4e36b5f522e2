using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Clauses;

/// <summary>Says whether a trigger's words are there, in the right relations.</summary>
internal static class TriggerMatcher
{
    /// <summary>True where <paramref name="trigger"/> matches with its head at <paramref name="t"/>.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="t">The word.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="verbal">True where the word's form may be a verb's, whatever its tag.</param>
    public static bool Matches(Sentence s, int t, Trigger trigger, bool verbal)
    {
        if (!ClassFits(s, t, trigger.Class, trigger.Lemma, verbal))
        {
            return false;
        }

        for (int b = trigger.Before.Length - 1, w = t - 1; b >= 0; b--, w--)
        {
            if (w >= 0 && s.Tokens[w].Form == "-")
            {
                w--;
            }

            if (w < 0 || (!Same(s.Tokens[w].Lemma, trigger.Before[b]) && !Same(s.Tokens[w].Form, trigger.Before[b])))
            {
                return false;
            }
        }

        foreach (var d in trigger.Dependents)
        {
            if (!Has(s, t, d))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ClassFits(Sentence s, int t, TriggerClass type, string lemma, bool verbal)
    {
        var token = s.Tokens[t];
        return type switch
        {
            TriggerClass.Verb => token.Tag == Upos.VERB
                || (token.Tag == Upos.ADJ && token.WordForm is WordForm.PastParticiple or WordForm.Gerund)
                || (token.Tag == Upos.AUX && token.Relation is "root")
                || (verbal && token.Tag is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.ADV or Upos.X && s.Child(t, "cop") < 0 && (s.Child(t, "nsubj") >= 0 || s.Child(t, "obj") >= 0)),
            TriggerClass.Noun => token.Tag is Upos.NOUN or Upos.PROPN || (Same(token.Form, lemma) && Argument(s, t)),
            _ => token.Tag is Upos.ADJ or Upos.ADV or Upos.VERB or Upos.NOUN,
        };
    }

    // A rare noun is often misread; where it stands tells that it is one ("with a counteroffensive", "shelling continued").
    private static bool Argument(Sentence s, int t) =>
        s.Tokens[t].Tag is Upos.ADJ or Upos.VERB or Upos.ADV or Upos.X && (s.Is(t, "obl") || s.Is(t, "obj") || s.Is(t, "nsubj") || s.Is(t, "nmod") || s.Is(t, "csubj"));

    private static bool Has(Sentence s, int t, Dependent d)
    {
        if (d.Relation == "gov")
        {
            var head = s.Tokens[t].Head;
            return head >= 0 && d.Words.Matches(s, head);
        }

        foreach (var c in s.Children(t))
        {
            if (Related(s, c, d.Relation) && (d.Relation != "conj" || s.Child(t, "obj") is not (>= 0 and var shared) || c < shared) && (d.Words.Matches(s, c) || OfWords(s, c, d)) && (d.Preposition is null || s.Preposition(c) == d.Preposition))
            {
                return true;
            }
        }

        return d.Relation == "prt" && FollowedBy(s, t, d.Words);
    }

    // "take full control of", "a number of attacks": what is sought may be the complement of a measure.
    private static bool OfWords(Sentence s, int c, Dependent d)
    {
        if (d.Relation is not ("obj" or "obl" or "any"))
        {
            return false;
        }

        foreach (var k in s.Children(c))
        {
            if (s.Is(k, "conj") && d.Words.Matches(s, k))
            {
                return true;
            }
        }

        return false;
    }

    private static bool FollowedBy(Sentence s, int t, WordList words)
    {
        for (var i = t + 1; i < Math.Min(s.Tokens.Length, t + 5); i++)
        {
            var token = s.Tokens[i];
            if (token.Tag is Upos.ADP or Upos.ADV or Upos.PART or Upos.SCONJ && words.Matches(s, i) && (i == t + 1 || token.Head == t || (token.Head > i && s.Tokens[token.Head].Head == t)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Related(Sentence s, int c, string wanted) => wanted switch
    {
        "any" => true,
        "obj" => s.Is(c, "obj") || s.Is(c, "nsubj:pass") || s.Is(c, "xcomp") || s.Is(c, "ccomp"),
        "subj" => s.Is(c, "nsubj"),
        "obl" => s.Is(c, "obl") || s.Is(c, "nmod"),
        "nmod" => s.Is(c, "nmod") || s.Is(c, "obl"),
        "prt" => s.Is(c, "compound:prt") || s.Is(c, "advmod"),
        "xcomp" => s.Is(c, "xcomp") || s.Is(c, "ccomp") || s.Is(c, "advcl"),
        "adv" => s.Is(c, "advmod") || s.Is(c, "obl"),
        "mod" => s.Is(c, "amod") || s.Is(c, "compound") || s.Is(c, "nmod:poss") || s.Is(c, "advmod") || s.Is(c, "det") || s.Is(c, "nummod"),
        _ => s.Is(c, wanted),
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
