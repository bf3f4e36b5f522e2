using Salient.Records;

namespace Salient.Parsing;

/// <summary>Cuts text into words with their places, as English treebanks cut it: "do|n't", "the army|'s", "long|-|range", but "T-90M", "Lt.-Gen." and "U.S." whole.</summary>
internal sealed class Tokeniser(Abbreviations lists)
{
    /// <summary>No abbreviation is longer.</summary>
    private const int Longest = 32;

    /// <summary>Adds the words of a stretch of text. Every character that is no gap lies in exactly one, but for references to notes, which are no words.</summary>
    public void Cut(string text, TextSpan stretch, List<TextSpan> words)
    {
        var at = stretch.Start;
        while (at < stretch.End)
        {
            if (CharKinds.IsGap(text[at]))
            {
                at++;
                continue;
            }

            if (NoteMarks.End(text, stretch.Start, at, stretch.End) is > 0 and var behind)
            {
                at = behind;
                continue;
            }

            var end = at + 1;
            while (end < stretch.End && !CharKinds.IsGap(text[end]) && NoteMarks.End(text, stretch.Start, end, stretch.End) < 0)
            {
                end++;
            }

            Chunk(text, at, end, words);
            at = end;
        }
    }

    private void Chunk(string text, int start, int end, List<TextSpan> words)
    {
        while (start < end)
        {
            if (EdgeAt(text, start, end) is > 0 and var n)
            {
                words.Add(new TextSpan(start, start + n));
                start += n;
            }
            else if (Addresses.Is(text.AsSpan(start, end - start)))
            {
                var stop = Addresses.End(text, start, end);
                words.Add(new TextSpan(start, stop));
                start = stop;
            }
            else
            {
                var tail = new List<TextSpan>();
                Core(text, start, Peel(text, start, end, tail), words);
                tail.Reverse();
                words.AddRange(tail);
                return;
            }
        }
    }

    /// <summary>How many characters of a mark that stands alone begin here; 0 where a word begins.</summary>
    private static int EdgeAt(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
        {
            return at + 1 < end && char.IsSurrogatePair(c, text[at + 1]) ? (char.IsLetter(text, at) ? 0 : 2) : 1;
        }

        if (CharKinds.IsApostrophe(c) && IsClitic(text, at, end))
        {
            return 0;
        }

        if (c is '.' or '-' or '_' or '*' or '=' or '!' or '?' or '~')
        {
            var run = Run(text, at, end);
            return run > 1 || c is '*' or '=' or '!' or '?' or '~' || at + 1 >= end || !char.IsLetterOrDigit(text[at + 1]) ? run : c == '-' && !char.IsDigit(text[at + 1]) ? 1 : 0;
        }

        return CharKinds.IsOpener(c) || CharKinds.IsCloser(c) || CharKinds.IsMark(c) || CharKinds.IsSign(c) || CharKinds.IsCurrency(c) || c is '/' or '&' or '%' or '+' || (c == '#' && at + 1 < end && char.IsDigit(text[at + 1])) ? 1 : 0;
    }

    private static bool IsClitic(string text, int at, int end)
    {
        var rest = text.AsSpan(at + 1, end - at - 1);
        return rest.Length is 1 or 2 && (rest is "s" or "S" or "m" or "d" or "re" or "ve" or "ll");
    }

    private static int Run(string text, int at, int end)
    {
        var n = 1;
        while (at + n < end && text[at + n] == text[at])
        {
            n++;
        }

        return n;
    }

    /// <summary>Takes the marks off a chunk's end, last first, and says where the rest ends.</summary>
    private int Peel(string text, int start, int end, List<TextSpan> tail)
    {
        while (end > start)
        {
            var c = text[end - 1];
            var n = 0;
            if (CharKinds.IsCloser(c) || CharKinds.IsMark(c) || c is '%' or '/' || CharKinds.IsCurrency(c) || CharKinds.IsSign(c) || c is '(' or '[')
            {
                n = c is '!' or '?' or '*' or '=' or '~' or '\u2026' ? Back(text, start, end) : 1;
            }
            else if (c is '-' or '_')
            {
                n = Back(text, start, end);
            }
            else if (c == '.')
            {
                n = Stops(text, start, end);
            }
            else if (char.IsSurrogate(c))
            {
                var pair = end - start > 1 && char.IsSurrogatePair(text[end - 2], c);
                n = !pair ? 1 : char.IsLetter(text, end - 2) ? 0 : 2;
            }

            if (n == 0 || n >= end - start + 1)
            {
                break;
            }

            tail.Add(new TextSpan(end - n, end));
            end -= n;
        }

        return end;
    }

    private static int Back(string text, int start, int end)
    {
        var n = 1;
        while (end - n > start && text[end - n - 1] == text[end - 1])
        {
            n++;
        }

        return n;
    }

    /// <summary>How many full stops to take off: none of an abbreviation's own.</summary>
    private int Stops(string text, int start, int end)
    {
        var n = Back(text, start, end);
        if (n > 1 || end - start == 1)
        {
            return n;
        }

        var body = text.AsSpan(Math.Max(start, end - Longest), Math.Min(Longest, end - start) - 1);
        var from = body.LastIndexOfAny('(', '/', '\u2014') + 1;
        body = body[from..];
        var hyphen = body.LastIndexOf('-');
        var isInitial = body.Length == 1 && char.IsLetter(body[0]) && body[0] != 'I';
        return isInitial || IsDotted(body) || lists.Kind(body) is "title" or "abbreviation" or "month" || (hyphen > 0 && lists.Kind(body[(hyphen + 1)..]) is "title") ? 0 : 1;
    }

    /// <summary>Letters one by one with stops between: U.S, a.m, J.R.R.</summary>
    private static bool IsDotted(ReadOnlySpan<char> body)
    {
        if (body.Length is < 3 or > 11 || body.Length % 2 == 0)
        {
            return false;
        }

        for (var i = 0; i < body.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(body[i]) : body[i] != '.')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Cuts what is left between the marks.</summary>
    private void Core(string text, int start, int end, List<TextSpan> words)
    {
        var from = start;
        for (var i = start + 1; i < end; i++)
        {
            var n = Breaks.At(text, start, i, end, lists);
            if (n > 0)
            {
                Word(text, from, i, words);
                words.Add(new TextSpan(i, i + n));
                from = i + n;
                i += n - 1;
            }
            else if (n == 0 && i > from && Breaks.Between(text, i, end))
            {
                Word(text, from, i, words);
                from = i;
            }
        }

        Word(text, from, end, words);
    }

    private void Word(string text, int start, int end, List<TextSpan> words)
    {
        if (start >= end)
        {
            return;
        }

        var cut = Contractions.Cut(text.AsSpan(start, end - start), lists);
        if (cut > 0)
        {
            words.Add(new TextSpan(start, start + cut));
            start += cut;
        }

        words.Add(new TextSpan(start, end));
    }
}
