using Salient.Records;

namespace Salient.Locating.Names;

/// <summary>What counts as a letter of a name, and its plain form.</summary>
internal static class Letters
{
    private static readonly string?[] Plain = MakePlain();

    /// <summary>Lower case without a culture.</summary>
    public static char Lower(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);

    /// <summary>The ASCII letters that a lower-case Latin letter with marks stands for ("ß" is "ss"); null where it has none.</summary>
    public static string? Ascii(char lower) => lower < Plain.Length ? Plain[lower] : null;

    /// <summary>True for marks that stand for a soft sign or an apostrophe inside a name.</summary>
    public static bool IsMark(char c) => c is '\'' or '’' or '‘' or 'ʼ' or 'ʹ' or '`' or '´' or '″' or 'ʺ' or '”' or '\u0301';

    /// <summary>True where position <paramref name="i"/> belongs to a word: a letter, or a mark with letters on both sides.</summary>
    public static bool InWord(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) || (c is '\'' or '`' && Between(text, i));
        }

        return char.IsLetterOrDigit(c) || c == '\u0301' || (IsMark(c) && Between(text, i));
    }

    private static bool Between(ReadOnlySpan<char> text, int i) =>
        i > 0 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    private static string?[] MakePlain()
    {
        var table = new string?[0x250];
        for (var c = 'a'; c <= 'z'; c++)
        {
            table[c] = c.ToString();
        }

        for (var c = (char)0xDF; c < table.Length; c++)
        {
            var first = Accents.Of(c);
            table[c] = first is >= 'a' and <= 'z' ? first.ToString() : null;
        }

        foreach (var (c, s) in new[] { ('ß', "ss"), ('æ', "ae"), ('ø', "o"), ('œ', "oe"), ('đ', "d"), ('ł', "l"), ('ı', "i"), ('ð', "d"), ('þ', "th"), ('ħ', "h"), ('ə', "a") })
        {
            if (c < table.Length)
            {
                table[c] = s;
            }
        }

        return table;
    }
}
