using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Reading;

/// <summary>Tells English from other languages by script and by the commonest words.</summary>
internal sealed class LanguageGuesser
{
    private const int Probe = 6000;
    private const int Few = 25;
    private static readonly string[] Cyrillic = ["uk", "ru", "bg"];
    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n\u00A0.,;:!?\"“”()[]…–—-");
    private readonly ImmutableArray<string> languages;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> common;

    /// <summary>Takes the commonest words of each language.</summary>
    public LanguageGuesser(ReadingRules rules)
    {
        languages = [.. rules.Languages.Keys.Order(StringComparer.Ordinal)];
        common = rules.Languages.SelectMany(l => l.Value.Select(word => (Word: word, Language: languages.IndexOf(l.Key))))
            .GroupBy(p => p.Word, p => p.Language, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>ISO 639-1 code; "und" where it cannot be told.</summary>
    /// <param name="text">The article's text.</param>
    public string Guess(string text)
    {
        var head = text.Length > Probe ? text[..Probe] : text;
        var letters = ScriptTally.Of(head);
        if (letters.Language is { } told)
        {
            return told;
        }

        var (counts, words) = Count(head);
        return words == 0 || letters.IsOther ? "und" : letters.IsCyrillic ? Slavic(counts) : Decide(counts, words);
    }

    private (int[] Counts, int Words) Count(string head)
    {
        var counts = new int[languages.Length];
        var words = 0;
        foreach (var part in head.AsSpan().SplitAny(Between))
        {
            var word = head.AsSpan(part);
            if (word.IsEmpty || !char.IsLetter(word[0]))
            {
                continue;
            }

            words++;
            if (common.TryGetValue(word, out var having))
            {
                foreach (var language in having)
                {
                    counts[language]++;
                }
            }
        }

        return (counts, words);
    }

    // A short text may have none of the letters that tell these apart: then its words do, or nothing does.
    private string Slavic(int[] counts)
    {
        var ranked = Cyrillic.Where(l => languages.Contains(l)).Select(l => (Language: l, Count: counts[languages.IndexOf(l)])).OrderByDescending(p => p.Count).ToList();
        return ranked.Count > 0 && ranked[0].Count > (ranked.Count > 1 ? ranked[1].Count : 0) ? ranked[0].Language : "und";
    }

    private string Decide(int[] counts, int words)
    {
        var at = languages.IndexOf("en");
        var most = at == 0 ? Math.Min(1, languages.Length - 1) : 0;
        for (var i = 0; i < counts.Length; i++)
        {
            most = i != at && counts[i] > counts[most] ? i : most;
        }

        var (best, value, english) = (languages[most], counts[most], at >= 0 ? counts[at] : 0);
        if (words < Few)
        {
            // A headline has few common words: it is English unless it plainly is something else.
            return value >= english + 2 ? best : "en";
        }

        // Prose has its common words; a list of losses or of dishes has few of any language.
        if (english >= value || (english * 6 >= words && value < 2 * english))
        {
            return english * 14 >= words || (english * 30 >= words && english >= 2 * value) ? "en" : "und";
        }

        return value * 10 >= words ? best : "und";
    }
}
