using System.Globalization;
using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Times and numbers as runs of words: "on 12 May 2023", "late last night", "about 1,200".</summary>
internal static class Times
{
    public static void Find(Sentence sentence, MentionCues cues, Candidates candidates)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var end = TimeEnd(sentence, i, cues);
            if (end > i)
            {
                candidates.Add(i, end, MentionType.Time);
                i = end - 1;
            }
            else if (tokens[i].Tag == Upos.NUM)
            {
                end = i + 1;
                while (end < tokens.Length && (tokens[end].Tag == Upos.NUM || cues.Kind(tokens[end].Lemma) == "measure" || (tokens[end].Form is "to" or "-" or "\u2013" or "and" or "or" && end + 1 < tokens.Length && tokens[end + 1].Tag == Upos.NUM && tokens[end].Form != "and")))
                {
                    end++;
                }

                candidates.Add(i, end, MentionType.Number);
                i = end - 1;
            }
        }
    }

    /// <summary>One past the last word of a time that begins at <paramref name="i"/>; <paramref name="i"/> where none does.</summary>
    private static int TimeEnd(Sentence sentence, int i, MentionCues cues)
    {
        var tokens = sentence.Tokens;
        var end = i;
        var anchored = false;
        while (end < tokens.Length && end - i < 8)
        {
            var t = tokens[end];
            var kind = cues.Kind(t.Form.TrimEnd('.')) ?? cues.Kind(t.Lemma);
            if (kind is "month" && t.Tag is Upos.PROPN or Upos.NOUN || kind is "weekday" or "timeword")
            {
                anchored = true;
            }
            else if (kind is "timeunit" && (end > i || t.Tag != Upos.NOUN) && t.Tag is Upos.NOUN or Upos.PROPN)
            {
                anchored = true;
            }
            else if (!(IsYear(t.Form) || IsClock(t.Form) || (t.Tag == Upos.NUM && NumberFits(tokens, end, cues, anchored)) || (IsLink(t, end > i) && end + 1 < tokens.Length)))
            {
                break;
            }

            anchored |= IsYear(t.Form) && end > 0 && tokens[end - 1].Tag == Upos.ADP || IsClock(t.Form);
            end++;
        }

        while (end > i && IsLink(tokens[end - 1], later: true) && tokens[end - 1].Form is not ("ago" or "earlier" or "later" or "a.m." or "p.m." or "am" or "pm"))
        {
            end--;
        }

        return anchored ? end : i;
    }

    private static bool NumberFits(System.Collections.Immutable.ImmutableArray<Token> tokens, int i, MentionCues cues, bool anchored)
    {
        if (anchored)
        {
            // "On 3 June 40 people", "By June 5, 300 men": a day stands once beside its month, and none is above 31.
            return i > 0 && int.TryParse(tokens[i].Form, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
                && ((cues.Kind(tokens[i - 1].Form.TrimEnd('.')) == "month" && !(i > 1 && tokens[i - 2].Form.All(char.IsAsciiDigit))) || tokens[i - 1].Form is "and" or "-" or "to" or "\u2013");
        }

        var next = i + 1 < tokens.Length ? cues.Kind(tokens[i + 1].Form.TrimEnd('.')) ?? cues.Kind(tokens[i + 1].Lemma) : null;
        return next is "month" or "timeunit" || (i + 2 < tokens.Length && cues.Kind(tokens[i + 2].Form) == "month");
    }

    private static bool IsYear(string form) => form.Length == 4 && (form.StartsWith("19", StringComparison.Ordinal) || form.StartsWith("20", StringComparison.Ordinal)) && form.All(char.IsAsciiDigit);

    private static bool IsClock(string form) => form.Length is 4 or 5 && form.Contains(':') && form.All(c => char.IsAsciiDigit(c) || c == ':');

    private static bool IsLink(Token t, bool later) => t.Form.Lowered() switch
    {
        "last" or "next" or "past" or "this" or "early" or "late" or "previous" or "following" or "mid" or "recent" or "few" or "several" or "coming" => true,
        "the" => !later || true,
        "," or "ago" or "earlier" or "later" or "a.m." or "p.m." or "am" or "pm" or "of" or "and" or "to" or "-" or "\u2013" => later,
        _ => false,
    };
}
