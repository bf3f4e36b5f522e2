namespace Salient.Reading;

/// <summary>Tells English from other languages by script and by the commonest words.</summary>
internal sealed class LanguageGuesser(ReadingRules rules)
{
    private const int Probe = 6000;
    private const int Few = 25;

    /// <summary>ISO 639-1 code; "und" where it cannot be told.</summary>
    /// <param name="text">The article's text.</param>
    public string Guess(string text)
    {
        var head = text.Length > Probe ? text[..Probe] : text;
        if (Script(head) is { } script)
        {
            return script;
        }

        var counts = rules.Languages.Keys.ToDictionary(k => k, _ => 0);
        var words = 0;
        foreach (var part in head.AsSpan().SplitAny(" \t\r\n\u00A0.,;:!?\"“”()[]…–—-"))
        {
            var word = head[part];
            if (word.Length == 0 || !char.IsLetter(word[0]))
            {
                continue;
            }

            words++;
            foreach (var (language, common) in rules.Languages)
            {
                counts[language] += common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            }
        }

        return words == 0 ? "und" : Decide(counts, words);
    }

    private static string Decide(Dictionary<string, int> counts, int words)
    {
        var best = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First();
        var english = counts.GetValueOrDefault("en");
        if (words < Few)
        {
            // A headline has few common words: it is English unless it plainly is something else.
            return best.Value >= english + 2 ? best.Key : "en";
        }

        return english >= best.Value || english * 6 >= words ? english * 14 >= words ? "en" : "und" : best.Value * 10 >= words ? best.Key : "und";
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
