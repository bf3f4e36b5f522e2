namespace Salient.Locating.Names;

/// <summary>How a Latin spelling is read: which sounds its letters stand for.</summary>
internal enum Spelling
{
    /// <summary>BGN, Ukraine's national system of 2010, scholarly and what newspapers make of them.</summary>
    English,

    /// <summary>As English, but "ch" is the sound of loch: Polish, scholarly, Czech.</summary>
    Polish,

    /// <summary>German: "z" is ts, "s" before a vowel is z, "sch" may be zh.</summary>
    German,

    /// <summary>French: "ou", "tch", "ch", "j".</summary>
    French,
}

/// <summary>Folds a word, however transliterated, to the sounds that all systems agree on, so that spellings of one name meet.</summary>
/// <remarks>
/// The alphabet is a b v g d e z i k l m n o p r s t u f x (kh) c (ts) q (ch) w (sh) j (zh). Soft signs and apostrophes vanish, h and g are one,
/// y, i and j are one, "ie" is e and "io" o, doubled letters are single. A name's Cyrillic forms and its Latin ones give the same skeleton.
/// </remarks>
internal static class Skeleton
{
    /// <summary>The longest word that is folded; longer ones are no names.</summary>
    public const int Longest = 40;

    /// <summary>Writes the skeleton of <paramref name="word"/>; returns its length, 0 where the word holds nothing that can be folded or is too long.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into, Spelling spelling = Spelling.English)
    {
        if (word.Length > Longest)
        {
            return 0;
        }

        var pen = new Pen(into);
        for (var i = 0; i < word.Length;)
        {
            var c = Letters.Lower(word[i]);
            if (Cyrillic.Sound(c) is { } sound)
            {
                pen.Write(sound);
                i++;
            }
            else
            {
                i += Latin.Read(word, i, ref pen, spelling);
            }
        }

        return pen.Length;
    }

    /// <summary>The skeleton of <paramref name="name"/>, its words parted by single spaces.</summary>
    public static string Of(ReadOnlySpan<char> name, Spelling spelling = Spelling.English)
    {
        Span<char> word = stackalloc char[Longest * 2];
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            var end = i;
            while (end < name.Length && Letters.InWord(name, end))
            {
                end++;
            }

            var n = Fold(name[i..end], word, spelling);
            if (n > 0)
            {
                if (result.Length > 0)
                {
                    result.Append(' ');
                }

                result.Append(word[..n]);
            }

            i = Math.Max(end, i + 1);
        }

        return result.ToString();
    }

    /// <summary>A skeleton's consonants, with "a" for a leading vowel: what forms of a name in two languages or two cases share.</summary>
    public static int Consonants(ReadOnlySpan<char> skeleton, Span<char> into)
    {
        var n = 0;
        for (var i = 0; i < skeleton.Length; i++)
        {
            var c = skeleton[i];
            if (IsVowel(c))
            {
                if (i == 0)
                {
                    into[n++] = 'a';
                }
            }
            else if (n == 0 || into[n - 1] != c)
            {
                into[n++] = c;
            }
        }

        return n;
    }

    /// <summary>True for a, e, i, o, u.</summary>
    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}

/// <summary>Writes sounds one by one and merges those that no two systems write alike.</summary>
internal ref struct Pen(Span<char> into)
{
    private readonly Span<char> into = into;

    /// <summary>Sounds written.</summary>
    public int Length { get; private set; }

    /// <summary>Writes each sound of <paramref name="sounds"/>.</summary>
    public void Write(string sounds)
    {
        foreach (var s in sounds)
        {
            Write(s);
        }
    }

    /// <summary>Writes one sound.</summary>
    public void Write(char sound)
    {
        var last = Length > 0 ? into[Length - 1] : '\0';
        if (last == sound)
        {
            return;
        }

        if ((last == 'i' && (sound is 'e' or 'o')) || (last == 't' && (sound is 's' or 'c' or 'q')))
        {
            into[Length - 1] = sound == 's' ? 'c' : sound;
            if (Length > 1 && into[Length - 2] == into[Length - 1])
            {
                Length--;
            }

            return;
        }

        if (Length < into.Length)
        {
            into[Length++] = sound;
        }
    }
}
