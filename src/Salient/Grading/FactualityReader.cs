using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Grading;

/// <summary>Reads how surely a proposition is put, by the tree: from its trigger up to what attributes it.</summary>
internal sealed class FactualityReader(Modality words)
{
    private const int Steps = 9;

    /// <summary>Grades the proposition of <paramref name="a"/>.</summary>
    /// <param name="s">Its sentence.</param>
    /// <param name="a">The assertion.</param>
    /// <param name="reported">True where it stands in reported speech outside quotation marks.</param>
    /// <param name="stop">Cues of attributions, where the way up ends.</param>
    public ClauseGrade Read(Sentence s, Assertion a, bool reported, Func<int, bool> stop)
    {
        var grade = new ClauseGrade();
        var topic = a.Kind is "assessment" or "cohesion";
        var intention = a.Act == "intention";
        var coming = a.Act == "forecast" || a.Kind == "combat";
        var t = Told(s, a);
        var from = -1;
        var seen = new HashSet<int>();
        for (var step = 0; step < Steps && t >= 0 && seen.Add(t); step++)
        {
            if (!words.Has("factive", s.Lemma(t)) || (step == 0 && s.Child(t, "ccomp") < 0 && s.Child(t, "csubj") < 0))
            {
                Own(s, t, from, grade, reported, intention, coming, first: step == 0, topic);
            }

            if (step == 0 && a is { Kind: "control", Act: not "held" } && Aim(s, t) is { } aim)
            {
                grade.Plan(aim);
            }

            if (step == 0)
            {
                grade.Apply(Denies(s, t, a.Act) ? Effect.Negated : a.Act == "forecast" && s.Lemma(t) == "expect" ? Effect.Probable : Effect.None, s.Lower(t));
            }

            if (Conditional(s, t, from))
            {
                grade.Apply(Effect.Open, "if");
            }

            if (stop(t))
            {
                break;
            }

            from = t;
            t = Up(s, t, a, grade, topic, intention);
        }

        if (s.Tokens.Length > 0 && s.Tokens[^1].Form == "?" && !reported)
        {
            grade.Apply(Effect.Open, "?");
        }

        if (words.Denied(a.Act) && !Enumerable.Range(0, s.Tokens.Length).Any(w => a.Evidence.Contains(s.Tokens[w].Span) && words.Has("denied:" + a.Act, s.Lemma(w)) && Refuses(s, w)))
        {
            // "There is no water" is what is lacked, "they will not go" what is refused: only what names the act is denied.
            grade.Affirm();
        }

        return grade;
    }

    /// <summary>"focused on capturing the town", "on the verge of seizing it", "taking it would cost": the word that sets the deed apart as an aim; null where nothing does, as in "advanced, capturing the town", "after capturing it" and "in capturing it they lost".</summary>
    private string? Aim(Sentence s, int t)
    {
        if (s.Tokens[t].WordForm is not WordForm.Gerund || s.Tokens[t].Head is not (>= 0 and var head) || words.Of("deed", s.Lemma(head)) is not Effect.None || words.Of("verb", s.Lemma(head)) is Effect.Negated)
        {
            return null;
        }

        foreach (var c in s.Children(t))
        {
            if (s.IsAny(c, "mark", "case"))
            {
                return words.Of(s.Is(t, "acl") ? "mark-noun" : "mark-gerund", s.Lower(c)) is Effect.Open ? s.Lower(c) : null;
            }
        }

        return t < head && !s.Tokens[t..head].Any(w => w.Form == ",") ? s.Lower(head) : null;
    }

    // "He added that they will not": what is declared is what he added.
    private int Told(Sentence s, Assertion a) =>
        a.Act == "declaration" && a.Trigger >= 0 && words.Has("tell", s.Lemma(a.Trigger)) && !Refuses(s, a.Trigger) && Content(s, a.Trigger) is >= 0 and var said ? said : a.Trigger;

