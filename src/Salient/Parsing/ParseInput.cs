namespace Salient.Parsing;

/// <summary>A tagged sentence as the parser's features see it: a key a word, and running counts of what stands between words.</summary>
internal sealed class ParseInput
{
    private int[] commas = [];
    private int[] verbs = [];
    private int[] joiners = [];
    private int[] quotes = [];

    public int Count { get; private set; }

    /// <summary>Key of each word; the root's follows the last, then that of "nobody".</summary>
    public ulong[] Word { get; private set; } = [];

    public ulong[] Tag { get; private set; } = [];

    public ulong[] Coarse { get; private set; } = [];

    /// <summary>Takes a sentence in.</summary>
    public void Load(WordKeys words, ReadOnlySpan<byte> tagged, TagSet tags)
    {
        var n = words.Count;
        if (Word.Length < n + 5)
        {
            Grow((n + 5) * 2);
        }

        Count = n;
        for (var i = 0; i < n; i++)
        {
            Word[i] = words.Word[WordKeys.At(i)];
            Tag[i] = tags.TagKeys[tagged[i]];
            Coarse[i] = tags.Coarse[tagged[i]];
            var kind = tags.Between(tagged[i]);
            commas[i + 1] = commas[i] + (kind == TagSet.Comma ? 1 : 0);
            verbs[i + 1] = verbs[i] + (kind == TagSet.Verb ? 1 : 0);
            joiners[i + 1] = joiners[i] + (kind == TagSet.Joiner ? 1 : 0);
            quotes[i + 1] = quotes[i] + (kind == TagSet.Quote ? 1 : 0);
        }

        Word[n] = Tag[n] = Coarse[n] = Keys.Root;
        for (var i = n + 1; i < n + 5; i++)
        {
            Word[i] = Tag[i] = Coarse[i] = Keys.None;
        }

        commas[n + 1] = commas[n];
        verbs[n + 1] = verbs[n];
        joiners[n + 1] = joiners[n];
        quotes[n + 1] = quotes[n];
    }

    /// <summary>The key of what stands between two words: whether verbs, commas, conjunctions, quotation marks.</summary>
    public ulong Between(int left, int right)
    {
        var v = Math.Min(2, verbs[right] - verbs[left + 1]);
        var c = Math.Min(2, commas[right] - commas[left + 1]);
        var j = Math.Min(1, joiners[right] - joiners[left + 1]);
        var q = Math.Min(1, quotes[right] - quotes[left + 1]);
        return Keys.Mix(4000UL + (ulong)((((((v * 3) + c) * 2) + j) * 2) + q));
    }

    private void Grow(int size)
    {
        Word = new ulong[size];
        Tag = new ulong[size];
        Coarse = new ulong[size];
        commas = new int[size];
        verbs = new int[size];
        joiners = new int[size];
        quotes = new int[size];
    }
}
