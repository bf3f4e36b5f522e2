using System.Runtime.InteropServices;
using Salient.Layers;

namespace Salient.Parsing.Networks;

/// <summary>Gives each word of a sentence its head and relation.</summary>
/// <remarks>Immutable; what the layers multiply by is laid out anew when it is made, so weights that change after that change nothing. Rows of words, affixes and tags are added up, recurrent layers read them from both ends, each pair of words gets a score, and the best tree wins.</remarks>
internal sealed class TreeNetwork(NetworkShape shape, float[] weights)
{
    private readonly int[] ways = MakeWays();
    private readonly RecurrentLayers layers = new(weights.AsSpan(shape.LayerStart, shape.Layers * shape.LayerSize), shape.Layers, shape.Width);
    private readonly Strips ends = new(weights.AsSpan(shape.HeadWeights, shape.Width * shape.HeadWidth), shape.Width, shape.HeadWidth);

    public NetworkShape Shape => shape;

    public float[] Weights => weights;

    /// <summary>Begins a piece of a sentence: puts its words behind those that wait in <paramref name="b"/>, which must have room for them.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="tags">Their tags.</param>
    /// <param name="first">The first word of the piece.</param>
    /// <param name="count">How many; at most <see cref="MostWords"/>.</param>
    /// <param name="b">What to compute in.</param>
    public void Add(WordKeys words, ReadOnlySpan<byte> tags, int first, int count, NetworkBuffers b)
    {
        LookUp(words, tags, first, count, b.Layers.Input.AsSpan(b.Waiting * shape.Width));
        b.Add(count);
    }

    /// <summary>Runs the layers over all pieces that wait, together: their numbers, which are many, are fetched once for all.</summary>
    public void Read(NetworkBuffers b)
    {
        int w = shape.HeadWidth, count = b.Waiting;
        layers.Run(CollectionsMarshal.AsSpan(b.Pieces), b.Layers);
        ends.Multiply(b.Layers.Input, shape.Width, b.Ends, w, count);
        var arcs = 2 * shape.ArcWidth;
        for (var i = 0; i < count; i++)
        {
            Lanes.AddBend(b.Ends.AsSpan(i * w, arcs), weights.AsSpan(shape.HeadBias, arcs));
            Lanes.Add(b.Ends.AsSpan((i * w) + arcs, w - arcs), weights.AsSpan(shape.HeadBias + arcs, w - arcs));
        }
    }

    /// <summary>Gives a piece that was read its tree; the root's head is the number of its words.</summary>
    /// <param name="tags">Tags of the piece.</param>
    /// <param name="at">Its first word among those that were read.</param>
    /// <param name="b">What to compute in.</param>
    /// <param name="heads">Gets the heads, counted from the piece's first word.</param>
    /// <param name="labels">Gets the relations.</param>
    public void Parse(ReadOnlySpan<byte> tags, int at, NetworkBuffers b, Span<int> heads, Span<byte> labels)
    {
        b.GrowPairs(tags.Length, shape);
        var own = b.Ends.AsSpan(at * shape.HeadWidth, tags.Length * shape.HeadWidth);
        Arcs(tags, own, b);
        b.Decoder.Decode(b.Scores, b.Row, tags.Length, heads);
        Labels(own, tags.Length, b, heads, labels);
    }

    /// <summary>The most words that are parsed at once: the pairs grow with their square.</summary>
    public const int MostWords = 128;

    private void LookUp(WordKeys words, ReadOnlySpan<byte> tags, int first, int count, Span<float> input)
    {
        Span<int> rows = stackalloc int[AffixRows.Count + 2];
        var d = shape.Width;
        for (var i = 0; i < count; i++)
        {
            var at = WordKeys.At(first + i);
            var affixes = rows.Slice(1, AffixRows.Count);
            AffixRows.Fill(words, at, affixes);
            foreach (ref var row in affixes)
            {
                row += shape.AffixRows / d;
            }

            rows[0] = words.Index[at] + 1;
            rows[^1] = (shape.TagRows / d) + tags[first + i];
            Lanes.Sum(weights, rows, input.Slice(i * d, d));
        }
    }

    private void Arcs(ReadOnlySpan<byte> tags, ReadOnlySpan<float> own, NetworkBuffers b)
    {
        int a = shape.ArcWidth, w = shape.HeadWidth, row = b.Row, n = tags.Length;
        Products.Multiply(own, w, weights.AsSpan(shape.ArcWeights), b.Mixed, a, n, a, a, false);
        for (var i = 0; i < n; i++)
        {
            Lanes.Add(b.Mixed.AsSpan(i * a, a), weights.AsSpan(shape.ArcBias, a));
        }

        Products.Transpose(own[a..], w, b.Turned, row, n, a);
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

    private void Labels(ReadOnlySpan<float> own, int n, NetworkBuffers b, ReadOnlySpan<int> heads, Span<byte> labels)
    {
        int a = shape.ArcWidth, k = shape.LabelWidth, w = shape.HeadWidth, wide = shape.RelationRow;
        for (var i = 0; i < n; i++)
        {
            // The root's relation is known; it takes some head's place here.
            var h = heads[i] == n ? i : heads[i];
            var way = weights.AsSpan(shape.LabelWays + (ways[MostWords + h - i] * k), k);
            Lanes.Bend(own.Slice((i * w) + (2 * a), k), own.Slice((h * w) + (2 * a) + k, k), way, b.Mixed.AsSpan(i * k, k));
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
