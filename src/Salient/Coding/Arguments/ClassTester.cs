using Salient.Coding.Clauses;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding.Arguments;

/// <summary>Says whether a word is of a class: a built-in one or a list.</summary>
internal sealed class ClassTester(FrameSet frames, PartyFinder parties)
{
    private readonly WordList ground = frames.List("ground");
    private readonly WordList forces = frames.List("forces");
    private readonly WordList parts = frames.List("part-words");

    public bool Is(Sentence s, int t, WordClass type)
    {
        // "all of the town", "a number of troops": what counts is the town, the troops.
        var inner = Inner(s, t);
        return One(s, t, type) || (inner != t && One(s, inner, type)) || Coordinated(s, t, type);
    }

    public bool Any(Sentence s, int t, SlotTest test)
    {
        foreach (var c in test.Classes)
        {
            if (Is(s, t, c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The complement of a word that only measures: "most of Mariupol" is Mariupol.</summary>
    public int Inner(Sentence s, int t)
    {
        for (var depth = 0; depth < 3; depth++)
        {
            if (!parts.Matches(s, t) && s.Tokens[t].Tag != Upos.NUM)
            {
                return t;
            }

            var next = -1;
            foreach (var c in s.Children(t))
            {
                if (s.Is(c, "nmod") && s.Preposition(c) == "of")
                {
                    next = c;
                    break;
                }
            }

            if (next < 0)
            {
                return s.Tokens[t].Tag == Upos.NUM ? After(s, t) : t;
            }

            t = next;
        }

        return t;
    }

    // A proper noun that nothing else claims may be a place that no gazetteer has.
    private static bool Unclaimed(Sentence s, int t)
    {
        if (s.Tokens[t].Tag != Upos.PROPN || !char.IsUpper(s.Tokens[t].Form[0]))
        {
            return false;
        }

        foreach (var m in s.Mentions)
        {
            if (t >= m.First && t < m.End && m.Entry is not null)
            {
                return false;
            }
        }

        return true;
    }

    // A number that was read as the object itself counts the noun after it.
    private static int After(Sentence s, int number)
    {
        for (var i = number + 1; i < Math.Min(s.Tokens.Length, number + 4); i++)
        {
            if (s.Tokens[i].Tag is Upos.NOUN or Upos.PROPN)
            {
                return i;
            }

            if (s.Tokens[i].Tag is not (Upos.ADJ or Upos.NUM))
            {
                break;
            }
        }

        return number;
    }

    public static Mention? Mentioned(Sentence s, int t, MentionType type)
    {
        foreach (var m in s.Mentions)
        {
            if (m.Type == type && t >= m.First && t < m.End)
            {
                return m;
            }
        }

        return null;
    }

    private bool Coordinated(Sentence s, int t, WordClass type)
    {
        foreach (var c in s.Children(t))
        {
            if (s.Is(c, "conj") && One(s, c, type))
            {
                return true;
            }
        }

        return false;
    }

    private bool One(Sentence s, int t, WordClass type) => type.List is { } list ? list.Matches(s, t) : type.Name switch
    {
        "any" => true,
        "place" => Mentioned(s, t, MentionType.Place) is not null || Unclaimed(s, t) || ground.Matches(s, t) || s.Tokens[t].Lemma is "it" or "which" or "there",
        "toponym" => (Mentioned(s, t, MentionType.Place) is not null && s.Nominal(t)) || Unclaimed(s, t),
        "force" => forces.Matches(s, t) || s.Lemma(t) is "one" or "other" or "both" || Mentioned(s, t, MentionType.Force) is not null || Mentioned(s, t, MentionType.Nationality) is not null && s.Nominal(t) || Sided(s, t),
        "party" => forces.Matches(s, t) || parties.Side(s, t, 0) is not null || (s.Tokens[t].Tag == Upos.PRON && s.Tokens[t].Lemma is not ("what" or "there")) || s.Lemma(t) is "one" or "other" or "both",
        "person" => Mentioned(s, t, MentionType.Person) is not null || (s.Tokens[t].Tag == Upos.PRON && s.Tokens[t].Form.Lowered() is "he" or "she" or "him" or "her"),
        "organisation" => Mentioned(s, t, MentionType.Organisation) is not null,
        "weapon" => Mentioned(s, t, MentionType.Weapon) is not null,
        "number" => s.Child(t, "nummod") >= 0 || s.Tokens[t].Tag == Upos.NUM,
        _ => false,
    };

    private bool Sided(Sentence s, int t) => s.Tokens[t].Tag == Upos.PRON ? s.Tokens[t].Form.Lowered() is "they" or "them" or "we" or "us" : Mentioned(s, t, MentionType.Place) is { Side: not null } && parties.Side(s, t, 0) is not null;
}
