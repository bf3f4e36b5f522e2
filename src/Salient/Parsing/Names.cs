namespace Salient.Parsing;

/// <summary>Forms that can be nothing but names: treebanks hold too few of them to learn from.</summary>
internal static class Names
{
    /// <summary>Letters and digits as makers name arms: T-90M, BM-21, Su-35, 9K720.</summary>
    public static bool IsDesignation(ReadOnlySpan<char> form)
    {
        if (form.Length is < 3 or > 12 || !form.ContainsAnyInRange('0', '9') || !form.ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        foreach (var c in form)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !CharKinds.IsHyphen(c))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(form[0]) ? !form[1..].ContainsAnyInRange('a', 'z') || form.ContainsAny('-', '\u2011') : char.IsAsciiLetterUpper(form[1]) && char.IsAsciiDigit(form[2]);
    }

    /// <summary>Ranks cut short and joined: Lt.-Gen., Maj.-Gen.</summary>
    public static bool IsRank(ReadOnlySpan<char> form) =>
        form.Length is > 4 and < 12 && form[^1] == '.' && char.IsAsciiLetterUpper(form[0]) && form.Contains(".-", StringComparison.Ordinal);
}
