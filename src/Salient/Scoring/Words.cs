using System.Globalization;
using System.Text;

namespace Salient.Scoring;

/// <summary>How scoring compares words and names.</summary>
internal static class Words
{
    private static readonly HashSet<string> Generic =
        [.. ("the a an of for and in on s oblast region province ministry defense defence department official officials general staff "
            + "forces force military army troops authorities authority government sources source spokesperson spokesman spokeswoman "
            + "city town village area direction axis unnamed several senior some").Split(' ')];

    private static readonly Dictionary<string, string> Nation = Table(
        ("ua", "ukraine ukrainian ukrainians kyiv"),
        ("ru", "russia russian russians moscow kremlin"),
        ("us", "us u s american americans pentagon"),
        ("uk", "uk k british britain"));

    private static readonly Dictionary<string, string> Direction = Table(
        ("n", "north northern northwest northwestern northeast northeastern"),
        ("s", "south southern southwest southwestern southeast southeastern"),
        ("e", "east eastern"),
        ("w", "west western"));

    /// <summary>Lower-case words and percent signs.</summary>
    public static List<string> Split(string? text)
    {
        var result = new List<string>();
        var word = new StringBuilder();
        foreach (var c in (text ?? string.Empty).ToLowerInvariant().Append(' '))
        {
            if (IsWord(c) || c == '%')
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                result.Add(word.ToString());
                word.Clear();
            }
        }

        return result;
    }

    /// <summary>White space, of any kind and length, as one blank; none at the ends.</summary>
    public static string Flat(string text)
    {
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f')
            {
                gap = result.Length > 0;
                continue;
            }

            if (gap)
            {
                result.Append(' ');
                gap = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>The same name: no clash of nation or direction and half of the shorter one's own words shared; or an acronym of it.</summary>
    public static bool NamesAgree(string? a, string? b)
    {
        if (!string.IsNullOrEmpty(a) && !string.IsNullOrEmpty(b) && (Acronym(a.Trim(), b) || Acronym(b.Trim(), a)))
        {
            return true;
        }

        HashSet<string> x = [.. Split(a)], y = [.. Split(b)];
        if (x.Count == 0 || y.Count == 0)
        {
            return x.Count == y.Count;
        }

        var same = false;
        foreach (var table in (Dictionary<string, string>[])[Nation, Direction])
        {
            HashSet<string> kx = [.. x.Where(table.ContainsKey).Select(w => table[w])], ky = [.. y.Where(table.ContainsKey).Select(w => table[w])];
            if (kx.Count > 0 && ky.Count > 0 && !kx.Overlaps(ky))
            {
                return false;
            }

            same |= kx.Overlaps(ky);
        }

        HashSet<string> ox = [.. x.Where(Own)], oy = [.. y.Where(Own)];
        if (ox.Count > 0 && oy.Count > 0)
        {
            return 2 * ox.Count(oy.Contains) >= Math.Min(ox.Count, oy.Count);
        }

        return (same || (ox.Count == 0 && oy.Count == 0)) && 2 * x.Count(y.Contains) >= Math.Min(x.Count, y.Count);
    }

    private static bool Own(string word) => !Generic.Contains(word) && !Nation.ContainsKey(word) && !Direction.ContainsKey(word);

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    private static bool Acronym(string shorter, string name)
    {
        if (shorter.Length < 2 || !shorter.Any(char.IsLetter) || shorter.Any(char.IsLower))
        {
            return false;
        }

        var initials = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (IsWord(name[i]) && (i == 0 || !IsWord(name[i - 1])) && char.IsUpper(name[i]))
            {
                initials.Append(name[i]);
            }
        }

        return initials.Equals(shorter);
    }

    private static Dictionary<string, string> Table(params (string Key, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(w => (w, r.Key))).ToDictionary(p => p.w, p => p.Key);
}
