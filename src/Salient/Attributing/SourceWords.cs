using Salient.Records;
using Salient.Records.Syntax;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>What the words of a source tell of themselves: where they end, whose side they name, whether they are a person's.</summary>
internal static class SourceWords
{
    /// <summary>True where the words say that an occupier put the person or body there.</summary>
    public static bool Occupation(Sentence s, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "occupation" or "installed" or "proclaimed" || s.Lower(i).EndsWith("-installed", StringComparison.Ordinal) || s.Lower(i).EndsWith("-appointed", StringComparison.Ordinal) || s.Lower(i).EndsWith("-imposed", StringComparison.Ordinal)
                || (s.Lower(i) is "appointed" or "imposed" && i > first && s.Tokens[i - 1].Form == "-"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the words say that somebody has left what he was: "former", "retired", "ex-".</summary>
    public static bool Former(Sentence s, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "former" or "formerly" or "retired" or "ret" or "ex" or "onetime" || s.Lower(i).StartsWith("ex-", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a noun that a report calls somebody by whom it has named: "the expert", "the director".</summary>
    public static bool Role(string noun) => noun is "expert" or "analyst" or "director" or "interlocutor" or "politician" or "author" or "professor" or "historian" or "researcher" or "journalist" or "activist" or "lawyer" or "scientist";

    /// <summary>A word for a person, by its ending, where the list of source nouns does not have it.</summary>
    public static bool Animate(string noun) => noun.EndsWith("lord", StringComparison.Ordinal) || noun.EndsWith("man", StringComparison.Ordinal) || noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal) || noun.EndsWith("ist", StringComparison.Ordinal);

    /// <summary>The first side that names tell; "none" where they name a body without one; null where they name none.</summary>
    public static string? Side(List<NameHit> hits)
    {
        foreach (var h in hits)
        {
            if (h.Entry.Side != "none")
            {
                return h.Entry.Side;
            }
        }

        return hits.Exists(h => h.Entry.Type is MentionType.Organisation) ? "none" : null;
    }

    /// <summary>The side that somebody under arms fights for: his unit's, or of volunteers from a third state that of who is at home; else his own.</summary>
    public static string Sworn(Theatre theatre, Sentence s, int first, int last, List<NameHit> hits, string side)
    {
        if (side == "none" || theatre.Sides.Any(x => x.Party && x.Id == side))
        {
            return side;
        }

        if (hits.Find(h => h.Entry.Type == MentionType.Force && theatre.Sides.Any(x => x.Party && x.Id == h.Entry.Side) && Serves(s, first, h.First)).Entry is { } unit)
        {
            return unit.Side;
        }

        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "volunteer" or "volunteers" or "legionnaire" or "legionnaires")
            {
                return theatre.Sides.FirstOrDefault(x => x.Party)?.Id ?? side;
            }
        }

        return side;
    }

    // "Of the legion", "a legion commander", not "who trains the legion".
    private static bool Serves(Sentence s, int first, int unit)
    {
        var before = unit > first && s.Lower(unit - 1) is "the" or "a" or "an" ? unit - 2 : unit - 1;
        return before < first || s.Tokens[before].Tag is Upos.ADJ || s.Lower(before) is "of" or "in" or "with" or "from";
    }

    /// <summary>The side of the first region or town of the theatre's that words name; null where they name none.</summary>
    public static string? Region(Theatre theatre, Sentence s, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (theatre.Regions.TryGetValue(s.Tokens[i].Form, out var side))
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>The last word of a document's phrase without its title and what it is about.</summary>
    public static int Untitled(Sentence s, int head, int last)
    {
        for (var i = head + 1; i <= last; i++)
        {
            if (s.Tokens[i].Form is "“" or "\"" or "«" || s.Lower(i) is "entitled" or "titled" or "called" or "on" or "about" or "regarding" or "concerning" or "into")
            {
                return i - 1;
            }
        }

        return last;
    }

    /// <summary>True where the words before <paramref name="name"/> say that it made a document: "adopted by".</summary>
    public static bool Made(Sentence s, int first, int name)
    {
        var by = name > 0 && s.Lower(name - 1) is "the" or "a" or "an" ? name - 2 : name - 1;
        return by > first && s.Lower(by) == "by" && s.Tokens[by - 1].WordForm is WordForm.Past or WordForm.PastParticiple;
    }

    /// <summary>True for a noun for what somebody wrote and signed, not for pictures or what goes round: "statement", "poll".</summary>
    public static bool Paper(string noun, SourceNouns nouns) =>
        nouns.Document(noun) && nouns.Type(noun) is not ("media" or "social") && noun is not ("image" or "images" or "footage" or "photo" or "photos" or "photograph" or "photographs" or "imagery" or "picture" or "pictures" or "evidence" or "estimate" or "estimates" or "analysis");

    /// <summary>True for the head of a name: a proper noun that is no word for a source.</summary>
    public static bool Named(Sentence s, int head, SourceNouns nouns) =>
        s.Tokens[head].Tag == Upos.PROPN && s.Tokens[head].WordForm != WordForm.Plural && char.IsUpper(s.Tokens[head].Form[0]) && nouns.Type(s.Lower(head)) is null;

    /// <summary>True for two words that are a first name and a surname by their capitals, whatever the tagger makes of the second.</summary>
    public static bool Person(Sentence s, int first, SourceNouns nouns)
    {
        for (var t = first; t <= first + 1; t++)
        {
            var word = s.Tokens[t];
            if (word.Tag is not (Upos.PROPN or Upos.NOUN) || !word.Form.All(c => char.IsLetter(c) || c is '-' or '\'' or '’') || !char.IsUpper(word.Form[0]) || !char.IsLower(word.Form[^1]) || PersonRuns.Title(word.Form) || PersonRuns.Body(word.Form) || nouns.Type(s.Lower(t)) is not null)
            {
                return false;
            }
        }

        return s.Tokens[first].Tag == Upos.PROPN && !s.Referents.Any(m => m.Type == MentionType.Organisation && m.First <= first && m.End > first);
    }

    /// <summary>True where the words name an office that one person of a state or body holds: "Ukraine's foreign minister", "the head of the German government".</summary>
    public static bool Office(Sentence s, int first, int last, List<NameHit> hits)
    {
        if (s.Lower(first) is "a" or "an" or "one" or "another" || !hits.Exists(h => h.Entry.Type is MentionType.Nationality or MentionType.Place or MentionType.Organisation && h.Entry.Side != "none"))
        {
            return false;
        }

        for (var i = first; i <= last; i++)
        {
            if (s.Lower(i) is "deputy" or "senior" or "former" or "ex" or "unnamed" or "anonymous" or "top" or "advisor" or "adviser" or "aide")
            {
                return false;
            }
        }

        return Enumerable.Range(first, last - first + 1).Any(i => s.Tokens[i].WordForm != WordForm.Plural && Held(s, i, last));
    }

    private static bool Held(Sentence s, int t, int last) => s.Lower(t) switch
    {
        "president" or "premier" or "chancellor" or "leader" or "king" or "pm" => true,
        "minister" => t > 0 && s.Tokens[t - 1].Tag is Upos.NOUN or Upos.PROPN or Upos.ADJ,
        "head" => t + 1 < last && s.Lower(t + 1) == "of" && Enumerable.Range(t, last - t + 1).Any(i => s.Lower(i) is "state" or "government" or "diplomacy"),
        _ => false,
    };

    /// <summary>The last word of the phrase without relative clauses, appositions and what follows a comma.</summary>
    public static int Trimmed(Sentence s, int first, int last, int head)
    {
        for (var i = Math.Max(first, head) + 1; i <= last; i++)
        {
            if (s.Tokens[i].Form is "," or "(" or "—" or "–" || s.IsAny(i, "acl") || s.Lower(i) is "who" or "which" or "that")
            {
                return i - 1;
            }
        }

        return last;
    }
}
