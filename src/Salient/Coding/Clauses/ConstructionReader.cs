using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Clauses;

/// <summary>Says how a trigger stands: which clause it carries, and where that clause's top is.</summary>
internal sealed class ConstructionReader(FrameSet frames)
{
    private readonly WordList light = frames.List("light-verbs");
    private readonly WordList happening = frames.List("happening-verbs");
    private readonly WordList carriers = frames.List("carriers");
    private readonly WordList carrierNouns = frames.List("carrier-nouns");

    /// <summary>The construction of the trigger at <paramref name="t"/>, the head of its clause and the clause's top.</summary>
    public (Construction Construction, int Clause, int Top) Read(Sentence s, int t, TriggerClass type)
    {
        if (type == TriggerClass.Noun)
        {
            return Noun(s, t);
        }

        if (type == TriggerClass.Adjective && !s.Predicate(t))
        {
            return s.Is(t, "amod") || s.Is(t, "acl") ? Noun(s, s.Tokens[t].Head) with { Construction = Construction.Bare }
                : s.Is(t, "xcomp") || s.Is(t, "advmod") ? (Construction.Copular, s.ClauseOf(t), Top(s, s.ClauseOf(t)))
                : s.Tokens[t].Head < 0 || s.Is(t, "conj") || s.Is(t, "ccomp") ? (Construction.Headline, t, t) : (Construction.Bare, t, t);
        }

        var construction = s.Child(t, "cop") >= 0 ? Construction.Copular
            : s.Tokens[t].WordForm switch
            {
                WordForm.Gerund when s.Child(t, "aux") < 0 => Construction.Participle,
                WordForm.PastParticiple when s.Child(t, "aux") < 0 && s.Child(t, "nsubj") < 0 =>
                    s.Tokens[t].Head < 0 || (s.Is(t, "amod") && s.Tokens[s.Tokens[t].Head].Head < 0) ? Construction.Headline : s.Is(t, "amod") ? Construction.Bare : Construction.Participle,
                _ when s.Is(t, "amod") => Construction.Bare,
                WordForm.Base when Marked(s, t) => Construction.Infinitive,
                _ => Construction.Verb,
            };
        return (construction, t, Top(s, t));
    }

    /// <summary>Climbs over words that only carry what happens: "continue to", "manage to", "be likely to", "efforts to".</summary>
    public int Top(Sentence s, int t)
    {
        for (var steps = 0; steps < 6; steps++)
        {
            var head = s.Tokens[t].Head;
            if (head < 0)
            {
                return t;
            }

            var complement = s.Is(t, "xcomp") || (s.Is(t, "ccomp") && s.Child(t, "nsubj") < 0 && s.Child(t, "mark") is var m && (m < 0 || s.Lemma(m) == "to")) || (s.Is(t, "advcl") && t > head && (s.Child(head, "cop") >= 0 ? Marked(s, t) : s.Child(t, "mark") is >= 0 and var by && s.Lemma(by) is "on" or "in"));
            if (complement && carriers.Matches(s, head))
            {
                t = head;
            }
            else if ((s.Is(t, "acl") || s.Is(t, "nmod")) && carrierNouns.Matches(s, head) && (s.Is(head, "obj") || s.Is(head, "nsubj:pass")) && s.Tokens[head].Head is >= 0 and var verb
                && (light.Matches(s, verb) || carriers.Matches(s, verb)))
            {
                t = verb;
            }
            else
            {
                return t;
            }
        }

        return t;
    }

    private (Construction Construction, int Clause, int Top) Noun(Sentence s, int t)
    {
        if (s.Child(t, "cop") >= 0)
        {
            return (Construction.Copular, t, Top(s, t));
        }

        // "attacks and shelling": a coordinated noun stands as the first does.
        var first = t;
        while (s.Is(first, "conj") && s.Tokens[first].Head is >= 0 and var before && s.Nominal(before))
        {
            first = before;
        }

        var head = s.Tokens[first].Head;
        if (head < 0)
        {
            return (Construction.Headline, t, first);
        }

        if ((s.Is(first, "obj") || s.Is(first, "nsubj:pass") || s.Is(first, "xcomp") || (s.Is(first, "obl") && s.Preposition(first) is not ("by" or "after" or "before" or "during" or "despite" or "since")))
            && light.Matches(s, head))
        {
            return (Construction.Light, head, Top(s, head));
        }

        if (s.Is(first, "nsubj") && (happening.Matches(s, head) || s.Lemma(head) == "be" || s.Child(head, "expl") >= 0 || (s.Child(head, "cop") >= 0 && s.Tokens[head].Tag is Upos.ADJ or Upos.ADV)))
        {
            return (Construction.Eventive, head, Top(s, head));
        }

        return s.Is(first, "obj") && s.Child(head, "nsubj") < 0 && s.Tokens[head].Head < 0 && light.Matches(s, head) ? (Construction.Light, head, head) : (Construction.Bare, t, t);
    }

    private static bool Marked(Sentence s, int t)
    {
        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "mark") && s.Tokens[c].Form.Equals("to", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