    /// <summary>What the verb at <paramref name="t"/> tells: "that …", "of the fact that …"; -1 where it stands alone.</summary>
    private static int Content(Sentence s, int t)
    {
        foreach (var c in s.Children(t))
        {
            if (c > t && (s.Is(c, "ccomp") || (s.Is(c, "advcl") && s.Marker(c) == "that")))
            {
                return c;
            }

            if (c > t && s.IsAny(c, "obj", "obl") && s.Tokens[c].Tag == Upos.NOUN && s.Child(c, "acl") is >= 0 and var told && s.Marker(told) == "that")
            {
                return told;
            }
        }

        return s.Child(t, "ccomp");
    }

    // "are unable to", "it is untrue that", of a meeting "refused": its own word denies.
    private bool Denies(Sentence s, int t, string act) =>
        (s.Tokens[t].Tag == Upos.ADJ && words.Of("adj", s.Lemma(t)) == Effect.Negated) || words.Of("own:" + act, s.Lemma(t)) == Effect.Negated;

    // A negator of its own, or a subject or object that is nobody.
    private bool Refuses(Sentence s, int t)
    {
        foreach (var c in s.Children(t))
        {
            if ((s.IsAny(c, "advmod", "det", "cc") && words.Of("adv", s.Lower(c)) == Effect.Negated) || (s.IsAny(c, "obj", "nsubj", "det") && Nobody(s, c)))
            {
                return true;
            }
        }

        return s.Is(t, "xcomp") && s.Tokens[t].Head is >= 0 and var head && (words.Of("verb", s.Lemma(head)) == Effect.Negated || Refuses(s, head));
    }

    // "No, neither army, nothing, not a single town".
    private static bool Nobody(Sentence s, int t)
    {
        if (s.Lower(t) is "nothing" or "nobody" or "none" or "neither" or "no")
        {
            return true;
        }

        foreach (var c in s.Children(t))
        {
            if (s.IsAny(c, "det", "cc", "cc:preconj", "advmod") && s.Lower(c) is "no" or "neither")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"can win if it is given …", "will only end if …": it hangs on what is not said to hold.</summary>
    private static bool Conditional(Sentence s, int t, int from)
    {
        if (from >= 0 && !s.IsAny(from, "obj", "obl", "nsubj", "xcomp"))
        {
            return false;
        }

        foreach (var c in s.Children(t))
        {
            if (c != from && s.Is(c, "advcl") && s.Marker(c) is "if" or "unless" or "provided" && !s.HasChild(c, "advmod", "even"))
            {
                return true;
            }
        }

        return false;
    }

    // "Would not be significant" judges; only "would not, if …" leaves it open.
    private static bool Denied(Sentence s, int t)
    {
        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "advmod") && s.Lower(c) is "not" or "n't" or "n’t" or "never")
            {
                return !s.Tokens.Any(w => w.Form is "if" or "If" or "unless" or "Unless");
            }
        }

