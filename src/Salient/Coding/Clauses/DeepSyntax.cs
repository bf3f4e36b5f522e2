using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Clauses;

/// <summary>Who does what to whom, whatever the construction: passives, participles, infinitives, relative clauses, nouns of action under light verbs.</summary>
internal sealed class DeepSyntax(FrameSet frames)
{
    private const int Depth = 8;
    private readonly WordList objectControl = frames.List("object-control");
    private readonly WordList light = frames.List("light-verbs");
    private readonly WordList transitive = frames.List("transitive-verbs");

    /// <summary>True where what stands as the verb's subject, or is modified by it, undergoes it.</summary>
    public bool Passive(Sentence s, int v, int depth = 0)
    {
        if (s.Child(v, "nsubj:pass") >= 0 || s.Child(v, "aux:pass") >= 0 || s.Child(v, "csubj:pass") >= 0)
        {
            return true;
        }

        // "At least 20 people killed": what cannot do without an object has it for its subject.
        var token = s.Tokens[v];
        if (s.Child(v, "nsubj") is >= 0 and var own)
        {
            return token.WordForm is WordForm.PastParticiple or WordForm.Past && s.Child(v, "aux") < 0 && s.Child(v, "obj") < 0 && own < v && transitive.Matches(s, v) && s.Child(v, "ccomp") < 0;
        }

        if (token.WordForm != WordForm.PastParticiple || s.Child(v, "aux") >= 0)
        {
            return false;
        }

        if (s.Is(v, "amod") || (s.Is(v, "acl") && s.Child(v, "obj") < 0))
        {
            return true;
        }

        // "was captured and held": the second shares the first's auxiliary.
        return s.Is(v, "conj") && depth < Depth ? Passive(s, token.Head, depth + 1) : (s.Is(v, "advcl") || token.Head < 0) && s.Child(v, "obj") < 0;
    }

    /// <summary>Who does it: the head of the phrase, or -1.</summary>
    public int Subject(Sentence s, int t, int depth = 0)
    {
        if (depth > Depth || t < 0)
        {
            return -1;
        }

        if (s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && s.Child(t, "cop") < 0 && s.Child(t, "nsubj") < 0)
        {
            return Owner(s, t, depth + 1);
        }

        if (Passive(s, t))
        {
            return Agent(s, t);
        }

        var own = s.Child(t, "nsubj");
        return own >= 0 ? Antecedent(s, own) : Inherited(s, t, depth + 1);
    }

