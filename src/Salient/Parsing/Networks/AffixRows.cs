namespace Salient.Parsing.Networks;

/// <summary>Which rows of the network's table stand for a word's beginning, ending and shape.</summary>
internal static class AffixRows
{
    /// <summary>Rows of a word.</summary>
    public const int Count = 6;

    /// <summary>Writes the rows of the word at <paramref name="at"/>.</summary>
    public static void Fill(WordKeys words, int at, Span<int> rows)
    {
        rows[0] = Row(1, words.Suffix2[at]);
        rows[1] = Row(2, words.Suffix3[at]);
        rows[2] = Row(3, words.Suffix4[at]);
        rows[3] = Row(4, words.Prefix2[at]);
        rows[4] = Row(5, words.Prefix3[at]);
        rows[5] = Row(6, words.Shape[at]);
    }

    private static int Row(ulong kind, ulong key) => (int)Keys.Row(kind, key, 0, 0, NetworkShape.AffixBits);
}
