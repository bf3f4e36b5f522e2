namespace Salient.Locating.Names;

/// <summary>Cuts a text into words, in one pass.</summary>
internal static class WordScanner
{
    private const int LongestWord = 60;

    /// <summary>The words of <paramref name="text"/> in order.</summary>
    public static List<Word> Scan(string text, CueTable cues)
    {
        var words = new List<Word>((text.Length / 6) + 4);
        Span<char> lower = stackalloc char[LongestWord];
        var sentence = 0;
        var gap = Gap.Stop;
        for (var i = 0; i < text.Length;)
        {
            if (!Letters.InWord(text, i))
            {
                gap = Widen(gap, text, i);
                i++;
                continue;
            }

            var end = End(text, i);
            end = Glued(text, i, end, cues);
            var possessive = Possessive(text, i, ref end, out var full);
            if (gap == Gap.Stop && words.Count > 0)
            {
                sentence++;
            }

            var length = Math.Min(end - i, LongestWord);
            var (capitals, letters) = (0, 0);
            for (var j = 0; j < length; j++)
            {
                var c = text[i + j];
                lower[j] = Letters.Lower(c);
                letters += char.IsLetter(c) ? 1 : 0;
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            var cue = end - i <= LongestWord ? cues[lower[..length]] : Cue.None;
            words.Add(new Word(i, end, char.IsUpper(text[i]), capitals > 1 && capitals == letters, possessive, gap, sentence, cue));
            i = full;
            gap = Gap.Space;
        }

        return words;
    }

    private static int End(string text, int i)
    {
        var end = i + 1;
        while (end < text.Length && Letters.InWord(text, end))
        {
            end++;
        }

        // "U.S.", "D.C.", "N.Y."
        while (end - i <= 1 + (2 * Dots(text, i, end)) && end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetterUpper(text[end - 1]) && char.IsAsciiLetterUpper(text[end + 1])
            && (end + 2 >= text.Length || !char.IsLetter(text[end + 2])))
        {
            end += 2;
        }

        // "W.Va."
        if (end - i <= 3 && end + 2 < text.Length && text[end] == '.' && char.IsAsciiLetterUpper(text[end - 1]) && char.IsAsciiLetterUpper(text[end + 1]) && char.IsAsciiLetterLower(text[end + 2]))
        {
            var to = end + 2;
            while (to < text.Length && char.IsAsciiLetterLower(text[to]))
            {
                to++;
            }

            return to - end <= 4 && to < text.Length && text[to] == '.' ? to : end;
        }

        return end;
    }

    /// <summary>The end of a small word that lacks its space: "ofLubny".</summary>
    private static int Glued(string text, int i, int end, CueTable cues)
    {
        const int Longest = 8;
        if (char.IsUpper(text[i]))
        {
            return end;
        }

        for (var j = i + 2; j < Math.Min(end - 2, i + Longest); j++)
        {
            if (char.IsUpper(text[j]) && char.IsLower(text[j + 1]))
            {
                return (cues[text.AsSpan(i, j - i)] & (Cue.Function | Cue.Locative)) != Cue.None ? j : end;
            }
        }

        return end;
    }

    private static int Dots(string text, int from, int to)
    {
        var n = 0;
        for (var i = from; i < to; i++)
        {
            n += text[i] == '.' ? 1 : 0;
        }

        return n;
    }

    private static bool Possessive(string text, int start, ref int end, out int full)
    {
        full = end;
        if (end - start > 2 && text[end - 1] is 's' or 'S' && Letters.IsMark(text[end - 2]))
        {
            end -= 2;
            return true;
        }

        return end < text.Length && text[end] is '\'' or '’' && text[end - 1] == 's';
    }

    private static Gap Widen(Gap gap, string text, int i)
    {
        var next = text[i] switch
        {
            ' ' or '\t' or '\u00A0' or '\u202F' or '\u2009' => Gap.Space,
            '-' or '‐' or '‑' or '–' => i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]) ? Gap.Hyphen : Gap.Other,
            ',' or ';' => Gap.Comma,
            '.' => Abbreviated(text, i) ? Gap.Space : Gap.Stop,
            '!' or '?' or '\n' or '\r' => Gap.Stop,
            _ => Gap.Other,
        };
        return next > gap ? next : gap;
    }

    /// <summary>True where a full stop follows an initial or a short form and no sentence ends.</summary>
    private static bool Abbreviated(string text, int i)
    {
        var start = i;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text.AsSpan(start, i - start);
        return word is "St" or "Mt" or "Ft" or "Gen" or "Col" or "Lt" or "Maj" or "Capt" or "Sgt" or "Dr" or "Mr" or "Mrs" or "Ms" or "Gov" or "Sen" or "Rep" or "Rev" or "Prof" or "No" or "vs" or "Sr" or "Jr"
            || (word.Length == 1 && char.IsUpper(word[0]));
    }
}
