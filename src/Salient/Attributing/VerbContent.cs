using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Attributing;

/// <summary>The words that a cue's content is made of.</summary>
/// <param name="Marked">A mark for each word of the sentence.</param>
/// <param name="Use">What the cue is here.</param>
/// <param name="Construction">How the content hangs on the cue.</param>
/// <param name="Preposition">The preposition that belongs to the cue, or -1.</param>
internal sealed record Content(bool[] Marked, CueUse Use, string Construction, int Preposition = -1)
{
    /// <summary>True where the content is a clause.</summary>
    public bool Clause => Construction is "that" or "wh" or "quote";
}

/// <summary>Finds the content of a verb that attributes, by the tree.</summary>
internal static class VerbContent
{
    private static readonly HashSet<string> Wh = new(StringComparer.Ordinal) { "whether", "if", "what", "who", "whom", "which", "why", "how", "when", "where", "whose" };

    /// <summary>Prepositions whose phrases belong to a content that is an object: "praised her for", "described it as".</summary>
    private static readonly HashSet<string> Trailing = new(StringComparer.Ordinal) { "as", "for", "of", "over", "because", "about", "with", "to", "that", "against" };

    /// <summary>The content of <paramref name="v"/>, or null.</summary>
    public static Content? Of(Sentence s, int v, CueWord cue, CueLexicon cues) =>
        Told.Short(s, v) && (cue.In("to") ?? cue.In("that")) is { } use ? new Content(Told.Content(s, v), use, "to") : Relays.Content(s, v, cues) ?? Clause(s, v, cue, cues) ?? Framed(s, v, cue) ?? Infinitive(s, v, cue) ?? Parted(s, v, cue) ?? Object(s, v, cue, cues) ?? Prepositional(s, v, cue) ?? Informed(s, v, cue) ?? ByOrder(s, v, cue, cues);

    /// <summary>"said (that) X", "asked whether X", "X, she said".</summary>
    private static Content? Clause(Sentence s, int v, CueWord cue, CueLexicon cues)
    {
        foreach (var c in s.Children(v))
        {
            if (!s.Is(c, "ccomp") && !(s.Is(c, "parataxis") && c > v && s.Child(v, "obj") < 0 && s.Child(v, "ccomp") < 0))
            {
                continue;
            }

            if (c < v && s.Tokens[c].Tag == Upos.NUM && s.OwnSubject(c) < 0 && s.Child(c, "cop") < 0)
            {
                // "08.15 The mayor says": the time before the speaker is no content.
                continue;
            }

            var question = Question(s, c);
            var use = question ? cue.In("wh") ?? cue.In("that") ?? cue.In("obj") : cue.In("that") ?? cue.In("quote");
            if (use is null && s.Tokens[c].WordForm == WordForm.Gerund)
            {
                use = cue.In("ing") ?? cue.In("obj");
            }

            if (use is { } found)
            {
                var marked = s.Below(c);
                Reach.Complete(s, v, c, marked, cues);

                return new Content(marked, question && found.Stance == CueStance.Asserts && cue.In("wh") is null ? found with { Stance = CueStance.LeavesOpen } : found, question ? "wh" : "that");
            }
        }

        return null;
    }

    /// <summary>"X, she said, Y" and "as she said, X": the cue's clause hangs on its content.</summary>
    private static Content? Framed(Sentence s, int v, CueWord cue)
    {
        var head = s.Tokens[v].Head;
        if (head < 0 || cue.In("that") is not { } use || s.OwnSubject(v) < 0 || s.Child(v, "obj") >= 0)
        {
            return null;
        }

        if (s.Is(v, "parataxis") || Set(s, v) || (s.Is(v, "advcl") && s.HasChild(v, "mark", "as")))
        {
            var marked = s.Below(head, s.Below(v));
            for (var i = 0; i < marked.Length; i++)
            {
                if (marked[i] && s.Tokens[i].Head == head && s.Is(i, "mark"))
                {
                    marked[i] = false;
                }
            }

            return new Content(marked, use, "that");
        }

        return null;
    }

    /// <summary>", X said,": a clause of subject and verb between commas, however the tree hangs it.</summary>
    private static bool Set(Sentence s, int v)
    {
        var subject = s.OwnSubject(v);
        var first = subject < 0 ? -1 : Array.IndexOf(s.Below(subject), true);
        return s.IsAny(v, "advcl", "acl", "dep", "appos", "conj") && subject < v && first > 1 && s.Tokens[first - 1].Form == "," && v + 1 < s.Tokens.Length && s.Tokens[v + 1].Form == "," && s.Child(v, "mark") < 0;
    }

