using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>Finds the word that stands for who speaks, thinks or wants: the subject of a cue, its own or its head's.</summary>
internal static class Speakers
{
    private const int Depth = 6;

    // Verbs whose content is told by a noun or a clause: what is added behind a comma is their subject's.
    private static readonly HashSet<string> Contents = new(StringComparer.Ordinal) { "say", "dismiss", "reject", "deny", "refute", "rebut", "note", "confirm", "announce", "report", "criticise", "criticize", "condemn", "accuse", "welcome", "praise", "tell", "state", "urge", "call" };

    // What no dummy does.
    private static readonly HashSet<string> Vows = new(StringComparer.Ordinal) { "declare", "claim", "warn", "add", "insist", "argue", "admit", "acknowledge", "stress", "promise", "pledge", "vow", "assess", "estimate", "conclude", "believe", "expect", "think" };

    /// <summary>The head of the source of verb <paramref name="v"/>; -1 where no word names it.</summary>
    public static int Of(Sentence s, int v) => Of(s, v, Depth);

    /// <summary>True where the subject is a dummy: "it appears that".</summary>
    public static bool Dummy(Sentence s, int v) => (s.Child(v, "expl") >= 0 && It(s, v) < 0) || (s.OwnSubject(v) is >= 0 and var n && s.Lower(n) == "it" && s.Passive(v));

    private static int Of(Sentence s, int v, int depth)
    {
        if (depth == 0 || v < 0)
        {
            return -1;
        }

        if (s.Passive(v))
        {
            return s.Agent(v);
        }

        if (It(s, v) is >= 0 and var it)
        {
            return it;
        }

        if (s.OwnSubject(v) is >= 0 and var subject)
        {
            return s.Tokens[subject].Relation == "nsubj:pass" || (s.Lower(subject) is "it" or "there" && s.Child(v, "expl") >= 0) ? -1 : subject;
        }

        return Inherited(s, v, depth);
    }

    // "It declared that …": a body of the sentence before, which the tree takes for a dummy; -1 for other words.
    private static int It(Sentence s, int v) => s.Child(v, "expl") is >= 0 and var it && s.Lower(it) == "it" && !s.Passive(v) && (Contents.Contains(s.Lemma(v)) || Vows.Contains(s.Lemma(v))) ? it : -1;

    private static int Inherited(Sentence s, int v, int depth)
    {
        var head = s.Tokens[v].Head;
        if (head < 0)
        {
            return -1;
        }

        if (v > 1 && s.Tokens[v].WordForm == WordForm.Gerund && s.Tokens[v - 1].Form is "," or "—" or "–" && s.IsAny(v, "acl", "advcl", "ccomp", "dep") && !s.Is(v, "acl:relcl"))
        {
            // ", emphasizing that …": by the clause's subject, whatever the tree hangs it on; in "dismissed reports that X did, stressing" by whoever dismissed them.
            var found = -1;
            for (var (h, steps) = (head, 0); h >= 0 && steps < Depth; h = s.Tokens[h].Head, steps++)
            {
                if ((found < 0 || (s.Tokens[h].Tag == Upos.VERB && Contents.Contains(s.Lemma(h)))) && s.OwnSubject(h) is >= 0 and var who && who < v && !s.Passive(h))
                {
                    found = who;
                }
            }

            if (found >= 0)
            {
                return found;
            }
        }

        if (v > 2 && s.Tokens[v].WordForm == WordForm.Gerund && s.Nominal(v - 1) && With(s, v - 1) is >= 0 and var beside)
        {
            return beside;
        }

        if (s.Is(v, "acl") && s.Nominal(head))
        {
            return s.Tokens[v].WordForm == WordForm.Gerund ? head : -1;
        }

        if (s.Is(v, "xcomp") && s.Child(head, "obj") is >= 0 and var controller && s.Infinitive(v))
        {
            return controller;
        }

        if (s.IsAny(v, "conj", "xcomp", "advcl", "parataxis", "dep"))
        {
            if (s.Nominal(head) && s.Child(head, "cop") < 0)
            {
                return s.Is(v, "advcl") ? -1 : Of(s, s.Tokens[head].Head, depth - 1);
            }

            // "believes it will win and noted that": what is past shares no modal; it is the outer verb's.
            if (s.Is(v, "conj") && Past(s, v) && Modal(s, head) && Outer(s, head) is >= 0 and var outer)
            {
                return Of(s, outer, depth - 1);
            }

            // "was asked and said": the subject of the passive speaks in the second.
            return s.Passive(head) ? s.OwnSubject(head) : Of(s, head, depth - 1);
        }

        return -1;
    }

    // "…, with the ministry reporting that": the head of the phrase behind "with" that ends at a word; -1 where there is none.
    private static int With(Sentence s, int last)
    {
        for (var t = last; t > 0 && last - t < 10 && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.NUM or Upos.PART or Upos.ADP; t--)
        {
            if (s.Lower(t - 1) == "with" && s.Tokens[t].Tag is not Upos.ADP)
            {
                var head = Surface.Head(s, t, last);
                return head < 0 ? -1 : head;
            }
        }

        return -1;
    }

    private static bool Past(Sentence s, int v) => s.Tokens[v].WordForm == WordForm.Past && s.Child(v, "aux") < 0;

    private static bool Modal(Sentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            if (s.Is(c, "aux") && (s.Tokens[c].WordForm == WordForm.Modal || s.Lower(c) is "had" or "'d" or "’d"))
            {
                return true;
            }
        }

        return s.Tokens[v].WordForm is WordForm.Present or WordForm.Gerund || s.Infinitive(v);
    }

    // The finite verb, in the past or present, whose content a verb is.
    private static int Outer(Sentence s, int v)
    {
        for (var steps = 0; v >= 0 && steps < Depth; v = s.Tokens[v].Head, steps++)
        {
            if (s.IsAny(v, "ccomp", "acl", "xcomp") && !s.Is(v, "acl:relcl") && s.Tokens[v].Head is >= 0 and var head)
            {
                for (var up = 0; head >= 0 && up < Depth; head = s.Tokens[head].Head, up++)
                {
                    if (s.Tokens[head].Tag == Upos.VERB && s.OwnSubject(head) >= 0)
                    {
                        return head;
                    }
                }

                return -1;
            }
        }

        return -1;
    }
}
