namespace Salient.Reading;

/// <summary>Counts a text's letters by script, and tells the language where the letters alone do.</summary>
internal sealed class ScriptTally
{
    // Scripts that stand for one language, as far as reports go.
    private static readonly (char From, char To, string Language)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"), ('\u0900', '\u097F', "hi"), ('\u0E00', '\u0E7F', "th"), ('\u10A0', '\u10FF', "ka"),
        ('\u3040', '\u30FF', "ja"), ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    private readonly int[] scripts = new int[Scripts.Length];
    private int latin;
    private int cyrillic;
    private int ukrainian;
    private int russian;
    private int belarusian;
    private int serbian;
    private int persian;
    private int other;

    /// <summary>True for Cyrillic whose language the letters do not tell.</summary>
    public bool IsCyrillic => cyrillic > latin && cyrillic >= other;

    /// <summary>True where most letters are neither Latin nor Cyrillic.</summary>
    public bool IsOther => !IsCyrillic && other > latin;

    /// <summary>The language, ISO 639-1, where the letters tell it; or null.</summary>
    public string? Language => IsCyrillic ? Slavic() : IsOther ? Single() : null;

    /// <summary>The letters of <paramref name="text"/>.</summary>
    public static ScriptTally Of(string text)
    {
        var tally = new ScriptTally();
        foreach (var c in text)
        {
            tally.Count(c);
        }

        return tally;
    }

    private void Count(char c)
    {
        if (!char.IsLetter(c))
        {
            return;
        }

        if (c < '\u02B0' || c is >= '\u1E00' and < '\u1F00')
        {
            latin++;
        }
        else if (c is >= '\u0400' and < '\u0530')
        {
            cyrillic++;
            ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' ? 1 : 0;
            russian += c is 'ы' or 'э' or 'ё' or 'Ы' or 'Э' or 'Ё' ? 1 : 0;
            belarusian += c is 'ў' or 'Ў' ? 1 : 0;
            serbian += c is 'ј' or 'љ' or 'њ' or 'ћ' or 'ђ' or 'џ' or 'Ј' or 'Љ' or 'Њ' or 'Ћ' or 'Ђ' or 'Џ' ? 1 : 0;
        }
        else
        {
            other++;
            persian += c is 'پ' or 'چ' or 'ژ' or 'گ' ? 1 : 0;
            var script = Array.FindIndex(Scripts, s => c >= s.From && c <= s.To);
            _ = script < 0 ? 0 : scripts[script]++;
        }
    }

    private string? Slavic() => serbian > ukrainian + russian ? "sr" : belarusian > 0 && belarusian * 20 >= ukrainian ? "be" : ukrainian > russian ? "uk" : russian > 0 ? "ru" : null;

    private string? Single()
    {
        var most = 0;
        for (var i = 1; i < scripts.Length; i++)
        {
            most = scripts[i] > scripts[most] ? i : most;
        }

        // Japanese writes with Chinese signs too, and always with its own among them.
        var kana = scripts[Array.FindIndex(Scripts, s => s.Language == "ja")];
        return scripts[most] == 0 ? null : Scripts[most].Language switch
        {
            "zh" when kana > 0 => "ja",
            "ar" when persian > 0 => "fa",
            var language => language,
        };
    }
}
