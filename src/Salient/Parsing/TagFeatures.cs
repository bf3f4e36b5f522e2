namespace Salient.Parsing;

/// <summary>The features that a word's tag is told from: itself, its neighbours, the two tags before it.</summary>
internal static class TagFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 44;

    /// <summary>Writes the rows of word <paramref name="index"/>.</summary>
    public static void Fill(WordKeys words, int index, ulong tag1, ulong tag2, int bits, Span<uint> rows)
    {
        var i = WordKeys.At(index);
        var n = 0;
        var w = words.Word;
        var a = words.Ambiguity;
        var s = words.Shape;
        var w0 = w[i];
        var a0 = a[i];
        var a1 = a[i + 1];
        var s0 = s[i];
        var s3 = words.Suffix3[i];
        Add(rows, ref n, bits, w0);
        Add(rows, ref n, bits, w[i - 1]);
        Add(rows, ref n, bits, w[i + 1]);
        Add(rows, ref n, bits, w[i - 2]);
        Add(rows, ref n, bits, w[i + 2]);
        Add(rows, ref n, bits, words.Suffix1[i]);
        Add(rows, ref n, bits, words.Suffix2[i]);
        Add(rows, ref n, bits, s3);
        Add(rows, ref n, bits, words.Suffix4[i]);
        Add(rows, ref n, bits, words.Prefix1[i]);
        Add(rows, ref n, bits, words.Prefix2[i]);
        Add(rows, ref n, bits, words.Prefix3[i]);
        Add(rows, ref n, bits, s0);
        Add(rows, ref n, bits, s[i - 1]);
        Add(rows, ref n, bits, s[i + 1]);
        Add(rows, ref n, bits, s3, s0);
        Add(rows, ref n, bits, w0, s0);
        Add(rows, ref n, bits, tag1);
        Add(rows, ref n, bits, tag1, tag2);
        Add(rows, ref n, bits, tag1, w0);
        Add(rows, ref n, bits, tag1, tag2, w0);
        Add(rows, ref n, bits, w[i - 1], w0);
        Add(rows, ref n, bits, w0, w[i + 1]);
        Add(rows, ref n, bits, a0);
        Add(rows, ref n, bits, a1);
        Add(rows, ref n, bits, a[i + 2]);
        Add(rows, ref n, bits, a0, a1);
        Add(rows, ref n, bits, a0, a1, a[i + 2]);
        Add(rows, ref n, bits, tag1, a0);
        Add(rows, ref n, bits, tag1, a0, a1);
        Add(rows, ref n, bits, tag1, tag2, a0);
        Add(rows, ref n, bits, tag1, a1);
        Add(rows, ref n, bits, tag1, w[i + 1]);
        Add(rows, ref n, bits, tag1, s0);
        Add(rows, ref n, bits, tag1, s3);
        Add(rows, ref n, bits, s3, a1);
        Add(rows, ref n, bits, words.Suffix3[i - 1]);
        Add(rows, ref n, bits, words.Suffix3[i + 1]);
        Add(rows, ref n, bits, words.Suffix2[i], tag1);
        Add(rows, ref n, bits, s0, s[i + 1], s[i - 1]);
        Add(rows, ref n, bits, w[i - 1], w[i - 2]);
        Add(rows, ref n, bits, w[i + 1], w[i + 2]);
        Add(rows, ref n, bits, w[i - 1], w[i + 1]);
        Add(rows, ref n, bits, index == 0 ? 1UL : 2UL, s0, w0);
    }

    private static void Add(Span<uint> rows, ref int n, int bits, ulong a, ulong b = 0, ulong c = 0)
    {
        rows[n] = Keys.Row((ulong)n + 1, a, b, c, bits);
        n++;
    }
}
