using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Salient.Attributing;

/// <summary>Spells names that were written in another alphabet one way: "Naiev" and "Nayev", "Oleksii" and "Alexey" are the same.</summary>
internal static class Spelling
{
    private static readonly FrozenDictionary<string, string> First = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aleksandr"] = "oleksandr", ["aleksander"] = "oleksandr", ["olexandr"] = "oleksandr", ["oleksander"] = "oleksandr", ["aleksei"] = "oleksi", ["aleksi"] = "oleksi", ["oleksei"] = "oleksi", ["serhei"] = "serhi", ["andrei"] = "andri", ["vladimir"] = "volodimir",
        ["dmitri"] = "dmitro", ["nikolai"] = "mikola", ["mihail"] = "mihailo", ["pavel"] = "pavlo", ["danil"] = "danilo", ["jevhen"] = "evhen", ["evheni"] = "evhen", ["iurii"] = "iuri", ["vasil"] = "vasili", ["natalia"] = "natali", ["natalija"] = "natali",
        ["helena"] = "olena", ["elena"] = "olena", ["anna"] = "hanna", ["kiril"] = "kirilo", ["ilia"] = "illia", ["arsen"] = "arseni", ["anatol"] = "anatoli",
    }.ToFrozenDictionary(StringComparer.Ordinal);

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

    private static string Word(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’' or 'ʼ'))
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
