namespace Salient.Locating.Names;

/// <summary>Reads Latin letters by sound, the longest letter group first.</summary>
internal static class Latin
{
    private static readonly string[] Single = MakeSingle();

    /// <summary>Reads the letter group at <paramref name="i"/> into <paramref name="pen"/>; returns the letters used, 1 or more.</summary>
    public static int Read(ReadOnlySpan<char> word, int i, ref Pen pen, Spelling spelling)
    {
        var c = Letters.Lower(word[i]);
        if (c >= 128)
        {
            pen.Write(Marked(c));
            return 1;
        }

        var next = i + 1 < word.Length ? Letters.Lower(word[i + 1]) : '\0';
        var third = i + 2 < word.Length ? Letters.Lower(word[i + 2]) : '\0';
        var fourth = i + 3 < word.Length ? Letters.Lower(word[i + 3]) : '\0';
        switch (c)
        {
            case 's':
                return S(next, third, fourth, ref pen, spelling);
            case 'c':
                return C(next, ref pen, spelling);
            case 't':
                return T(next, third, fourth, ref pen);
            case 'z':
                return Z(next, third, ref pen, spelling);
            case 'k' when next == 'h':
                return Write(ref pen, "x", 2);
            case 'p' when next == 'h':
                return Write(ref pen, "f", 2);
            case 'j' when spelling == Spelling.French:
                return Write(ref pen, "j", 1);
            case 'o' when spelling == Spelling.French && next == 'u':
                return Write(ref pen, "u", 2);
            default:
                pen.Write(c is >= 'a' and <= 'z' ? Single[c - 'a'] : char.IsAsciiDigit(c) ? Digits[c - '0'] : "");
                return 1;
        }
    }

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private static int S(char next, char third, char fourth, ref Pen pen, Spelling spelling)
    {
        if (next == 'h')
        {
            return Write(ref pen, "w", 2);
        }

        if (next == 'c' && third == 'h')
        {
            return spelling switch
            {
                Spelling.German => Write(ref pen, "j", 3),
                Spelling.Polish => Write(ref pen, "w", 3),
                _ => Write(ref pen, "wq", 3),
            };
        }

        if (next == 'z')
        {
            return third == 'c' && fourth == 'z' ? Write(ref pen, "wq", 4) : Write(ref pen, "w", 2);
        }

        return Write(ref pen, spelling == Spelling.German && Skeleton.IsVowel(next) ? "z" : "s", 1);
    }

    private static int C(char next, ref Pen pen, Spelling spelling)
    {
        if (next == 'h')
        {
            return Write(ref pen, spelling switch { Spelling.English => "q", Spelling.French => "w", _ => "x" }, 2);
        }

        return next switch
        {
            'z' => Write(ref pen, "q", 2),
            'k' => Write(ref pen, "k", 2),
            _ => Write(ref pen, "c", 1),
        };
    }

    private static int T(char next, char third, char fourth, ref Pen pen)
    {
        if (next == 's')
        {
            return third == 'c' && fourth == 'h' ? Write(ref pen, "q", 4) : third == 'h' ? Write(ref pen, "t", 1) : Write(ref pen, "c", 2);
        }

        if (next == 'c' && third == 'h')
        {
            return Write(ref pen, "q", 3);
        }

        return next == 'z' ? Write(ref pen, "c", 2) : Write(ref pen, "t", next == 'h' ? 2 : 1);
    }

    private static int Z(char next, char third, ref Pen pen, Spelling spelling)
    {
        if (next == 'g' && third == 'h')
        {
            return Write(ref pen, "zg", 3);
        }

        return next == 'h' ? Write(ref pen, "j", 2) : Write(ref pen, spelling == Spelling.German ? "c" : "z", 1);
    }

    private static int Write(ref Pen pen, string sounds, int used)
    {
        pen.Write(sounds);
        return used;
    }

    private static string Marked(char c)
    {
        switch (c)
        {
            case 'č' or 'ć' or 'ç':
                return "q";
            case 'š' or 'ş' or 'ș' or 'ś':
                return "w";
            case 'ž' or 'ż':
                return "j";
            case 'ź':
                return "z";
            case 'ł':
                return "l";
            default:
                return Letters.Ascii(c) is { Length: 1 } plain ? Single[plain[0] - 'a'] : Letters.Ascii(c) ?? "";
        }
    }

    private static string[] MakeSingle()
    {
        var table = new string[26];
        for (var c = 'a'; c <= 'z'; c++)
        {
            table[c - 'a'] = c switch { 'h' => "g", 'j' or 'y' => "i", 'w' => "v", 'x' => "ks", 'q' => "k", _ => c.ToString() };
        }

        return table;
    }
}
