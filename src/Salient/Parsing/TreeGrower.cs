using Salient.Parsing.Networks;

namespace Salient.Parsing;

/// <summary>Grows the trees of sentences of any length: what is longer than the network takes at once is cut, best at a stop or comma, and the pieces hang on the first.</summary>
internal sealed class TreeGrower(TreeNetwork network, RelationSet relations)
{
    private const int Least = TreeNetwork.MostWords / 2;
    private readonly byte root = (byte)relations.Root;
    private readonly byte loose = (byte)relations.Loose;

    /// <summary>Writes heads and relations; the root's head is the number of words.</summary>
    public void Grow(WordKeys words, ReadOnlySpan<byte> tags, TagSet set, NetworkBuffers buffers, Span<int> heads, Span<byte> labels)
    {
        var n = words.Count;
        var top = -1;
        for (var from = 0; from < n;)
        {
            var count = Piece(tags[from..n], set);
            network.Parse(words, tags, from, count, buffers, heads[from..], labels[from..]);
            for (var i = from; i < from + count; i++)
            {
                if (heads[i] < count)
                {
                    heads[i] += from;
                    continue;
                }

                (heads[i], labels[i]) = top < 0 ? (n, root) : (top, loose);
                top = top < 0 ? i : top;
            }

            from += count;
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
