namespace Salient.Parsing;

/// <summary>References to notes, "[12]": no words of the sentence that they stand at.</summary>
internal static class NoteMarks
{
    /// <summary>No report has more notes than this many digits number.</summary>
    private const int Digits = 3;

    /// <summary>Where the reference that begins at <paramref name="at"/> ends; -1 where none begins: it stands right behind a word, or behind a stop, a closer or another reference.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the paragraph starts.</param>
    /// <param name="at">Where the reference would begin.</param>
    /// <param name="end">Where the paragraph ends.</param>
    public static int End(string text, int start, int at, int end)
    {
        if (text[at] != '[')
        {
            return -1;
        }

        var close = at + 1;
        while (close < end && close - at <= Digits && char.IsAsciiDigit(text[close]))
        {
            close++;
        }

        return close < end && close > at + 1 && text[close] == ']' && Behind(text, start, at) ? close + 1 : -1;
    }

    private static bool Behind(string text, int start, int at)
    {
        var before = at;
        while (before > start && CharKinds.IsGap(text[before - 1]))
        {
            before--;
        }

        if (before == start)
        {
            return false;
        }

        var c = text[before - 1];
        return CharKinds.IsStop(c) || (CharKinds.IsCloser(c) && c != '\'') || (before == at && (char.IsLetterOrDigit(c) || c is ',' or ';' or ':' or '%' or '\''));
    }
}