    /// <summary>"vowed to X", "urged Y to X", "seems to X".</summary>
    private static Content? Infinitive(Sentence s, int v, CueWord cue)
    {
        foreach (var c in s.Children(v))
        {
            if (c < v || !s.IsAny(c, "xcomp", "ccomp") || (!s.Infinitive(c) && s.Tokens[c].WordForm != WordForm.Gerund))
            {
                continue;
            }

            var construction = s.Infinitive(c) ? "to" : "ing";
            if ((cue.In(construction) ?? (construction == "ing" ? null : cue.In("obj") is { } o && s.Child(v, "obj") >= 0 ? o : null)) is not { } use)
            {
                continue;
            }

            var marked = s.Below(c);
            if ((s.Child(v, "obj") is >= 0 and var obj ? obj : s.Child(v, "iobj")) is >= 0 and var asked)
            {
                Or(marked, s.Below(asked));
            }

            if (use.Class == CueClass.Appearance || s.Passive(v))
            {
                if (s.OwnSubject(v) is >= 0 and var subject)
                {
                    Or(marked, s.Below(subject));
                }
            }

            return new Content(marked, use, construction);
        }

        return null;
    }

    /// <summary>"agreed on Monday to X", "asked her deputy to X": the infinitive stands apart, or the tree hangs it on the object.</summary>
    private static Content? Parted(Sentence s, int v, CueWord cue)
    {
        if (cue.In("to") is not { } use || s.Passive(v) || Prepositional(s, v, cue) is not null)
        {
            return null;
        }

        var asked = s.Child(v, "iobj") is >= 0 and var i && i > v ? i : s.Child(v, "obj");
        for (var c = v + 2; c < s.Tokens.Length && s.Tokens[c - 1].Form != ","; c++)
        {
            var head = s.Tokens[c].Head;
            if (!s.Infinitive(c) || s.Child(c, "mark") is var mark && mark > 0 && s.Tokens[mark - 1].Form == ",")
            {
                continue;
            }

            // Whom one asks, tells or warns does it; what one pushes or offers serves a purpose.
            if (asked > v ? cue.In("that") is not null && (head == v ? s.Is(c, "advcl") : head == asked && s.Is(c, "acl")) : head == v && s.Is(c, "advcl"))
            {
                var marked = s.Below(c);
                if (asked > v)
                {
                    Or(marked, s.Below(asked));
                }

                return Array.IndexOf(marked, true) > v ? new Content(marked, use, "to") : null;
            }
        }

        return null;
    }

    /// <summary>"warned residents of X": who is told stands between the verb and what he is told of.</summary>
    private static Content? Informed(Sentence s, int v, CueWord cue)
    {
        var told = s.Child(v, "iobj") is >= 0 and var i ? i : s.Child(v, "obj");
        if (told < v || s.Passive(v))
        {
            return null;
        }

        foreach (var c in s.Children(told))
        {
            if (c > told && s.Is(c, "nmod") && s.Child(c, "case") == told + 1 && cue.In("o:" + s.Lower(told + 1)) is { } use)
            {
                var marked = s.Below(c);
                marked[told + 1] = false;
                return new Content(marked, use, "p:" + s.Lower(told + 1), told + 1);
            }
        }

        return null;
    }

    /// <summary>"criticized X", "described X as Y", "X was described as Y".</summary>
    private static Content? Object(Sentence s, int v, CueWord cue, CueLexicon cues)
    {
        if ((cue.In("obj") ?? cue.In("as")) is not { } use)
        {
            return null;
        }

        var o = s.Passive(v) ? s.OwnSubject(v) : s.Child(v, "obj");
        o = o < 0 && !s.Passive(v) ? Happening(s, v) : o;
        if (o < 0 || (s.Passive(v) && s.Is(v, "acl")) || (cue.In("obj") is null && !Likened(s, v, o)))
        {
            return null;
        }

        if (o > v && (cue.In("that") ?? cue.In("quote")) is { Class: CueClass.Speech } told && Array.FindLastIndex(s.Below(o), b => b) + 1 is var next && next < s.Tokens.Length && Finite(s, next))
        {
            // "asserts the two villages are held": the object of the tree is the subject of what is said.
            return new Content(Reach.Rest(s, v + 1, new bool[s.Tokens.Length]), told, "that");
        }

        if (cue.In("as") is not null && o > v)
        {
            var whole = s.Below(o);
            return new Content(Reach.From(s, v, Array.IndexOf(whole, true), cues), use, "obj");
        }

        var marked = s.Below(o);
        foreach (var c in s.Children(v))
        {
            if (c > v && c != o && (s.Is(c, "xcomp") || (c > o && s.Is(c, "obl") && s.Marker(c) is null && s.Child(c, "det") is >= 0 and var article && s.Lower(article) is "a" or "an") || (s.IsAny(c, "obl", "advcl", "ccomp") && s.Tokens[c].Relation != "obl:agent" && s.Marker(c) is { } m && Trailing.Contains(m))))
            {
                Or(marked, s.Below(c));
            }
        }

        return new Content(marked, use, "obj");
    }

