namespace Salient.Parsing;

/// <summary>What a character may be to the tokeniser.</summary>
internal static class CharKinds
{
    /// <summary>White space, and the marks that show nothing.</summary>
    public static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u2060' || (c < ' ');

    public static bool IsOpener(char c) => c is '(' or '[' or '{' or '<' or '"' or '\u201C' or '\u2018' or '\u201E' or '\u00AB' or '\'' or '`' or '\u00BF' or '\u00A1' or '\u2039';

    public static bool IsCloser(char c) => c is ')' or ']' or '}' or '>' or '"' or '\u201D' or '\u2019' or '\u00BB' or '\'' or '\u201C' or '\u203A';

    public static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2018' or '\u2019' or '\'' or '`';

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '`' or '\u00B4';

    public static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;

    public static bool IsDash(char c) => c is '\u2013' or '\u2014' or '\u2015' or '\u2212';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsStop(char c) => c is '.' or '!' or '?' or '\u2026';

    /// <summary>Marks that stand alone at a word's edge, the openers and closers left aside.</summary>
    public static bool IsMark(char c) => c is ',' or ';' or ':' or '!' or '?' or '\u2026' or '*' or '|' or '=' or '~' or '^' or '\\' or '\u2022' or '\u00B7' or '\u25CF' or '\u25AA' or '\u2192' || IsDash(c);

    /// <summary>A sign that is no letter, digit, or mark that words are made with: an emoji, an arrow, half of a pair.</summary>
    public static bool IsSign(char c) => c > 127 && !char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && !IsHyphen(c) && !IsApostrophe(c) && !IsJoining(c);

    private static bool IsJoining(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LetterNumber or System.Globalization.UnicodeCategory.OtherNumber || c is '\u00B0';
}
