using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Proper names: runs of capitalised words, typed by what they hold and what stands around them.</summary>
internal static class NameRuns
{
    public static void Find(string text, Sentence sentence, MentionCues cues, Candidates candidates, NameTyper typer, Lexicon lexicon)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsName(sentence, i) || candidates.Covers(i, MentionType.Organisation, MentionType.Person, MentionType.Place, MentionType.Force, MentionType.Weapon, MentionType.Time))
            {
                continue;
            }

            var end = End(sentence, i, candidates);
            Type(text, sentence, Start(sentence, i, cues, candidates), end, cues, candidates, typer, lexicon);
            i = end - 1;
        }
    }

    /// <summary>Takes in "of the X" and "for the X and Y" after a name's end.</summary>
    public static int Extend(Sentence sentence, int end)
    {
        var tokens = sentence.Tokens;
        while (end + 1 < tokens.Length && tokens[end].Form is "of" or "for" or "on")
        {
            var next = end + 1;
            next += next + 1 < tokens.Length && tokens[next].Tag == Upos.DET ? 1 : 0;
            if (!IsName(sentence, next))
            {
                break;
            }

            end = Run(sentence, next);
            if (end + 1 < tokens.Length && tokens[end].Form == "and" && IsName(sentence, end + 1) && tokens[end + 1].Relation == "conj" && tokens[end + 1].Head >= next)
            {
                end = Run(sentence, end + 1);
            }
        }

        return end;
    }

    private static int Run(Sentence sentence, int from)
    {
        var end = from + 1;
        while (end < sentence.Tokens.Length && (IsName(sentence, end) || (Joins(sentence, end) && end + 1 < sentence.Tokens.Length && IsName(sentence, end + 1))))
        {
            end++;
        }

        return end;
    }

    private static int End(Sentence sentence, int from, Candidates candidates)
    {
        var end = from + 1;
        while (end < sentence.Tokens.Length && !candidates.Covers(end, MentionType.Organisation, MentionType.Person, MentionType.Place, MentionType.Time)
            && (IsName(sentence, end) || (Joins(sentence, end) && end + 1 < sentence.Tokens.Length && IsName(sentence, end + 1))))
        {
            end++;
        }

        return end;
    }

    /// <summary>The first word of a name whose first words were read as adjectives or nouns: "Northern Sea", "Rocket System".</summary>
    private static int Start(Sentence sentence, int first, MentionCues cues, Candidates candidates)
    {
        while (first > 1 && sentence.Tokens[first - 1] is { Tag: Upos.ADJ or Upos.NOUN } t && char.IsUpper(t.Form[0]) && sentence.Tokens[first - 1].Span.End + 1 >= sentence.Tokens[first].Span.Start
            && !IsTitle(t.Form, cues) && cues.NameKind(t.Form) is not ("nationality" or "month" or "weekday") && !candidates.Covers(first - 1, MentionType.Organisation, MentionType.Person, MentionType.Place, MentionType.Force, MentionType.Weapon, MentionType.Time, MentionType.Nationality, MentionType.Post))
        {
            first--;
        }

        return first;
    }

    private static bool IsName(Sentence sentence, int i)
    {
        var t = sentence.Tokens[i];
        return t.Tag == Upos.PROPN && char.IsLetterOrDigit(t.Form[0]) && (char.IsUpper(t.Form[0]) || t.Form.Any(char.IsUpper) || t.Relation is "flat");
    }

    /// <summary>A hyphen between halves of a name that touch it.</summary>
    private static bool Joins(Sentence sentence, int i)
    {
        var t = sentence.Tokens[i];
        return t.Span.Length == 1 && (CharKinds.IsHyphen(t.Form[0]) || t.Form[0] == '\u2013') && sentence.Tokens[i - 1].Span.End == t.Span.Start;
    }

    private static void Type(string text, Sentence sentence, int first, int end, MentionCues cues, Candidates candidates, NameTyper typer, Lexicon lexicon)
    {
        var last = cues.NameKind(sentence.Tokens[end - 1].Form);
        var start = cues.NameKind(sentence.Tokens[first].Form);
        if (last is "organisation" || start is "organisation")
        {
            candidates.Add(first, Extend(sentence, end), MentionType.Organisation, side: candidates.SideWithin(first, end));
        }
        else if (last is "force")
        {
            candidates.Add(first, end, MentionType.Force, side: candidates.SideWithin(first, end));
        }
        else if (end - first == 1 && last is "place")
        {
            // "the Republic", "the District": no name.
        }
        else if (last is "place" || (start is "place" && end - first > 1))
        {
            candidates.Add(first, end, MentionType.Place);
        }
        else if (last is "weapon" || IsDesignation(sentence, first, end))
        {
            candidates.Add(first, end, MentionType.Weapon);
        }
        else if (last is "month" or "weekday" or "nationality" or "timeunit" || start is "month" or "weekday")
        {
            // Times and peoples are found elsewhere.
        }
        else
        {
            Guess(text, sentence, first, end, cues, candidates, typer, lexicon);
        }
    }

    private static void Guess(string text, Sentence sentence, int first, int end, MentionCues cues, Candidates candidates, NameTyper typer, Lexicon lexicon)
    {
        var before = first > 0 ? sentence.Tokens[first - 1] : null;
        while (first < end - 1 && IsTitle(sentence.Tokens[first].Form, cues))
        {
            before = sentence.Tokens[first++];
        }

        if (before is not null && before.Tag is Upos.PROPN or Upos.NOUN && IsTitle(before.Form, cues) && cues.NameKind(before.Form) is not "nationality")
        {
            candidates.Add(first, end, MentionType.Person);
            return;
        }

        // A town's name is a town, whatever the words around it make of unknown names.
        if (lexicon.IsTown(text[sentence.Tokens[first].Span.Start..sentence.Tokens[end - 1].Span.End]))
        {
            candidates.Add(first, end, MentionType.Place);
            return;
        }

        if (typer.Type(sentence, first, end) is { } type)
        {
            candidates.Add(first, end, type);
        }
    }

    /// <summary>A rank, a form of address or a post before a name is no part of it.</summary>
    private static bool IsTitle(string form, MentionCues cues) =>
        Names.IsRank(form) || cues.NameKind(form.TrimEnd('.')) is "post" or "title" or "nationality";

    /// <summary>Letters and digits as makers name arms: T-90M, BM-21, Su-35, 9K720.</summary>
    private static bool IsDesignation(Sentence sentence, int first, int end)
    {
        var form = sentence.Tokens[first].Form;
        return end - first <= 2 && form.Length is > 2 and < 10 && form.Any(char.IsAsciiDigit) && form.Any(char.IsAsciiLetterUpper) && form.Contains('-') && !form.StartsWith("COVID", StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(form[0]);
    }
}
