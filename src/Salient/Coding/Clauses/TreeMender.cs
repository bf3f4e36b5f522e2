using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Clauses;

/// <summary>Mends trees where a verb that frames know was read as a noun or an adjective: "The army withdrew from the suburbs".</summary>
/// <remarks>Only where the form can be nothing else, or what stands around it leaves no doubt; words and offsets stay as they are.</remarks>
internal sealed class TreeMender(FrameSet frames)
{
    /// <summary>The sentence, mended where it needs to be.</summary>
    public Sentence Mend(Sentence s)
    {
        for (var v = 1; v + 1 < s.Tokens.Length; v++)
        {
            if (Addressed(s, v) is >= 0 and var name)
            {
                s = With(s, s.Tokens.SetItem(name, s.Tokens[name] with { Relation = s.Child(v, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj" }));
            }
            else if (Counting(s, v) is >= 0 and var counted)
            {
                s = With(s, Count(s, v, counted));
            }
            else if (AtLeast(s, v) is >= 0 and var done)
            {
                s = With(s, s.Tokens.SetItem(done, s.Tokens[done] with { Relation = "obj" }));
            }
            else if (Under(s, v) is >= 0 and var mark)
            {
                s = With(s, Subordinate(s, v, mark));
            }
            else if (Joined(s, v) is > 0 and var conjunction)
            {
                s = With(s, Part(s, v, conjunction));
            }
            else if (Mistagged(s, v))
            {
                s = With(s, s.Tokens.SetItem(v, s.Tokens[v] with { Tag = Upos.VERB, WordForm = s.Tokens[v].WordForm is WordForm.None ? WordForm.Base : s.Tokens[v].WordForm }));
            }
            else if (Misread(s, v))
            {
                s = With(s, Rehang(s, v));
            }
        }

        return s;
    }

    // A new sentence, not a changed one: what hangs on each word is reckoned anew.
    private static Sentence With(Sentence s, ImmutableArray<Token> tokens) => new(s.Span, s.Paragraph, tokens, s.Mentions) { Referents = s.Referents };

    // A name before a verb without a subject is it, and no address: "Yevgeny Prigozhin, the head of Wagner, has said …".
    private static int Addressed(Sentence s, int v)
    {
        if (s.Tokens[v].Tag != Upos.VERB || s.Tokens[v].WordForm is WordForm.Base or WordForm.Gerund or WordForm.None || s.Child(v, "nsubj") >= 0 || s.Child(v, "expl") >= 0)
        {
            return -1;
        }

        foreach (var c in s.Children(v))
        {
            if (c < v && s.Tokens[c].Tag == Upos.PROPN && s.Tokens[c].Relation is "discourse" or "vocative")
            {
                return c;
            }
        }

        return -1;
    }

    // "Army kills about 27,200 soldiers": a headline's verb that was read as a noun, since its object begins with a word that also is a preposition.
    private int Counting(Sentence s, int v)
    {
        if (s.Tokens[v].Tag is not (Upos.NOUN or Upos.PROPN) || s.Child(v, "det") >= 0 || s.Child(v, "cop") >= 0 || s.Child(v, "nsubj") is not (>= 0 and var subject) || subject > v || !(frames.VerbLemma(s.Tokens[v]) || frames.VerbForm(s.Tokens[v])))
        {
            return -1;
        }

        foreach (var c in s.Children(v))
        {
            if (c > v && (s.Is(c, "obl") || s.Is(c, "nmod")) && s.Child(c, "nummod") > v && s.Child(c, "case") is >= 0 and var hedge && hedge == v + 1 && s.Lemma(hedge).Lowered() is "about" or "over" or "around" or "nearly" or "under" or "some")
            {
                return c;
            }
        }

        return -1;
    }

    // "destroyed at least 120 soldiers": the "at" belongs to the number, and what is counted is the object.
    private static int AtLeast(Sentence s, int v)
    {
        var subject = s.Child(v, "nsubj");
        if (s.Tokens[v].Tag != Upos.VERB || s.Child(v, "obj") >= 0 || subject < 0 || subject > v)
        {
            return -1;
        }

        foreach (var c in s.Children(v))
        {
            if (c > v && s.Is(c, "obl") && s.Child(c, "case") < 0 && s.Child(c, "nummod") > v && s.Tokens[v + 1].Form is "at" or "up" or "more" or "no" or "as")
            {
                return c;
            }
        }

        return -1;
    }

    // "Now that their forces control Lyman, they …": a verb that was read as what is so called, the forces' own. Gives the conjunction.
    private int Under(Sentence s, int v)
    {
        var (before, after) = (s.Tokens[v - 1], s.Tokens[v + 1]);
        return s.Tokens[v].Tag == Upos.NOUN && s.Is(v, "nsubj") && s.Tokens[v].Head > v && s.Tokens[s.Tokens[v].Head].Tag == Upos.VERB && Besides(s, v)
            && before is { Tag: Upos.NOUN, WordForm: WordForm.Plural } && before.Head == v && after.Tag == Upos.PROPN && after.Head == v && frames.VerbLemma(s.Tokens[v])
            ? Conjunction(s, v) : -1;
    }

    // The verb that it hangs on has another subject.
    private static bool Besides(Sentence s, int v)
    {
        foreach (var c in s.Children(s.Tokens[v].Head))
        {
            if (c != v && s.Is(c, "nsubj"))
            {
                return true;
            }
        }

        return false;
    }

    // Before it, read as its article or as the conjunction of the verb that it hangs on.
    private static int Conjunction(Sentence s, int v)
    {
        for (var t = v - 1; t >= 0; t--)
        {
            if (s.Tokens[t].Tag == Upos.SCONJ && (s.Tokens[t].Head == v || (s.Tokens[t].Head == s.Tokens[v].Head && s.Is(t, "mark"))))
            {
                return t;
            }
        }

        return -1;
    }

    private static ImmutableArray<Token> Subordinate(Sentence s, int v, int mark)
    {
        var tokens = s.Tokens.ToBuilder();
        tokens[v] = tokens[v] with { Tag = Upos.VERB, WordForm = WordForm.Present, Relation = "advcl" };
        tokens[mark] = tokens[mark] with { Head = v, Relation = "mark" };
        tokens[v - 1] = tokens[v - 1] with { Relation = "nsubj" };
        tokens[v + 1] = tokens[v + 1] with { Relation = "obj" };
        return tokens.ToImmutable();
    }

    private static ImmutableArray<Token> Count(Sentence s, int v, int counted)
    {
        var hedge = s.Child(counted, "case");
        var tokens = s.Tokens.ToBuilder();
        tokens[v] = tokens[v] with { Tag = Upos.VERB, WordForm = WordForm.Present };
        tokens[counted] = tokens[counted] with { Relation = "obj" };
        tokens[hedge] = tokens[hedge] with { Tag = Upos.ADV, Relation = "advmod", Head = s.Child(counted, "nummod") };
        return tokens.ToImmutable();
    }

    // "The troops left their camps in the valley, and its defenders took the bridge": what stands between the conjunction and the second verb is that one's subject.
    private static int Joined(Sentence s, int v)
    {
        var noun = v - 1;
        if (s.Tokens[v].Tag != Upos.VERB || s.Tokens[v].WordForm is not (WordForm.Past or WordForm.Present or WordForm.PastParticiple) || s.Child(v, "aux") >= 0 || !s.Is(v, "conj") || s.Child(v, "obj") < v || s.Child(v, "nsubj") >= 0
            || s.Tokens[noun].Tag is not (Upos.NOUN or Upos.PROPN) || s.Tokens[noun].Head < 0 || s.Tokens[noun].Head >= noun || s.Child(s.Tokens[v].Head, "nsubj") < 0)
        {
            return -1;
        }

        var at = noun;
        while (at > 0 && s.Tokens[at - 1].Tag is Upos.ADJ or Upos.DET or Upos.NOUN or Upos.PROPN or Upos.NUM)
        {
            at--;
        }

        return at > 1 && s.Tokens[at - 1] is { Tag: Upos.CCONJ, Form: "and" or "but" or "while" or "so" } && s.Tokens[at - 2].Form == "," && s.Tokens[noun].Head < at - 1 && s.Tokens[v].Head < at - 1 ? at - 1 : -1;
    }

    private static ImmutableArray<Token> Part(Sentence s, int v, int conjunction)
    {
        var tokens = s.Tokens.ToBuilder();
        var noun = v - 1;
        var left = -1;
        for (var t = 0; t < conjunction; t++)
        {
            left = tokens[t].Head == noun && tokens[t].Tag is Upos.NOUN or Upos.PROPN ? t : left;
        }

        for (var t = 0; t < conjunction; t++)
        {
            if (tokens[t].Head == noun)
            {
                tokens[t] = t == left ? tokens[t] with { Head = tokens[noun].Head, Relation = tokens[noun].Relation } : tokens[t] with { Head = left >= 0 && tokens[t].Relation != "punct" ? left : v };
            }
        }

        tokens[conjunction] = tokens[conjunction] with { Head = v, Relation = "cc" };
        tokens[noun] = tokens[noun] with { Head = v, Relation = "nsubj" };
        return Sound(tokens) ? tokens.ToImmutable() : s.Tokens;
    }

    // It has a verb's subject and object, and frames know it as a verb, whatever its tag says.
    private bool Mistagged(Sentence s, int v) =>
        s.Tokens[v].Tag is Upos.ADP or Upos.ADV or Upos.X or Upos.ADJ && s.Child(v, "nsubj") is >= 0 and var subject && subject < v && s.Child(v, "obj") > v && frames.VerbLemma(s.Tokens[v]);

    private bool Misread(Sentence s, int v)
    {
        var token = s.Tokens[v];
        if (token.Tag is not (Upos.NOUN or Upos.ADJ or Upos.ADP or Upos.ADV or Upos.PROPN or Upos.X) || token.Form.Length < 4 || char.IsUpper(token.Form[0]) || s.Child(v, "nsubj") >= 0 || s.Child(v, "det") >= 0 || ArgumentPaths.Known(token.Lemma))
        {
            return false;
        }

        var before = s.Tokens[v - 1];
        var after = s.Tokens[v + 1];
        if (before.Tag is not (Upos.NOUN or Upos.PROPN) || after.Tag is Upos.PUNCT or Upos.CCONJ || after.Form is "by" || Acts(s, v - 1))
        {
            return false;
        }

        // A form that is also a noun ("attacks", "control") is a verb only between a plural and a name or an article.
        return frames.VerbForm(token) && !frames.NounTrigger(token)
            || (before.WordForm == WordForm.Plural && (frames.VerbForm(token) || frames.VerbLemma(token)) && after.Tag is Upos.PROPN or Upos.DET);
    }

    // The noun before it, or its phrase, is some other verb's subject already.
    private static bool Acts(Sentence s, int noun)
    {
        for (var t = noun; t >= 0; t = s.Tokens[t].Head)
        {
            if (s.Is(t, "nsubj"))
            {
                return s.Tokens[s.Tokens[t].Head].Tag is Upos.VERB or Upos.AUX;
            }
        }

        return false;
    }

    private static ImmutableArray<Token> Rehang(Sentence s, int v)
    {
        var tokens = s.Tokens.ToBuilder();
        var subject = v - 1;
        while (tokens[subject].Head is >= 0 and var up && up < v && tokens[up].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ)
        {
            subject = up;
        }

        var old = tokens[v];
        var outer = tokens[subject].Head;
        var right = old.Head > v ? old.Head : -1;
        var (head, relation) = outer >= 0 && outer < subject ? (outer, s.Predicate(outer) ? "ccomp" : "acl") : outer == v || outer < 0 ? (old.Head > v ? tokens[old.Head].Head : outer < 0 ? -1 : old.Head, outer < 0 ? "root" : old.Relation) : (-1, "root");
        if (head == v || head == subject || head == right)
        {
            (head, relation) = (-1, "root");
        }

        var root = s.Root;
        tokens[v] = old with { Tag = Upos.VERB, Lemma = old.Lemma, WordForm = WordForm.Past, Head = head, Relation = head < 0 ? "root" : relation };
        tokens[subject] = tokens[subject] with { Head = v, Relation = "nsubj" };
        if (head < 0 && root >= 0 && root != v && root != subject)
        {
            tokens[root] = tokens[root] with { Head = v, Relation = root > v && root == right ? "obj" : "parataxis" };
        }

        if (right >= 0 && right != root)
        {
            tokens[right] = tokens[right] with { Head = v, Relation = "obj" };
        }

        Right(tokens, s, v, subject, right);
        return Sound(tokens) ? tokens.ToImmutable() : s.Tokens;
    }

    // What hung on the subject from beyond the verb hangs on the verb.
    private static void Right(ImmutableArray<Token>.Builder tokens, Sentence s, int v, int subject, int right)
    {
        for (var t = v + 1; t < tokens.Count; t++)
        {
            if (tokens[t].Head != subject && !(tokens[t].Head == v && tokens[t].Relation is "nmod" or "flat" or "acl"))
            {
                continue;
            }

            var relation = tokens[t].Relation == "punct" ? "punct" : tokens[t].Tag == Upos.VERB ? "advcl" : s.Preposition(t) is null && right < 0 && tokens[t].Tag is Upos.NOUN or Upos.PROPN or Upos.NUM ? "obj" : "obl";
            right = relation == "obj" ? t : right;
            tokens[t] = tokens[t] with { Head = v, Relation = relation };
        }
    }

    // One root and no ring, or the mending is not worth it.
    private static bool Sound(ImmutableArray<Token>.Builder tokens)
    {
        var roots = 0;
        for (var t = 0; t < tokens.Count; t++)
        {
            roots += tokens[t].Head < 0 ? 1 : 0;
            var steps = 0;
            for (var u = t; u >= 0; u = tokens[u].Head)
            {
                if (++steps > tokens.Count)
                {
                    return false;
                }
            }
        }

        return roots == 1;
    }
}
