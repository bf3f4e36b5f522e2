namespace Salient.Reading;

/// <summary>Small questions about the form of a line, answered without patterns.</summary>
internal static class Forms
{
    private const string Closers = "\"'”’»)]* \u00A0\u200B";

    /// <summary>True where <paramref name="text"/> ends with a full stop, question or exclamation mark, closing quotation marks aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd(Closers);
        return !bare.IsEmpty && bare[^1] is '.' or '!' or '?' or '…' or ';';
    }

    /// <summary>Stretches between white space.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            count += !space && !inside ? 1 : 0;
            inside = !space;
        }

        return count;
    }

    /// <summary>True where at least four in five letters are capitals, and there are some.</summary>
    public static bool AllCaps(ReadOnlySpan<char> text)
    {
        int upper = 0, lower = 0;
        foreach (var c in text)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return upper >= 3 && upper >= lower * 9;
    }

    /// <summary>True for one to <paramref name="most"/> words that each begin with a capital (particles such as "de" and initials allowed).</summary>
    public static bool IsName(ReadOnlySpan<char> text, int most = 5)
    {
        var words = 0;
        foreach (var part in text.Split(' '))
        {
            var word = text[part].Trim(",.’'");
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            if (!char.IsUpper(word[0]) && !(words > 1 && word is "de" or "von" or "van" or "der" or "and" or "al" or "di" or "da" or "du" or "la" or "le"))
            {
                return false;
            }

            foreach (var c in word)
            {
                if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.'))
                {
                    return false;
                }
            }
        }

        return words >= 1 && words <= most;
    }

    /// <summary>True where the two differ only in case, spaces and signs.</summary>
    public static bool Alike(string a, string b) => string.Equals(Letters(a), Letters(b), StringComparison.Ordinal);

    /// <summary>Letters and digits alone, lower case.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
