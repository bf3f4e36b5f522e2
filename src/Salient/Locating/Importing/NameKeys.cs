using System.Collections.Immutable;
using System.Text;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Importing;

/// <summary>Makes the keys that a place is found by from its names.</summary>
internal static class NameKeys
{
    private const int LongestKey = 60;
    private const int MostWords = 5;

    /// <summary>The plain-letter fold of a name in Latin letters: "sao paulo"; empty where other letters stand in it.</summary>
    public static string Plain(string name)
    {
        var result = new StringBuilder();
        var gap = false;
        for (var i = 0; i < name.Length; i++)
        {
            if (!Letters.InWord(name, i))
            {
                gap = name[i] is not '.';
                continue;
            }

            var c = Letters.Lower(name[i]);
            if (Letters.IsMark(c))
            {
                continue;
            }

            var ascii = char.IsAsciiDigit(c) ? c.ToString() : Letters.Ascii(c);
            if (ascii is null)
            {
                return "";
            }

            if (gap && result.Length > 0)
            {
                result.Append(' ');
            }

            gap = false;
            result.Append(ascii);
        }

        return result.ToString();
    }

    /// <summary>Keys of kind <paramref name="kind"/> for the main name and the others.</summary>
    public static IEnumerable<GazetteerKey> BySound(char kind, IReadOnlyList<string> main, IEnumerable<string> others)
    {
        var mains = main.SelectMany(Spellings).Select(n => Skeleton.Of(n)).Where(Fits).Distinct().ToArray();
        var consonants = mains.Select(Consonants).ToHashSet();
        var rest = others.SelectMany(Spellings).Select(n => Skeleton.Of(n)).Where(Fits).Distinct().Except(mains);
        return mains.Select(s => new GazetteerKey(kind + s, NameGrade.Main))
            .Concat(rest.Select(s => new GazetteerKey(kind + s, consonants.Contains(Consonants(s)) ? NameGrade.Variant : NameGrade.Other)));
    }

    /// <summary>Plain keys for the main name and the others; "!" keys for short forms in capitals.</summary>
    public static IEnumerable<GazetteerKey> ByLetters(string main, IEnumerable<string> others)
    {
        yield return One(main, NameGrade.Main);
        foreach (var other in others)
        {
            if (One(other, NameGrade.Other) is { Text.Length: > 1 } key)
            {
                yield return key;
            }
        }

        static GazetteerKey One(string name, NameGrade grade) =>
            name.Length <= 4 && name.All(c => char.IsAsciiLetterUpper(c) || c == '.')
                ? new GazetteerKey(KeyKind.Exact + name, NameGrade.Main)
                : new GazetteerKey(KeyKind.Plain + Cut(Plain(name)), grade);
    }

    /// <summary>The name, and where Russian ё stands in it also as it is heard.</summary>
    private static IEnumerable<string> Spellings(string name) => name.Contains('ё') ? [name, name.Replace('ё', 'о')] : [name];

    private static bool Fits(string skeleton) => skeleton.Length is >= 2 and <= LongestKey && skeleton.Count(c => c == ' ') < MostWords;

    private static string Cut(string plain) => plain.Length <= LongestKey ? plain : "";

    private static string Consonants(string skeleton)
    {
        Span<char> into = stackalloc char[LongestKey];
        return new string(into[..Skeleton.Consonants(skeleton, into)]);
    }
}
