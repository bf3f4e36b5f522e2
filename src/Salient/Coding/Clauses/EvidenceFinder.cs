using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Clauses;

/// <summary>The words that carry a claim: its clause without what another clause adds, or a noun phrase.</summary>
internal sealed class EvidenceFinder(FrameSet frames)
{
    private readonly WordList leading = frames.List("leading-adverbs");
    private readonly WordList outerPrepositions = frames.List("outer-prepositions");
    private readonly WordList keptMarks = frames.List("kept-marks");

    /// <summary>The tokens of the clause headed by <paramref name="top"/>.</summary>
    public bool[] Clause(Sentence s, int top, int trigger)
    {
        var inside = new bool[s.Tokens.Length];
        Take(s, top, top, trigger, inside, 0);
        if (s.Is(top, "acl") && s.Tokens[top].Head is >= 0 and var noun && !CommaBetween(s, noun, top) && !OwnRelative(s, top))
        {
            TakePhrase(s, noun, inside, top);
        }

        // A participle that modifies a noun says what happened to it: "destroyed tank".
        if (s.Is(top, "amod") && s.Tokens[top].Head is >= 0 and var head)
        {
            Take(s, head, head, trigger, inside, 0);
        }

        return inside;
    }

    /// <summary>The tokens of the noun phrase headed by <paramref name="noun"/>.</summary>
    public bool[] Phrase(Sentence s, int noun)
    {
        var inside = new bool[s.Tokens.Length];
        Take(s, noun, noun, noun, inside, 0);
        foreach (var c in s.Children(noun))
        {
            if (s.Is(c, "case") || s.Is(c, "conj") || s.Is(c, "cop") || s.Is(c, "nsubj") || s.Is(c, "aux") || s.Is(c, "mark"))
            {
                Drop(s, c, inside);
            }
        }

        return inside;
    }

    /// <summary>The one stretch of the clause that holds the trigger, as first token and end; gaps that a relative clause or apposition leaves inside are bridged.</summary>
    public (int First, int End) Stretch(Sentence s, bool[] inside, int trigger, int top)
    {
        inside[trigger] = true;
        int first = trigger, end = trigger + 1;
        var fronted = Fronted(s, top, trigger);
        for (var i = trigger - 1; i >= fronted; i--)
        {
            if (inside[i])
            {
                first = i;
            }
            else if (!Bridged(s, i, top, first))
            {
                break;
            }
        }

        for (var i = trigger + 1; i < inside.Length; i++)
        {
            if (inside[i])
            {
                end = i + 1;
            }
            else if (!Bridged(s, i, top, end))
            {
                break;
            }
        }

        return Trim(s, first, end, trigger);
    }

    // "On Monday, …", "In the south, …": what stands before the clause's first comma and its subject is not its core. Gives where the core begins.
    private static int Fronted(Sentence s, int top, int trigger)
    {
        var begin = 0;
        foreach (var c in s.Children(top))
        {
            if (c < top && c < trigger && (s.Is(c, "obl") || s.Is(c, "advmod") || s.Is(c, "advcl") || s.Is(c, "nmod")))
            {
                for (var i = c + 1; i < Math.Min(top, trigger); i++)
                {
                    if (s.Tokens[i].Form == "," && !s.Below(i + 1, c) && (s.Tokens[i].Head == top || s.Below(i, c)))
                    {
                        begin = Math.Max(begin, i + 1);
                        break;
                    }
                }
            }
        }

        // A subject before the comma belongs to the clause.
        return s.Child(top, "nsubj") is >= 0 and var subject && subject < begin ? 0 : begin;
    }

    // A gap may be crossed unless it attributes or coordinates: those words would not be the claim's own.
    private static bool Bridged(Sentence s, int i, int top, int from)
    {
        if (Math.Abs(from - i) > 14)
        {
            return false;
        }

        for (var t = i; t >= 0 && t != top; t = s.Tokens[t].Head)
        {
            if (s.Is(t, "parataxis") || s.Is(t, "conj") || s.Is(t, "ccomp") || s.Is(t, "advcl") || s.Is(t, "cc"))
            {
                return false;
            }
        }

        return s.Below(i, top) && !s.Is(i, "mark");
    }

