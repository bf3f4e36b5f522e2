using Salient.Coding.Arguments;
using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Names what a claim is about besides its parties: what was lost, given or short, and who took or left a post.</summary>
internal sealed class Things(FrameSet frames)
{
    private readonly NumberFinder numbers = new(frames);
    private readonly WordList measures = frames.List("measure-nouns");
    private readonly WordList praise = frames.List("valuing-adjectives");
    private readonly WordList equipping = frames.List("equipping-verbs");
    private readonly WordList ranks = frames.List("ranks");

    /// <summary>The category of a loss: the frame's, else that of the only sort of thing that the clause counts; people where it kills or wounds.</summary>
    public string? Category(Sentence s, Unit unit, Assertion a)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (s.Nominal(t) && numbers.Noun(s, t)?.Category is { } category)
            {
                found.Add(category);
            }
        }

        var money = Money(s, unit);
        if (money)
        {
            found.Remove("personnel");
        }

        if (found.Count > 1 && found.IsSubsetOf(Armour) && !unit.Counted)
        {
            return "vehicle";
        }

        return (money && a.Category == "personnel" ? null : a.Category) ?? (found.Count == 1 ? found.First() : a.Act is "killed" or "wounded" or "casualties" or "missing" or "captured" && found.Count == 0 && !money ? "personnel" : null);
    }

    // Losses in money are of no category.
    private static bool Money(Sentence s, Unit unit)
    {
        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (s.Tokens[t].Form is "$" or "€" or "£" || s.Lemma(t).Lowered() is "dollar" or "euro" or "pound" or "hryvnia" or "ruble" or "rouble" or "usd" or "bn")
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Armour = ["apc", "tank", "vehicle"];

    /// <summary>What is short, given, asked for or cut: the noun itself, without its measure, its owner and its praise.</summary>
    public string? Item(string text, Sentence s, Unit unit, Assertion a)
    {
        var at = Head(s, unit, a, text);
        for (var guard = 0; at >= 0 && guard < 4 && (measures.Matches(s, at) || s.Tokens[at].Tag is Upos.SYM || s.Tokens[at].Form is "$" or "€" or "£") && Of(s, at) is >= 0 and var inner; guard++)
        {
            at = inner;
        }

        if (at < 0)
        {
            return a.Item;
        }

        var first = First(s, unit, at, at);
        // "Longer-range guns": what is joined belongs to it.
        while (first - 2 >= unit.Clause.First && s.Tokens[first - 1].Form == "-" && s.Tokens[first - 1].Span.End == s.Tokens[first].Span.Start && s.Tokens[first - 2].Span.End == s.Tokens[first - 1].Span.Start)
        {
            first -= 2;
        }

        while (first < at && ((praise.Matches(s, first) && !s.Is(first, "advmod")) || s.Tokens[first].Tag is Upos.NUM or Upos.SYM or Upos.DET or Upos.PUNCT or Upos.CCONJ))
        {
            first++;
        }

        return PartyFinder.Spaces(new TextSpan(s.Tokens[first].Span.Start, s.Tokens[Last(s, unit, at)].Span.End).Of(text));
    }

    // What stands before it and belongs to it, also to what belongs to it: "long-range field guns", "more modern guns".
    private int First(Sentence s, Unit unit, int at, int first)
    {
        foreach (var c in s.Children(at))
        {
            if (c < first && c >= unit.Clause.First && (s.Is(c, "amod") || s.Is(c, "compound") || (s.Is(c, "advmod") && c == at - 1 && s.Tokens[at].Tag == Upos.ADJ)) && !Receives(s, c) && (s.Is(c, "advmod") || !praise.Matches(s, c)))
            {
                first = First(s, unit, c, c);
            }
        }

        return first;
    }

    // "Tents and stoves", "tents, stoves and coal": what is listed with it.
    private static int Last(Sentence s, Unit unit, int at)
    {
        var last = at;
        foreach (var c in s.Children(at))
        {
            if (c > last && c < unit.Clause.End && s.Is(c, "conj") && s.Tokens[c].Tag is Upos.NOUN or Upos.PROPN && s.Tokens[(at + 1)..c].All(t => t.Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.CCONJ || t.Form is "," or "-"))
            {
                last = c;
            }
        }

        return last;
    }

    // "Gave Ostria tents": who gets something is not what he gets.
    private static bool Receives(Sentence s, int t)
    {
        foreach (var m in s.Mentions)
        {
            if (t >= m.First && t < m.End && m.Side is not (null or "none") && m.Type is not (MentionType.Weapon or MentionType.Time or MentionType.Number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A person's name without rank.</summary>
    public string? Person(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var words = name.Split(' ').ToList();
        while (words.Count > 1 && ranks.Has(words[0]))
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }

    // The head of the frame's item, else the object of the last verb of the clause's chain.
    private int Head(Sentence s, Unit unit, Assertion a, string text)
    {
        // "Provided the rebels with tents": what comes with the verb is given.
        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (s.Is(t, "obl") && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && s.Tokens[t].Head is >= 0 and var verb && equipping.Matches(s, verb) && s.Child(verb, "obj") is >= 0 and var obj && obj < t && s.Preposition(t) == "with")
            {
                return t;
            }
        }

        if (a.Item is not null)
        {
            var named = false;
            for (var t = unit.Clause.First; t < unit.Clause.End; t++)
            {
                if (s.Nominal(t) && PartyFinder.Name(text, s, t) == a.Item)
                {
                    if (Receives(s, t))
                    {
                        named = true;
                        break;
                    }

                    return t;
                }
            }

            if (!named)
            {
                return -1;
            }
        }

        var thing = unit.Clause.Object;
        if (thing >= 0 && !Receives(s, thing) && s.Tokens[thing].Tag is Upos.NOUN or Upos.PROPN && thing >= unit.Clause.First && thing < unit.Clause.End)
        {
            return thing;
        }

        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (s.Is(t, "obj") && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && !Receives(s, t))
            {
                return t;
            }
        }

        // "Ran out of coal".
        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (s.Is(t, "obl") && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN && !Receives(s, t) && t > 0 && s.Tokens[t - 1].Form == "of")
            {
                return t;
            }
        }

        return -1;
    }

    private static int Of(Sentence s, int head)
    {
        foreach (var c in s.Children(head))
        {
            if (s.Is(c, "nmod") && s.Preposition(c) is "of" or "in")
            {
                return c;
            }
        }

        return -1;
    }
}
