using System.Collections.Frozen;
using System.Text;
using Salient.Records;

namespace Salient.Theatres;

/// <summary>Spells names that were written in another alphabet one way: "Naiev" and "Nayev", "Oleksii" and "Alexey" are the same.</summary>
internal static class PersonSpelling
{
    private static readonly FrozenDictionary<string, string> First = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aleksandr"] = "oleksandr", ["aleksander"] = "oleksandr", ["olexandr"] = "oleksandr", ["oleksander"] = "oleksandr", ["aleksei"] = "oleksi", ["aleksi"] = "oleksi", ["oleksei"] = "oleksi", ["serhei"] = "serhi", ["andrei"] = "andri", ["vladimir"] = "volodimir",
        ["dmitri"] = "dmitro", ["nikolai"] = "mikola", ["mihail"] = "mihailo", ["pavel"] = "pavlo", ["danil"] = "danilo", ["jevhen"] = "evhen", ["evheni"] = "evhen", ["iurii"] = "iuri", ["vasil"] = "vasili", ["natalia"] = "natali", ["natalija"] = "natali",
        ["helena"] = "olena", ["elena"] = "olena", ["anna"] = "hanna", ["kiril"] = "kirilo", ["ilia"] = "illia", ["arsen"] = "arseni", ["anatol"] = "anatoli",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Vowels = "aeiou";

    // Shorter frames are shared by too many.
    private const int Sound = 4;

    /// <summary>The name, word by word, in the one spelling.</summary>
    public static string Of(string name)
    {
        var words = name.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Word(words[i]);
            if (i + 1 < words.Length && First.TryGetValue(words[i], out var usual))
            {
                words[i] = usual;
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>What of a first name and a surname every way of writing them keeps: first letters, consonants, a last "a"; null for other names.</summary>
    public static string? Frame(string name)
    {
        var words = name.AsSpan().Count(' ') == 1 ? Of(name).Split(' ') : [];
        return words is [var given, var surname] && Consonants(given) is { Length: > 2 } first && Consonants(surname) is { Length: >= Sound } last ? $"{first} {last}" : null;
    }

    /// <summary>True where two first names are one by their consonants: "Aleksandr" and "Alaxander".</summary>
    public static bool Alike(string one, string other) => Consonants(one) is { Length: >= Sound } frame && frame == Consonants(other);

    private static string Consonants(string word)
    {
        var kept = new StringBuilder(word.Length);
        foreach (var c in word.Replace("shch", "sh", StringComparison.Ordinal).Replace("sch", "sh", StringComparison.Ordinal).Replace("sz", "sh", StringComparison.Ordinal).Replace("cz", "ch", StringComparison.Ordinal))
        {
            if ((kept.Length == 0 || !Vowels.Contains(c)) && (kept.Length == 0 || kept[^1] != c))
            {
                kept.Append(c);
            }
        }

        return word.EndsWith('a') ? kept.Append('a').ToString() : kept.ToString();
    }

    private static string Word(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in Accents.Off(word))
        {
            if (c is not ('\'' or '’' or 'ʼ'))
            {
                plain.Append(char.ToLowerInvariant(c) switch { 'ł' => 'l', 'ø' => 'o', 'y' or 'j' or 'ı' => 'i', 'w' => 'v', 'g' => 'h', var x => x });
            }
        }

        var text = plain.Replace("kh", "h").Replace("ck", "k").Replace("x", "ks").Replace("tz", "ts").Replace("ie", "e").ToString();
        plain.Clear();
        foreach (var c in text)
        {
            if (plain.Length == 0 || plain[^1] != c)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
