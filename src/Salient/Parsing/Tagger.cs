namespace Salient.Parsing;

/// <summary>Tags a sentence from left to right.</summary>
internal sealed class Tagger(WeightTable weights, TagSet tags)
{
    public WeightTable Weights => weights;

    /// <summary>Writes the tag of each word.</summary>
    public void Tag(WordKeys words, Span<byte> result)
    {
        Span<uint> rows = stackalloc uint[TagFeatures.Count];
        Span<short> scores = stackalloc short[WeightTable.MaxClasses];
        var tag1 = Keys.None;
        var tag2 = Keys.None;
        for (var i = 0; i < words.Count; i++)
        {
            int best = words.Sure[WordKeys.At(i)];
            if (best < 0)
            {
                TagFeatures.Fill(words, i, tag1, tag2, weights.Bits, rows);
                weights.Score(rows, tags.Count, scores);
                best = Best(scores[..tags.Count]);
            }

            result[i] = (byte)best;
            tag2 = tag1;
            tag1 = tags.TagKeys[best];
        }
    }

    /// <summary>The first of the highest scores.</summary>
    public static int Best(ReadOnlySpan<short> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }
}
