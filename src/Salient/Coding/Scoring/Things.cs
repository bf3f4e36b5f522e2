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
        for (var guard = 0; at >= 0 && guard < 4 && measures.Matches(s, at) && Of(s, at) is >= 0 and var inner; guard++)
        {
            at = inner;
        }

        if (at < 0)
        {
            return a.Item;
        }

        var first = at;
        foreach (var c in s.Children(at))
        {
            if (c < first && c >= unit.Clause.First && (s.Is(c, "amod") || s.Is(c, "compound")) && !praise.Matches(s, c))
            {
                first = c;
            }
        }

        while (first < at && (praise.Matches(s, first) || s.Tokens[first].Tag is Upos.NUM or Upos.SYM or Upos.DET or Upos.PUNCT or Upos.CCONJ))
        {
            first++;
        }

        return PartyFinder.Spaces(new TextSpan(s.Tokens[first].Span.Start, s.Tokens[at].Span.End).Of(text));
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
    private static int Head(Sentence s, Unit unit, Assertion a, string text)
    {
        if (a.Item is not null)
        {
            for (var t = unit.Clause.First; t < unit.Clause.End; t++)
            {
                if (s.Nominal(t) && PartyFinder.Name(text, s, t) == a.Item)
                {
                    return t;
                }
            }

            return -1;
        }

        var thing = unit.Clause.Object;
        if (thing >= 0 && s.Tokens[thing].Tag is Upos.NOUN or Upos.PROPN && thing >= unit.Clause.First && thing < unit.Clause.End)
        {
            return thing;
        }

        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (s.Is(t, "obj") && s.Tokens[t].Tag is Upos.NOUN or Upos.PROPN)
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