    /// <summary>"sees X as Y".</summary>
    private static bool Likened(Sentence s, int v, int o)
    {
        for (var c = Math.Max(o, v) + 1; c < s.Tokens.Length; c++)
        {
            if ((s.Tokens[c].Head == v || s.Tokens[c].Head == o) && s.Marker(c) == "as")
            {
                return true;
            }
        }

        return false;
    }

    private static bool Finite(Sentence s, int t) =>
        (s.Tokens[t].Tag == Upos.AUX && s.Tokens[t].WordForm is not (WordForm.Gerund or WordForm.PastParticiple) && s.Tokens[s.Tokens[t].Head < 0 ? t : s.Tokens[t].Head].Relation != "acl:relcl") || (s.Tokens[t].Tag == Upos.VERB && s.Tokens[t].WordForm == WordForm.Present);

    /// <summary>"reported intense fighting": a noun in "-ing" with an adjective before it, which the tree takes for a verb; -1 where there is none.</summary>
    private static int Happening(Sentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            if (c > v && c <= v + 4 && s.IsAny(c, "advcl", "xcomp", "ccomp") && s.Tokens[c].WordForm == WordForm.Gerund && (s.Child(c, "amod") > v || s.Child(c, "det") > v))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>"called for X", "warned of X", "voted against X".</summary>
    private static Content? Prepositional(Sentence s, int v, CueWord cue)
    {
        // "They seized on the report", not "they seized the town on Monday".
        var taken = cue.In("obj") is null && s.Child(v, "obj") > v;
        foreach (var c in s.Children(v))
        {
            if (c > v && s.IsAny(c, "obl", "advcl", "nmod", "xcomp", "ccomp") && s.Marker(c) is { } m && cue.Under(m) is { } use && !(taken && m == "on"))
            {
                var marked = s.Below(c);
                var preposition = -1;
                foreach (var k in s.Children(c))
                {
                    if (k < c && s.IsAny(k, "case", "mark") && s.Lower(k) == m)
                    {
                        preposition = k;
                        marked[k] = false;
                        break;
                    }
                }

                return new Content(marked, use, "p:" + m, preposition);
            }
        }

        return null;
    }

    private static bool Question(Sentence s, int c)
    {
        foreach (var k in s.Children(c))
        {
            if (k < c && s.IsAny(k, "mark", "advmod", "obj", "nsubj", "obl", "det") && Wh.Contains(s.Lower(k)))
            {
                return true;
            }
        }

        return Wh.Contains(s.Lower(c));
    }

    /// <summary>Where the tree shows no content: what follows "that", or stands before ", X said.".</summary>
    private static Content? ByOrder(Sentence s, int v, CueWord cue, CueLexicon cues)
    {
        if ((cue.In("that") ?? cue.In("quote")) is not { } use || s.Passive(v) || s.IsAny(v, "acl", "amod"))
        {
            return null;
        }

        for (var t = v + 1; t < s.Tokens.Length && t < v + 12 && s.Tokens[t].Tag is not (Upos.VERB or Upos.AUX); t++)
        {
            if (s.Lower(t) == "that" && s.Tokens[t].Tag is not Upos.DET && t + 1 < s.Tokens.Length && (s.Tokens[t + 1].Tag is not (Upos.VERB or Upos.AUX or Upos.PUNCT) || (t == v + 1 && s.Tokens[t + 1].Form == ",")))
            {
                return new Content(t == v + 1 ? Reach.Rest(s, t, Reach.From(s, v, t, cues)) : Reach.From(s, v, t, cues), use, "that");
            }
        }

        var subject = s.OwnSubject(v);
        if (cue.In("quote") is { } said && subject >= 0 && Reach.Before(s, v, subject) is { } before)
        {
            return new Content(before, said, "that");
        }

        return cue.In("obj") is null && s.Lemma(v) != "say" ? null
            : s.Lemma(v) == "say" && subject >= 0 && subject < v && v + 2 < s.Tokens.Length && s.Tokens[v + 1].Tag != Upos.PUNCT ? new Content(Reach.From(s, v, v + 1, cues), use, "that") : null;
    }

    internal static void Or(bool[] marked, bool[] more)
    {
        for (var i = 0; i < marked.Length; i++)
        {
            marked[i] |= more[i];
        }
    }
}
