using Salient.Layers;

namespace Salient.Parsing.Networks;

/// <summary>Gives each word of a sentence its head and relation.</summary>
/// <remarks>Immutable. Rows of words, affixes and tags are added up, recurrent layers read them from both ends, each pair of words gets a score, and the best tree wins.</remarks>
internal sealed class TreeNetwork(NetworkShape shape, float[] weights)
{
    private readonly int[] ways = MakeWays();

    public NetworkShape Shape => shape;

    public float[] Weights => weights;

    /// <summary>Parses some words of a sentence; the root's head is <paramref name="count"/>.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="tags">Their tags.</param>
    /// <param name="first">The first word to parse.</param>
    /// <param name="count">How many; at most <see cref="MostWords"/>.</param>
    /// <param name="b">What to compute in.</param>
    /// <param name="heads">Gets the heads, counted from the first word.</param>
    /// <param name="labels">Gets the relations.</param>
    public void Parse(WordKeys words, ReadOnlySpan<byte> tags, int first, int count, NetworkBuffers b, Span<int> heads, Span<byte> labels)
    {
        b.Grow(count, shape);
        LookUp(words, tags, first, count, b.Layers.Input);
        int d = shape.Width, w = shape.HeadWidth;
        RecurrentLayers.Run(weights.AsSpan(shape.LayerStart, shape.Layers * shape.LayerSize), shape.Layers, d, count, b.Layers);

        Products.Multiply(b.Layers.Input, d, weights.AsSpan(shape.HeadWeights), b.Ends, w, count, d, w, false);
        var arcs = 2 * shape.ArcWidth;
        for (var i = 0; i < count; i++)
        {
            Lanes.AddBend(b.Ends.AsSpan(i * w, arcs), weights.AsSpan(shape.HeadBias, arcs));
            Lanes.Add(b.Ends.AsSpan((i * w) + arcs, w - arcs), weights.AsSpan(shape.HeadBias + arcs, w - arcs));
        }

        Arcs(tags.Slice(first, count), b);
        b.Decoder.Decode(b.Scores, b.Row, count, heads);
        Labels(b, count, heads, labels);
    }

    /// <summary>The most words that are parsed at once: the pairs grow with their square.</summary>
    public const int MostWords = 128;

    private void LookUp(WordKeys words, ReadOnlySpan<byte> tags, int first, int count, Span<float> input)
    {
        Span<int> rows = stackalloc int[AffixRows.Count];
        var d = shape.Width;
        for (var i = 0; i < count; i++)
        {
            var at = WordKeys.At(first + i);
            var x = input.Slice(i * d, d);
            weights.AsSpan((words.Index[at] + 1) * d, d).CopyTo(x);
            AffixRows.Fill(words, at, rows);
            foreach (var row in rows)
            {
                Lanes.Add(x, weights.AsSpan(shape.AffixRows + (row * d), d));
            }

            Lanes.Add(x, weights.AsSpan(shape.TagRows + (tags[first + i] * d), d));
        }
    }

    private void Arcs(ReadOnlySpan<byte> tags, NetworkBuffers b)
    {
        int a = shape.ArcWidth, w = shape.HeadWidth, row = b.Row, n = tags.Length;
        Products.Multiply(b.Ends, w, weights.AsSpan(shape.ArcWeights), b.Mixed, a, n, a, a, false);
        for (var i = 0; i < n; i++)
        {
            Lanes.Add(b.Mixed.AsSpan(i * a, a), weights.AsSpan(shape.ArcBias, a));
        }

        Products.Transpose(b.Ends.AsSpan(a), w, b.Turned, row, n, a);
        for (var j = 0; j < a; j++)
        {
            b.Turned[(j * row) + n] = weights[shape.RootHead + j];
            b.Turned.AsSpan((j * row) + n + 1, row - n - 1).Clear();
        }

        Products.Multiply(b.Mixed, a, b.Turned, b.Scores, row, n, a, row, false);
        for (var i = 0; i < n; i++)
        {
            var line = b.Scores.AsSpan(i * row, n + 1);
            var bias = weights.AsSpan(shape.WayBias + (tags[i] * (NetworkShape.Ways + 1)), NetworkShape.Ways + 1);
            var way = ways.AsSpan(MostWords - i, n);
            for (var h = 0; h < way.Length; h++)
            {
                line[h] += bias[way[h]];
            }

            line[n] += bias[NetworkShape.Ways];
        }
    }

    private void Labels(NetworkBuffers b, int n, ReadOnlySpan<int> heads, Span<byte> labels)
    {
        int a = shape.ArcWidth, k = shape.LabelWidth, w = shape.HeadWidth, wide = shape.RelationRow;
        for (var i = 0; i < n; i++)
        {
            // The root's relation is known; it takes some head's place here.
            var h = heads[i] == n ? i : heads[i];
            var way = weights.AsSpan(shape.LabelWays + (ways[MostWords + h - i] * k), k);
            Lanes.Bend(b.Ends.AsSpan((i * w) + (2 * a), k), b.Ends.AsSpan((h * w) + (2 * a) + k, k), way, b.Mixed.AsSpan(i * k, k));
        }

        Products.Multiply(b.Mixed, k, weights.AsSpan(shape.LabelWeights), b.Lines, wide, n, k, wide, false);
        for (var i = 0; i < n; i++)
        {
            var line = b.Lines.AsSpan(i * wide, wide);
            Lanes.Add(line, weights.AsSpan(shape.LabelBias, wide));
            line[shape.Root] = float.NegativeInfinity;
            labels[i] = heads[i] == n ? (byte)shape.Root : (byte)Best(line[..shape.Relations]);
        }
    }

    private static int Best(ReadOnlySpan<float> line)
    {
        var best = 0;
        for (var i = 1; i < line.Length; i++)
        {
            best = line[i] > line[best] ? i : best;
        }

        return best;
    }

    private static int[] MakeWays()
    {
        var result = new int[(2 * MostWords) + 1];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = NetworkShape.Way(MostWords, i);
        }

        return result;
    }
}
