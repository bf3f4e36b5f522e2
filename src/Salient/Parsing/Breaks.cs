namespace Salient.Parsing;

/// <summary>Where a chunk without gaps is cut: dashes, slashes, hyphens between words, signs.</summary>
internal static class Breaks
{
    /// <summary>How many characters of a mark inside a chunk stand alone at <paramref name="i"/>; 0 for none; -1 where the character holds its neighbours together.</summary>
    public static int At(string text, int start, int i, int end, Abbreviations lists)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c))
        {
            return 0;
        }

        var before = text[i - 1];
        var after = i + 1 < end ? text[i + 1] : ' ';
        if (CharKinds.IsHyphen(c))
        {
            return Hyphen(text, start, i, end, lists);
        }

        if (c == '.')
        {
            var run = 1;
            while (i + run < end && text[i + run] == '.')
            {
                run++;
            }

            return run > 1 || (CharKinds.IsCloser(before) && char.IsUpper(after) && end - i > 2) || (char.IsLower(before) && char.IsUpper(after) && i - start > 2 && end - i > 2 && char.IsLower(text[i - 2])) ? run : -1;
        }

        if (c is ',' or ':')
        {
            return char.IsDigit(before) && char.IsDigit(after) ? -1 : 1;
        }

        if (c == '/')
        {
            return char.IsDigit(before) && char.IsDigit(after) ? -1 : 1;
        }

        if (char.IsSurrogate(c))
        {
            return i + 1 < end && char.IsSurrogatePair(c, after) ? (char.IsLetter(text, i) ? -1 : 2) : char.IsLowSurrogate(c) && char.IsHighSurrogate(before) ? -1 : 1;
        }

        if (CharKinds.IsApostrophe(c) || c is '&' or '@' or '#' or '_')
        {
            return -1;
        }

        return CharKinds.IsDash(c) || CharKinds.IsOpener(c) || CharKinds.IsCloser(c) || CharKinds.IsMark(c) || CharKinds.IsSign(c) || CharKinds.IsCurrency(c) || c is '%' or '+' ? 1 : -1;
    }

    /// <summary>Whether a number's unit or a word begins at <paramref name="i"/> without a mark: "50km", "10pm".</summary>
    public static bool Between(string text, int i, int end)
    {
        if (!char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiLetterLower(text[i]))
        {
            return false;
        }

        return text.AsSpan(i, end - i) is "km" or "mm" or "cm" or "kg" or "am" or "pm" or "bn" or "mph" or "sq" or "m" or "k" or "ft" or "mi";
    }

    private static int Hyphen(string text, int start, int i, int end, Abbreviations lists)
    {
        var run = 1;
        while (i + run < end && CharKinds.IsHyphen(text[i + run]))
        {
            run++;
        }

        if (run > 1)
        {
            return run;
        }

        var left = start;
        for (var k = i - 1; k >= start; k--)
        {
            if (!char.IsLetterOrDigit(text[k]) && text[k] != '.' && !CharKinds.IsApostrophe(text[k]))
            {
                left = k + 1;
                break;
            }

            if (i - k > 24)
            {
                left = k;
                break;
            }
        }

        var right = i + 1;
        while (right < end && right - i < 25 && (char.IsLetterOrDigit(text[right]) || text[right] == '.'))
        {
            right++;
        }

        var a = text.AsSpan(left, i - left);
        var b = text.AsSpan(i + 1, right - i - 1);
        if (a.IsEmpty || b.IsEmpty)
        {
            return 1;
        }

        return IsDesignation(a, b) || lists.Kind(a) is "prefix" || (a.EndsWith(".") && lists.Kind(a[..^1]) is "title") || IsName(text, left, i, right) ? -1 : 1;
    }

    /// <summary>T-90M, BM-21, S-300, Su-35, 2S19-M2, Covid-19; also 713-853 and 2022-10-04; not 30-year, 10-15.</summary>
    private static bool IsDesignation(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var digitsB = b.ContainsAnyInRange('0', '9');
        if (char.IsLetter(a[0]) && char.IsAsciiDigit(b[0]))
        {
            return a.Length <= 5;
        }

        if (a.ContainsAnyInRange('0', '9') && digitsB)
        {
            return !(Digits(a) && Digits(b)) || a.Length == 4 || (a.Length == 3 && b.Length > 2);
        }

        // M142-A, 9K720-M
        return char.IsAsciiLetterUpper(a[0]) && a.ContainsAnyInRange('0', '9') && b.Length <= 2 && char.IsAsciiLetterUpper(b[0]);
    }

    private static bool Digits(ReadOnlySpan<char> s) => !s.ContainsAnyExceptInRange('0', '9');

    /// <summary>Letters alone before and after, as in "X-ray" or "e-mail".</summary>
    private static bool IsName(string text, int left, int i, int right) => i - left == 1 && char.IsLetter(text[left]) && right - i > 2 && char.IsAsciiLetterLower(text[i + 1]) && text[left] is 'e' or 'E' or 'X' or 'x';
}