    /// <summary>What undergoes it, or -1.</summary>
    public int Object(Sentence s, int t, int depth = 0)
    {
        if (depth > Depth || t < 0)
        {
            return -1;
        }

        if (s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && s.Child(t, "cop") < 0 && s.Child(t, "nsubj") < 0 && s.Child(t, "obj") < 0)
        {
            return NounObject(s, t);
        }

        if (Passive(s, t))
        {
            var subject = s.Child(t, "nsubj");
            return subject >= 0 ? Antecedent(s, subject)
                : s.Is(t, "acl") || s.Is(t, "amod") ? s.Tokens[t].Head
                : s.Is(t, "conj") || s.Is(t, "advcl") || s.Is(t, "xcomp") ? Topic(s, s.Tokens[t].Head, depth + 1) : -1;
        }

        var own = s.Child(t, "obj");
        if (own >= 0 && s.Tokens[own].Tag != Upos.ADV)
        {
            return Antecedent(s, own);
        }

        if (s.Is(t, "acl:relcl") && s.Child(t, "nsubj") is >= 0 and var sub && !Relative(s, sub))
        {
            return s.Tokens[t].Head;
        }

        // "killed, injured or captured 5,000 troops": the object hangs on one of them.
        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "conj") && s.Tokens[c].Tag == Upos.VERB && s.Child(c, "nsubj") < 0 && s.Child(c, "obj") is >= 0 and var shared && c - t <= 4)
            {
                return shared;
            }
        }

        return -1;
    }

    /// <summary>What the verb that <paramref name="t"/> is coordinated with is done to, or -1: "killed 40 soldiers and wounded as many".</summary>
    public int Sibling(Sentence s, int t)
    {
        // Brackets and lists are where trees go wrong: the verb before it in the words will do.
        for (var v = t - 1; v >= Math.Max(0, t - 20); v--)
        {
            if (s.Tokens[v].Tag == Upos.VERB && Object(s, v, 1) is >= 0 and var shared && shared < t)
            {
                return shared;
            }
        }

        return -1;
    }

    /// <summary>What the clause is about: its surface subject, inherited where it has none.</summary>
    public int Topic(Sentence s, int t, int depth = 0)
    {
        if (depth > Depth || t < 0)
        {
            return -1;
        }

        var own = s.Child(t, "nsubj");
        if (own >= 0)
        {
            return Antecedent(s, own);
        }

        return s.Is(t, "acl") && Passive(s, t) ? s.Tokens[t].Head : Inherited(s, t, depth + 1);
    }

    /// <summary>Whose a noun of action is: possessor, "by", a modifier, or the subject of its light verb.</summary>
    public int Owner(Sentence s, int n, int depth = 0)
    {
        if (depth > Depth || n < 0)
        {
            return -1;
        }

        foreach (var c in s.Children(n))
        {
            if (s.Is(c, "nmod:poss") || (s.Is(c, "nmod") && s.Preposition(c) == "by") || s.Is(c, "nmod:agent"))
            {
                return c;
            }
        }

        foreach (var c in s.Children(n))
        {
            if ((s.Is(c, "amod") || s.Is(c, "compound") || s.Is(c, "nmod")) && s.Preposition(c) is null && Sided(s, c))
            {
                return c;
            }
        }

        // "the losses that the brigade suffered"
        if (s.Child(n, "acl:relcl") is >= 0 and var clause && light.Matches(s, clause) && s.Child(clause, "obj") < 0 && s.Child(clause, "nsubj") is >= 0 and var sufferer && !Relative(s, sufferer))
        {
            return sufferer;
        }

        var head = s.Tokens[n].Head;
        if (head < 0)
        {
            return -1;
        }

        if (s.Is(n, "obj") || s.Is(n, "obl") || s.Is(n, "xcomp"))
        {
            return light.Matches(s, head) || s.Is(n, "obl") ? Subject(s, head, depth + 1) : -1;
        }

        if (s.Is(n, "nsubj:pass"))
        {
            return Agent(s, head);
        }

        return s.Is(n, "conj") || (s.Is(n, "nmod") && !s.Predicate(head)) ? Owner(s, head, depth + 1) : -1;
    }

    /// <summary>The noun that a relative pronoun stands for; other words stand for themselves.</summary>
    public static int Antecedent(Sentence s, int t)
    {
        if (!Relative(s, t))
        {
            return t;
        }

        // "pressure around Brod, which …": a place right before the pronoun is what it stands for.
        var before = t - 1;
        while (before >= 0 && s.Tokens[before].Tag is Upos.PUNCT or Upos.ADP)
        {
            before--;
        }

        foreach (var m in s.Mentions)
        {
            if (m.Type == MentionType.Place && before >= m.First && before < m.End)
            {
                return m.Head;
            }
        }

        for (var v = s.Tokens[t].Head; v >= 0; v = s.Tokens[v].Head)
        {
            if (s.Is(v, "acl") && s.Tokens[v].Head >= 0)
            {
                return s.Tokens[v].Head;
            }
        }

        return t;
    }

    /// <summary>The agent of a passive: "by X".</summary>
    public static int Agent(Sentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            if (s.Is(c, "obl:agent") || (s.Is(c, "obl") && s.Preposition(c) == "by" && s.Nominal(c)))
            {
                return c;
            }
        }

        return -1;
    }

    public static bool Relative(Sentence s, int t) => s.Tokens[t].Tag is Upos.PRON or Upos.SCONJ or Upos.DET && s.Lemma(t).Lowered() is "which" or "who" or "that" or "whom" or "whose"
        && InRelative(s, t);

    private static bool InRelative(Sentence s, int t)
    {
        for (var v = s.Tokens[t].Head; v >= 0; v = s.Tokens[v].Head)
        {
            if (s.Is(v, "acl"))
            {
                return true;
            }

            if (s.Is(v, "ccomp") || s.Is(v, "advcl"))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Sided(Sentence s, int t)
    {
        foreach (var m in s.Mentions)
        {
            if (t >= m.First && t < m.End && m.Side is not null and not "none" && m.Type is not MentionType.Weapon)
            {
                return true;
            }
        }

        return false;
    }

    private int Inherited(Sentence s, int t, int depth)
    {
        var head = s.Tokens[t].Head;
        if (head < 0)
        {
            return -1;
        }

        if (s.Is(t, "conj") || s.Is(t, "parataxis"))
        {
            return Topic(s, head, depth);
        }

        if (s.Is(t, "xcomp") || s.Is(t, "ccomp") || s.Is(t, "advcl"))
        {
            return Controller(s, t, head, depth);
        }

        if (s.Is(t, "acl"))
        {
            return s.Tokens[t].WordForm == WordForm.Gerund && s.Child(t, "mark") < 0 ? head : Owner(s, head, depth) is >= 0 and var owner ? owner : s.Tokens[t].WordForm == WordForm.Base ? head : -1;
        }

        return s.Is(t, "amod") && s.Tokens[t].WordForm == WordForm.Gerund ? head : -1;
    }

    private int Controller(Sentence s, int t, int head, int depth)
    {
        if (s.Tokens[head].Tag is Upos.NOUN or Upos.PROPN && s.Child(head, "cop") < 0 && s.Child(head, "nsubj") < 0)
        {
            return Owner(s, head, depth);
        }

        if (objectControl.Matches(s, head) && Object(s, head, depth) is >= 0 and var controlled)
        {
            return controlled;
        }

        return s.Is(t, "ccomp") && s.Child(t, "mark") >= 0 ? -1 : Topic(s, head, depth);
    }

    private static int NounObject(Sentence s, int n)
    {
        foreach (var c in s.Children(n))
        {
            if (s.Is(c, "nmod") && s.Preposition(c) is "of" or "on" or "against" or "upon")
            {
                return c;
            }
        }

        return -1;
    }
}
