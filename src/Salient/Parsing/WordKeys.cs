using System.Runtime.CompilerServices;

namespace Salient.Parsing;

/// <summary>What the features see of a sentence's words: keys of form, affixes and shape. Reused from sentence to sentence.</summary>
internal sealed class WordKeys
{
    private const int Margin = 3;
    private int capacity;

    public WordKeys() => Grow(64);

    /// <summary>Words held.</summary>
    public int Count { get; private set; }

    /// <summary>The word, or its class where it was too rare in training.</summary>
    public ulong[] Word { get; private set; } = [];

    /// <summary>The classes of tags it had in training.</summary>
    public ulong[] Ambiguity { get; private set; } = [];

    /// <summary>The tag to take without asking, or -1.</summary>
    public short[] Sure { get; private set; } = [];

    /// <summary>Its place in the vocabulary, or -1.</summary>
    public int[] Index { get; private set; } = [];

    public ulong[] Shape { get; private set; } = [];

    public ulong[] Suffix1 { get; private set; } = [];

    public ulong[] Suffix2 { get; private set; } = [];

    public ulong[] Suffix3 { get; private set; } = [];

    public ulong[] Suffix4 { get; private set; } = [];

    public ulong[] Prefix1 { get; private set; } = [];

    public ulong[] Prefix2 { get; private set; } = [];

    public ulong[] Prefix3 { get; private set; } = [];

    /// <summary>Forgets the sentence.</summary>
    public void Clear() => Count = 0;

    /// <summary>Where word <paramref name="index"/> stands in the arrays: a margin on both sides holds <see cref="Keys.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(int index) => index + Margin;

    /// <summary>Adds a word.</summary>
    public void Add(ReadOnlySpan<char> form, Vocabulary vocabulary)
    {
        if (Count + (2 * Margin) >= capacity)
        {
            Grow(capacity * 2);
        }

        if (form.Length > 64)
        {
            form = form[..64];
        }

        Span<char> plain = stackalloc char[64];
        for (var i = 0; i < form.Length; i++)
        {
            plain[i] = Keys.Plain(form[i]);
        }

        plain = plain[..form.Length];
        var at = At(Count++);
        var n = plain.Length;
        Suffix1[at] = Keys.Of(plain[Math.Max(0, n - 1)..]);
        Suffix2[at] = Keys.Of(plain[Math.Max(0, n - 2)..]);
        Suffix3[at] = Keys.Of(plain[Math.Max(0, n - 3)..]);
        Suffix4[at] = Keys.Of(plain[Math.Max(0, n - 4)..]);
        Prefix1[at] = Keys.Of(plain[..Math.Min(1, n)]);
        Prefix2[at] = Keys.Of(plain[..Math.Min(2, n)]);
        Prefix3[at] = Keys.Of(plain[..Math.Min(3, n)]);
        Shape[at] = ShapeOf(form);
        var word = Keys.Of(plain);
        if (vocabulary.Find(word, out var entry))
        {
            Word[at] = word;
            Ambiguity[at] = entry.Ambiguity != 0 ? entry.Ambiguity : Keys.Pair(Suffix2[at], Shape[at]);
            Sure[at] = entry.Sure;
            Index[at] = entry.Index;
        }
        else
        {
            Word[at] = Keys.Pair(Suffix3[at], Shape[at]);
            Index[at] = -1;
            Ambiguity[at] = Keys.Pair(Suffix2[at], Shape[at]);
            Sure[at] = Names.IsDesignation(form) || Names.IsRank(form) ? vocabulary.Name : (short)-1;
        }
    }

    /// <summary>Closes the sentence: what follows its last word is outside.</summary>
    public void Close()
    {
        foreach (var keys in (ReadOnlySpan<ulong[]>)[Word, Ambiguity, Shape, Suffix1, Suffix2, Suffix3, Suffix4, Prefix1, Prefix2, Prefix3])
        {
            keys.AsSpan(0, Margin).Fill(Keys.None);
            keys.AsSpan(Count + Margin, Margin).Fill(Keys.None);
        }
    }

    private static ulong ShapeOf(ReadOnlySpan<char> form)
    {
        var shape = 1UL;
        var last = 0UL;
        var runs = 0;
        var length = 0;
        foreach (var c in form)
        {
            var kind = Kind(c);
            if (kind != last)
            {
                if (++runs > 6)
                {
                    break;
                }

                shape = (shape * 16) + (kind * 2);
                length = 0;
            }
            else if (++length == 1)
            {
                shape++;
            }

            last = kind;
        }

        return Keys.Mix(shape);
    }

    private static ulong Kind(char c)
    {
        if (char.IsAsciiLetterLower(c))
        {
            return 1;
        }

        if (char.IsAsciiLetterUpper(c))
        {
            return 2;
        }

        if (char.IsDigit(c))
        {
            return 3;
        }

        return Keys.Plain(c) switch
        {
            '-' => 4,
            '\'' => 5,
            '.' or ',' => 6,
            _ => char.IsUpper(c) ? 2UL : char.IsLetter(c) ? 1UL : 7UL,
        };
    }

    private void Grow(int size)
    {
        capacity = size;
        Word = Larger(Word);
        Ambiguity = Larger(Ambiguity);
        Shape = Larger(Shape);
        Suffix1 = Larger(Suffix1);
        Suffix2 = Larger(Suffix2);
        Suffix3 = Larger(Suffix3);
        Suffix4 = Larger(Suffix4);
        Prefix1 = Larger(Prefix1);
        Prefix2 = Larger(Prefix2);
        Prefix3 = Larger(Prefix3);
        Sure = Larger(Sure);
        Index = Larger(Index);
    }

    private T[] Larger<T>(T[] old)
    {
        var result = new T[capacity];
        old.AsSpan().CopyTo(result);
        return result;
    }
}