    private (int First, int End) Trim(Sentence s, int first, int end, int trigger)
    {
        while (first < trigger && (s.Tokens[first].Tag is Upos.PUNCT or Upos.CCONJ || (leading.Matches(s, first) && !s.Is(first, "case") && !s.Is(first, "det") && !s.Is(first, "nsubj"))))
        {
            first++;
        }

        while (end - 1 > trigger && s.Tokens[end - 1] is var last && (last.Tag is Upos.PUNCT && last.Form is not ("\"" or "”" or "’" or "%" or ")") || last.Tag is Upos.CCONJ or Upos.SCONJ))
        {
            end--;
        }

        if (s.Tokens[end - 1].Form is "\"" or "”" or "’" && end - 2 >= first && s.Tokens[end - 2].Form is "," or ".")
        {
            end -= 2;
        }

        return (first, Math.Max(end, trigger + 1));
    }

    private void Take(Sentence s, int t, int top, int trigger, bool[] inside, int depth)
    {
        inside[t] = true;
        if (depth > 60)
        {
            return;
        }

        foreach (var c in s.Children(t))
        {
            if (c == trigger || s.Below(trigger, c) || !Leaves(s, c, t, top, trigger))
            {
                Take(s, c, top, trigger, inside, depth + 1);
            }
        }
    }

    private bool Leaves(Sentence s, int c, int parent, int top, int trigger)
    {
        var relation = s.Tokens[c].Relation;
        var verbal = s.Predicate(parent) || parent == top;
        if (Syntax.Is(relation, "parataxis") || relation is "discourse" or "vocative" or "list" or "dislocated" or "orphan")
        {
            return true;
        }

        if (Syntax.Is(relation, "conj"))
        {
            return s.Predicate(c) || (verbal && s.Tokens[c].Tag is Upos.VERB);
        }

        if (Syntax.Is(relation, "cc"))
        {
            return parent == top && c < parent && s.Predicate(parent);
        }

        if (Syntax.Is(relation, "mark"))
        {
            return parent == top && !keptMarks.Matches(s, c);
        }

        if (Syntax.Is(relation, "advcl"))
        {
            return AdverbialLeaves(s, c, parent);
        }

        if (Syntax.Is(relation, "acl") || Syntax.Is(relation, "appos"))
        {
            return c > parent && CommaBetween(s, parent, c) && !s.Below(trigger, c);
        }

        return Syntax.Is(relation, "obl") && parent == top && s.Preposition(c) is { } p && outerPrepositions.Has(p);
    }

    private static bool AdverbialLeaves(Sentence s, int c, int parent)
    {
        var mark = s.Child(c, "mark");
        var word = mark < 0 ? "" : s.Tokens[mark].Form.Lowered();
        if (CommaBetween(s, parent, c) || c < parent)
        {
            return true;
        }

        return word is "as" or "while" or "although" or "though" or "because" or "if" or "when" or "whereas" or "but" or "unless" or "where" || word == "to";
    }

    private static bool CommaBetween(Sentence s, int a, int b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);

        // The comma that sets off a clause stands right before its first word.
        var start = high;
        for (var i = high - 1; i > low; i--)
        {
            if (s.Below(i, a < b ? b : a))
            {
                start = i;
            }
        }

        for (var i = Math.Max(low + 1, start - 1); i <= start && i < high; i++)
        {
            if (s.Tokens[i].Form is "," or "—" or "–" or "--" or "(" or ";" or ":" or "…")
            {
                return true;
            }
        }

        return s.Tokens[high].Form is "(";
    }

    private static bool OwnRelative(Sentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (DeepSyntax.Relative(s, c) && s.Tokens[c].Form.Lowered() is "which" or "who")
            {
                return true;
            }
        }

        return false;
    }

    private static void TakePhrase(Sentence s, int noun, bool[] inside, int except)
    {
        inside[noun] = true;
        foreach (var c in s.Children(noun))
        {
            if (c != except && (s.Is(c, "det") || s.Is(c, "amod") || s.Is(c, "compound") || s.Is(c, "nmod") || s.Is(c, "nummod") || s.Is(c, "flat")))
            {
                TakePhrase(s, c, inside, except);
            }
        }
    }

    private static void Drop(Sentence s, int t, bool[] inside)
    {
        inside[t] = false;
        foreach (var c in s.Children(t))
        {
            Drop(s, c, inside);
        }
    }
}