        return false;
    }

    /// <summary>What stands in the clause itself: modals, adverbs, negators, marks.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="t">The word whose clause it is.</param>
    /// <param name="from">The word below it whose own words were read before; -1 for none.</param>
    /// <param name="grade">What is put together.</param>
    /// <param name="reported">True in reported speech.</param>
    /// <param name="intention">True for what somebody intends.</param>
    /// <param name="coming">True for what is yet to come.</param>
    /// <param name="first">True for the trigger.</param>
    /// <param name="topic">True for a claim whose act names a topic.</param>
    private void Own(Sentence s, int t, int from, ClauseGrade grade, bool reported, bool intention, bool coming, bool first, bool topic)
    {
        foreach (var c in s.Children(t))
        {
            var word = s.Lower(c);
            var effect = Effect.None;
            if (s.Is(c, "aux"))
            {
                effect = Inverted(s, t, c) ? Effect.Open : coming && word == "can" && !Denied(s, t) ? Effect.Possible : words.Of("aux", word == "’d" || word == "'d" ? "would" : word);
                if (effect == Effect.Hypothetical && (reported || intention || Denied(s, t)))
                {
                    effect = Effect.None;
                }
            }
            else if (s.IsAny(c, "mark", "case", "cc", "advmod") && c + 1 < s.Tokens.Length && (word == "instead" ? s.Lower(c + 1) == "of" : word == "rather" && s.Lower(c + 1) == "than"))
            {
                // "instead of attacking it": that was not done.
                effect = Effect.Negated;
            }
            else if (s.IsAny(c, "advmod", "cc", "cc:preconj") || s.Tokens[c].Tag is Upos.PART)
            {
                effect = words.Of("adv", word) is Effect.Negated && !(first && topic) && words.Of("not", s.Lemma(t)) is not Effect.None and var left ? left : words.Of("adv", word);
                if (effect == Effect.Negated && s.Lemma(t) == "late" && s.HasChild(t, "advmod", "too"))
                {
                    // "It is not too late to talk."
                    effect = Effect.Possible;
                }
                else if (effect == Effect.Negated && word == "nor" && s.Is(c, "cc") && s.Tokens[..c].Any(w => w.Form is "neither" or "Neither"))
                {
                    // "Neither shells nor tanks": "neither" has denied both.
                    effect = Effect.None;
                }
                else if (effect == Effect.Negated && (words.Has("overstate", s.Lemma(t)) || (c + 1 < s.Tokens.Length && s.Lower(c + 1) is "only" or "just" or "merely" or "simply" or "solely" or "more" or "less" or "fewer" or "later")))
                {
                    // "cannot be overstated", "not only", "no more than": nothing is denied.
                    effect = Effect.None;
                }
            }
            else if (s.Is(c, "det"))
            {
                effect = words.Of("det", word);
            }
            else if (s.Is(c, "mark") || (s.Is(c, "case") && word == "without"))
            {
                effect = words.Of("mark", word) is not Effect.None and var always ? always : Waits(s, t) ? words.Of("mark-present", word) : Effect.None;
            }
            else if (s.Is(c, "amod") && first)
            {
                effect = words.Of("adj", s.Lemma(c));
            }
            else if (s.Is(c, "obl") && word is "event" or "case" && s.HasChild(c, "case", "in") && s.Child(c, "nmod") >= 0)
            {
                // "in the event of an attack": it hangs on what may not be.
                effect = Effect.Open;
            }
            else if (c != from && s.IsAny(c, "obj", "nsubj", "obl") && Nobody(s, c))
            {
                effect = Effect.Negated;
                word = "no";
            }

            if (intention && effect == Effect.Open)
            {
                continue;
            }

            grade.Apply(effect, word);
        }
    }

    /// <summary>"Should they cross the river", "Had they crossed it": a condition that its order of words tells.</summary>
    private static bool Inverted(Sentence s, int t, int aux) => s.Lower(aux) is "should" or "were" or "had" && s.OwnSubject(t) > aux && s.Tokens[^1].Form != "?";

    /// <summary>"after they take the town": what is told in the present of a time that a mark sets apart is still to come.</summary>
    private static bool Waits(Sentence s, int t) => s.Tokens[t].WordForm is WordForm.Present or WordForm.Base && s.Tokens[t].Tag == Upos.VERB && s.Child(t, "aux") < 0;

    /// <summary>Applies what governs word <paramref name="t"/> and gives the next word up; -1 where its proposition ends.</summary>
    private int Up(Sentence s, int t, Assertion a, ClauseGrade grade, bool topic, bool intention)
    {
        var head = s.Tokens[t].Head;
        if (head < 0)
        {
            return -1;
        }

        if (s.IsAny(t, "xcomp", "ccomp", "csubj", "csubj:pass") || (s.IsAny(t, "advcl", "acl") && s.Infinitive(t) && !s.Is(t, "acl:relcl")))
        {
            var governs = Governs(s, head, intention || topic || Speaks(a) || (a.Kind == "combat" && s.Lemma(head) is "attempt" or "try"));
            if (s.Lemma(head) == "expect" && (intention || (a.Kind == "politics" && a.Act != "negotiation")))
            {
                // What a state expects of others is what it wants.
                governs = Effect.None;
            }

            if (governs == Effect.None && s.Is(t, "advcl") && s.Infinitive(t) && s.Tokens[head].Tag == Upos.VERB)
            {
                // A purpose is told as part of what is done: it shares its grade.
                return intention ? head : -1;
            }

            grade.Apply(governs, s.Lower(head));
            return head;
        }

        // "was under their control": the words of a state stand under its noun.
        if (s.IsAny(t, "cop", "case", "conj"))
        {
            return !s.Is(t, "conj") || Shares(s, t, head) ? head : -1;
        }

        if (s.IsAny(t, "obj", "nsubj", "obl", "nmod", "amod", "compound", "obl:agent", "iobj", "nmod:poss", "advmod"))
        {
            if (s.IsAny(t, "obl", "nmod") && s.Child(t, "case") is >= 0 and var behind && words.Has("aside", s.Lower(behind)))
            {
                // "have failed despite their numbers": what stands aside has no part in it.
                return -1;
            }

            if (s.Is(t, "nmod") && s.Nominal(head))
            {
                grade.Apply(words.Of("noun", s.Lemma(head)), s.Lower(head));
                return head;
            }

            if (s.Tokens[t].Head == a.Clause || s.IsAny(t, "obj", "nsubj:pass", "amod", "compound", "advmod") || (s.Is(t, "nsubj") && s.Child(head, "cop") >= 0) || s.Is(t, "nsubj"))
            {
                if (s.Is(t, "nsubj") && s.Tokens[head].Tag == Upos.ADJ && words.Of("adj", s.Lemma(head)) is var chance && chance is Effect.Possible or Effect.Probable or Effect.Unlikely)
                {
                    // "An attack is possible."
                    grade.Apply(chance, s.Lower(head));
                }

                if (s.Is(t, "obj") && words.Of("own:" + a.Act, s.Lemma(head)) == Effect.Negated)
                {
                    // "rejected talks".
                    grade.Apply(Effect.Negated, s.Lower(head));
                }
                else if (s.Is(t, "obj"))
                {
                    grade.Apply(words.Of("verb", s.Lemma(head)) is var e && (intention || Speaks(a) || a.Kind == "combat") && e == Effect.Open ? Effect.None : e, s.Lower(head));
                }

                return head;
            }

            return -1;
        }

        if (s.Is(t, "advcl") && s.Marker(t) is "by")
        {
            return head;
        }

        if (s.Is(t, "advcl") && s.Marker(t) is "from" && s.Tokens[head].Tag == Upos.VERB && words.Of("verb", s.Lemma(head)) is Effect.Negated)
        {
            // "kept them from taking the town".
            grade.Apply(Effect.Negated, s.Lower(head));
            return head;
        }

        if (s.IsAny(t, "acl", "ccomp") && s.Marker(t) is "that" && s.Nominal(head) && s.HasChild(head, "det", "no") && words.Of("not", s.Lemma(head)) is not Effect.None and var left)
        {
            // "there is no evidence that it fell".
            grade.Apply(left, "no");
            return -1;
        }

        return -1;
    }

    // Calling, ordering and asking are done, whatever comes of them.
    private static bool Speaks(Assertion a) => a.Kind == "politics" || a.Act is "aid-requested" or "aid-pledged";

    private Effect Governs(Sentence s, int head, bool lenient)
    {
        var lemma = s.Lemma(head);
        var effect = s.Tokens[head].Tag switch
        {
            Upos.VERB or Upos.AUX when s.Passive(head) => words.Of("verb-passive", lemma),
            Upos.VERB or Upos.AUX when (lemma is "have" && s.HasChild(head, "advmod", "yet")) || s.Lower(head) == "yet" => Effect.Negated,
            Upos.VERB or Upos.AUX => words.Of("verb", lemma),
            Upos.ADJ => words.Of("adj", lemma),
            Upos.NOUN => words.Of("noun", lemma),
            Upos.ADV => s.Lower(head) == "yet" ? Effect.Negated : words.Of("adj", lemma),
            _ => Effect.None,
        };
        return lenient && effect == Effect.Open ? Effect.None : effect;
    }

    /// <summary>"may seize the town and move on": what has no subject and no tense of its own shares what stands before the first.</summary>
    private static bool Shares(Sentence s, int t, int head)
    {
        if (s.OwnSubject(t) >= 0 || s.HasChild(t, "cc", "but"))
        {
            return false;
        }

        if (s.Nominal(t))
        {
            return true;
        }

        return s.Child(t, "aux") < 0 && s.Tokens[t].WordForm is WordForm.Base or WordForm.Gerund or WordForm.PastParticiple && s.Tokens[head].WordForm is not (WordForm.Past or WordForm.Present);
    }
}
