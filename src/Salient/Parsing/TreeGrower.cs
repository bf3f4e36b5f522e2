using Salient.Parsing.Networks;

namespace Salient.Parsing;

/// <summary>Grows the trees of sentences of any length: what is longer than the network takes at once is cut, best at a stop or comma, and the pieces hang on the first.</summary>
internal sealed class TreeGrower(TreeNetwork network, RelationSet relations)
{
    private const int Least = TreeNetwork.MostWords / 2;
    private readonly byte root = (byte)relations.Root;
    private readonly byte loose = (byte)relations.Loose;

    /// <summary>Makes ready for sentences of so many words in all, which are then added.</summary>
    public void Open(int words, NetworkBuffers buffers) => buffers.Open(words, network.Shape);

    /// <summary>Adds a sentence.</summary>
    public void Add(WordKeys words, ReadOnlySpan<byte> tags, TagSet set, NetworkBuffers buffers)
    {
        for (var from = 0; from < words.Count;)
        {
            var count = Piece(tags[from..words.Count], set);
            network.Add(words, tags, from, count, buffers);
            from += count;
        }
    }

    /// <summary>Grows the trees of all sentences added.</summary>
    /// <param name="tags">Tags of their words, sentence after sentence.</param>
    /// <param name="counts">Words of each sentence.</param>
    /// <param name="buffers">What they were added to.</param>
    /// <param name="heads">Gets the heads, counted within each sentence; the root's is the number of its words.</param>
    /// <param name="labels">Gets the relations.</param>
    public void Grow(ReadOnlySpan<byte> tags, ReadOnlySpan<int> counts, NetworkBuffers buffers, Span<int> heads, Span<byte> labels)
    {
        network.Read(buffers);
        var (piece, at) = (0, 0);
        foreach (var count in counts)
        {
            var top = -1;
            for (var from = 0; from < count; piece++)
            {
                var words = buffers.Pieces[piece];
                network.Parse(tags.Slice(at + from, words), at + from, buffers, heads.Slice(at + from, words), labels.Slice(at + from, words));
                Hang(heads.Slice(at, count), labels.Slice(at, count), from, words, ref top);
                from += words;
            }

            at += count;
        }
    }

    // Heads counted from the piece's first word become heads in the sentence; the root of a later piece hangs on that of the first.
    private void Hang(Span<int> heads, Span<byte> labels, int from, int words, ref int top)
    {
        for (var i = from; i < from + words; i++)
        {
            if (heads[i] < words)
            {
                heads[i] += from;
                continue;
            }

            (heads[i], labels[i]) = top < 0 ? (heads.Length, root) : (top, loose);
            top = top < 0 ? i : top;
        }
    }

    private static int Piece(ReadOnlySpan<byte> tags, TagSet set)
    {
        if (tags.Length <= TreeNetwork.MostWords)
        {
            return tags.Length;
        }

        for (var i = TreeNetwork.MostWords; i > Least; i--)
        {
            if (set.Universal(tags[i - 1]) == Records.Upos.PUNCT)
            {
                return i;
            }
        }

        return TreeNetwork.MostWords;
    }
}
