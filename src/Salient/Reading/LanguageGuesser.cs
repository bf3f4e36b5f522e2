using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Reading;

/// <summary>Tells English from other languages by script and by the commonest words.</summary>
internal sealed class LanguageGuesser
{
    private const int Probe = 6000;
    private const int Few = 25;
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
        if (Script(head) is { } script)
        {
            return script;
        }

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

        return words == 0 ? "und" : Decide(counts, words);
    }

    private string Decide(int[] counts, int words)
    {
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        var (best, value) = (languages[most], counts[most]);
        var english = languages.IndexOf("en") is var at and >= 0 ? counts[at] : 0;
        if (words < Few)
        {
            // A headline has few common words: it is English unless it plainly is something else.
            return value >= english + 2 ? best : "en";
        }

        return english >= value || english * 6 >= words ? english * 14 >= words ? "en" : "und" : value * 10 >= words ? best : "und";
    }

    private static string? Script(string text)
    {
        int latin = 0, cyrillic = 0, ukrainian = 0, other = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            if (c < 'ʰ')
            {
                latin++;
            }
            else if (c is >= '\u0400' and < '\u0530')
            {
                cyrillic++;
                ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' ? 1 : 0;
            }
            else
            {
                other++;
            }
        }

        return cyrillic > latin && cyrillic >= other ? ukrainian > 0 ? "uk" : "ru" : other > latin ? "und" : null;
    }
}
