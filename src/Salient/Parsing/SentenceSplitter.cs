using Salient.Records;

namespace Salient.Parsing;

/// <summary>Finds where sentences end among a paragraph's words.</summary>
internal sealed class SentenceSplitter(Abbreviations lists)
{
    /// <summary>No tree is grown over more words than this; a longer sentence is cut where it pauses.</summary>
    public const int Longest = 200;

    /// <summary>Marks in a row that are looked past.</summary>
    private const int Marks = 4;

    /// <summary>Adds the sentences as ranges of words.</summary>
    public void Split(string text, IReadOnlyList<TextSpan> words, List<Range> sentences)
    {
        var from = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 == words.Count || EndsAfter(text, words, from, i))
            {
                Cut(text, words, from, i + 1, sentences);
                from = i + 1;
            }
        }
    }

    private bool EndsAfter(string text, IReadOnlyList<TextSpan> words, int from, int i)
    {
        var here = words[i];
        var next = words[i + 1];
        var lines = Lines(text, here.End, next.Start);
        if (lines > 1)
        {
            return true;
        }

        var stop = LastStop(text, words, i);
        if (stop < 0)
        {
            return lines == 1 && BreaksLine(text, words, i);
        }

        // A closer that stands at the stop belongs to the sentence before it.
        if (next.Start == here.End && next.Length == 1 && CharKinds.IsCloser(text[next.Start]) && !Opens(text, words, i + 1))
        {
            return false;
        }

        return lines == 1 || ((Begins(text, words, i + 1) || (stop == i && BeginsSmall(text, words, from, i))) && (stop < i || IsEnd(text, words, i)));
    }

    /// <summary>True for a straight mark that opens a quotation though no space stands before it: an even number of marks before it, a capital right behind it.</summary>
    private static bool Opens(string text, IReadOnlyList<TextSpan> words, int mark)
    {
        if (text[words[mark].Start] != '"' || mark + 1 >= words.Count || words[mark + 1].Start != words[mark].End || !char.IsUpper(text[words[mark].End]))
        {
            return false;
        }

        var even = true;
        for (var k = words[0].Start; k < words[mark].Start; k++)
        {
            even ^= text[k] == '"';
        }

        return even;
    }

    /// <summary>The index of the stop that closes the words up to <paramref name="i"/>, closers after it passed over; -1 where none does.</summary>
    private static int LastStop(string text, IReadOnlyList<TextSpan> words, int i)
    {
        var last = Math.Max(0, i - Marks);
        while (i > last && words[i].Length == 1 && CharKinds.IsCloser(text[words[i].Start]) && words[i - 1].End == words[i].Start && !Opens(text, words, i))
        {
            i--;
        }

        return CharKinds.IsStop(text[words[i].End - 1]) ? i : -1;
    }

    /// <summary>Whether a word that ends in a stop ends the sentence too: an abbreviation seldom does.</summary>
    private bool IsEnd(string text, IReadOnlyList<TextSpan> words, int i)
    {
        var word = words[i].Of(text);
        if (word.Length < 2 || word[^1] != '.' || word.All(c => c == '.'))
        {
            return true;
        }

        var body = word.AsSpan(0, word.Length - 1);
        var hyphen = body.LastIndexOf('-');
        var kind = lists.Kind(hyphen > 0 ? body[(hyphen + 1)..] : body);
        var follows = words[i + 1].Of(text);
        return kind switch
        {
            "title" => false,
            "month" => !char.IsDigit(follows[0]) && lists.Kind(follows) is "starter",
            _ when body.Length == 1 => false,
            _ => lists.Kind(follows) is "starter" || CharKinds.IsQuote(follows[0]),
        };
    }

    /// <summary>Whether a sentence can begin with this word.</summary>
    private static bool Begins(string text, IReadOnlyList<TextSpan> words, int i)
    {
        var last = Math.Min(words.Count - 1, i + Marks);
        while (i < last && words[i].Length == 1 && CharKinds.IsOpener(text[words[i].Start]))
        {
            i++;
        }

        var first = text[words[i].Start];
        return !char.IsLower(first) && !CharKinds.IsStop(first) && first is not (',' or ';' or ':' or ')' or ']' or '@' or '/');
    }

    /// <summary>Whether a sentence begins with a small letter here: after a question, or where its writer began the one before so too.</summary>
    private static bool BeginsSmall(string text, IReadOnlyList<TextSpan> words, int from, int i)
    {
        var last = text[words[i].Start];
        return char.IsLower(text[words[i + 1].Start])
            && (last == '?' || (char.IsLower(text[words[from].Start]) && last is '.' or '!' && words[i].Length == 1));
    }

    /// <summary>Whether a line's end without a stop ends a sentence: after a short line, before a bullet or a capital.</summary>
    private static bool BreaksLine(string text, IReadOnlyList<TextSpan> words, int i)
    {
        var c = text[words[i + 1].Start];
        var last = text[words[i].End - 1];
        if (!char.IsLetterOrDigit(c) && !CharKinds.IsOpener(c))
        {
            return c is '*' or '-' or '\u2022' or '\u2013' or '\u2014' or '\u25CF' or '\u25AA' or '\u00B7';
        }

        if (char.IsLower(c) || last is ',' or '-')
        {
            return false;
        }

        var start = i;
        while (start > 0 && Lines(text, words[start - 1].End, words[start].Start) == 0)
        {
            start--;
        }

        return last is ':' or ';' || words[i].End - words[start].Start < 60;
    }

    private static int Lines(string text, int from, int to)
    {
        var n = 0;
        for (var k = from; k < to; k++)
        {
            n += text[k] is '\n' or '\u2028' ? 1 : text[k] == '\u2029' ? 2 : 0;
        }

        return n;
    }

    private static void Cut(string text, IReadOnlyList<TextSpan> words, int from, int to, List<Range> sentences)
    {
        while (to - from > Longest)
        {
            var at = Pause(text, words, from + (Longest / 2), from + Longest);
            sentences.Add(from..at);
            from = at;
        }

        sentences.Add(from..to);
    }

    /// <summary>After the last semicolon, else comma or other mark, else anywhere.</summary>
    private static int Pause(string text, IReadOnlyList<TextSpan> words, int from, int to)
    {
        foreach (var marks in (ReadOnlySpan<string>)[";:!?", ",\u2014\u2013-|*\u2022"])
        {
            for (var i = to - 1; i >= from; i--)
            {
                if (words[i].Length == 1 && marks.Contains(text[words[i].Start]))
                {
                    return i + 1;
                }
            }
        }

        return to;
    }
}
