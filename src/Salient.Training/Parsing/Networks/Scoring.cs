using System.Runtime.Intrinsics;
using Salient.Layers;
using Salient.Parsing.Networks;

namespace Salient.Training.Parsing.Networks;

/// <summary>Scores heads and relations of one sentence against its tree, and gives the slopes back.</summary>
internal sealed class Scoring(NetworkShape shape, float[] weights, float[] gradient)
{
    private readonly int a = shape.ArcWidth;
    private readonly int k = shape.LabelWidth;
    private readonly int w = shape.HeadWidth;
    private int capacity;
    private float[] turned = [];
    private float[] scores = [];
    private float[] mixed = [];
    private float[] mixedSlopes = [];
    private float[] ends = [];
    private float[] endSlopes = [];

    private float scale;

    public double Loss { get; private set; }

    /// <summary>Heads that were right.</summary>
    public int Right { get; private set; }

    /// <summary>Begins to count anew.</summary>
    public void Clear() => (Loss, Right) = (0, 0);

    /// <summary>Adds the slopes of one sentence.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="x">What each word is to arcs and relations.</param>
    /// <param name="slopes">Gets the slopes of that.</param>
    /// <param name="share">What a word counts.</param>
    public void Run(Passage s, ReadOnlySpan<float> x, Span<float> slopes, float share)
    {
        scale = share;
        Arcs(s, x, slopes);
        Labels(s, x, slopes);
    }

    private void Arcs(Passage s, ReadOnlySpan<float> x, Span<float> slopes)
    {
        var n = s.Count;
        var row = (n + 1 + Products.Columns - 1) / Products.Columns * Products.Columns;
        Grow(n, row);
        // The ends that arcs may have: each word as a head, then the root.
        for (var i = 0; i < n; i++)
        {
            x.Slice((i * w) + a, a).CopyTo(ends.AsSpan(i * a));
        }

        weights.AsSpan(shape.RootHead, a).CopyTo(ends.AsSpan(n * a));
        ends.AsSpan((n + 1) * a, (row - n - 1) * a).Clear();
        Products.Multiply(x, w, weights.AsSpan(shape.ArcWeights), mixed, a, n, a, a, false);
        for (var i = 0; i < n * a; i++)
        {
            mixed[i] += weights[shape.ArcBias + (i % a)];
        }

        Products.Transpose(ends, a, turned, row, row, a);
        Products.Multiply(mixed, a, turned, scores, row, n, a, row, false);
        for (var i = 0; i < n; i++)
        {
            var line = scores.AsSpan(i * row, row);
            var ways = shape.WayBias + (s.Tags[i] * (NetworkShape.Ways + 1));
            for (var h = 0; h < n; h++)
            {
                line[h] = h == i ? float.NegativeInfinity : line[h] + weights[ways + NetworkShape.Way(i, h)];
            }

            line[n] += weights[ways + NetworkShape.Ways];
            line[(n + 1)..].Fill(float.NegativeInfinity);
            Right += Soften(line, s.Heads[i]) ? 1 : 0;
            line[(n + 1)..].Clear();
            line[i] = 0;
            for (var h = 0; h < n; h++)
            {
                if (h != i)
                {
                    gradient[ways + NetworkShape.Way(i, h)] += line[h];
                }
            }

            gradient[ways + NetworkShape.Ways] += line[n];
        }

        // scores = (x·A + b)·endsᵀ
        Products.Multiply(scores, row, ends, mixedSlopes, a, n, row, a, false);
        Products.Transpose(scores, row, turned, n, n, row);
        Products.Multiply(turned, n, mixed, endSlopes, a, row, n, a, false);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < a; j++)
            {
                slopes[(i * w) + a + j] += endSlopes[(i * a) + j];
                gradient[shape.ArcBias + j] += mixedSlopes[(i * a) + j];
            }
        }

        for (var j = 0; j < a; j++)
        {
            gradient[shape.RootHead + j] += endSlopes[(n * a) + j];
        }

        Span<float> back = new float[a * a];
        Products.Transpose(weights.AsSpan(shape.ArcWeights, a * a), a, back, a, a, a);
        Products.Multiply(mixedSlopes, a, back, slopes, w, n, a, a, true);
        Products.Transpose(x, w, turned, n, n, a);
        Products.Multiply(turned, n, mixedSlopes, gradient.AsSpan(shape.ArcWeights), a, a, n, a, true);
    }

    private void Labels(Passage s, ReadOnlySpan<float> x, Span<float> slopes)
    {
        int n = s.Count, wide = shape.RelationRow;
        for (var i = 0; i < n; i++)
        {
            var h = s.Heads[i] == n ? i : s.Heads[i];
            var hidden = mixed.AsSpan(i * k, k);
            Lanes.Bend(x.Slice((i * w) + (2 * a), k), x.Slice((h * w) + (2 * a) + k, k), weights.AsSpan(Way(i, h), k), hidden);
        }

        Products.Multiply(mixed, k, weights.AsSpan(shape.LabelWeights), scores, wide, n, k, wide, false);
        for (var i = 0; i < n; i++)
        {
            var line = scores.AsSpan(i * wide, wide);
            if (s.Heads[i] == n)
            {
                line.Clear();
                continue;
            }

            Lanes.Add(line, weights.AsSpan(shape.LabelBias, wide));
            line[shape.Relations..].Fill(float.NegativeInfinity);
            Soften(line, s.Labels[i]);
            line[shape.Relations..].Clear();
            Lanes.Add(gradient.AsSpan(shape.LabelBias, wide), line);
        }

        Products.Transpose(mixed, k, turned, n, n, k);
        Products.Multiply(turned, n, scores, gradient.AsSpan(shape.LabelWeights), wide, k, n, wide, true);
        Products.Transpose(weights.AsSpan(shape.LabelWeights, k * wide), wide, turned, k, k, wide);
        Products.Multiply(scores, wide, turned, mixedSlopes, k, n, wide, k, false);
        for (var i = 0; i < n; i++)
        {
            if (s.Heads[i] == n)
            {
                continue;
            }

            var g = mixedSlopes.AsSpan(i * k, k);
            for (var j = 0; j < k; j++)
            {
                g[j] = mixed[(i * k) + j] < 0 ? g[j] * Curves.Slope : g[j];
            }

            Lanes.Add(slopes.Slice((i * w) + (2 * a), k), g);
            Lanes.Add(slopes.Slice((s.Heads[i] * w) + (2 * a) + k, k), g);
            Lanes.Add(gradient.AsSpan(Way(i, s.Heads[i]), k), g);
        }
    }

    private int Way(int dependent, int head) => shape.LabelWays + (NetworkShape.Way(dependent, head) * k);

    /// <summary>Turns scores into slopes of the loss; says whether the best one was right. A score that may not be is minus infinity.</summary>
    private bool Soften(Span<float> line, int gold)
    {
        var most = float.NegativeInfinity;
        var best = -1;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] > most)
            {
                (most, best) = (line[i], i);
            }
        }

        var own = line[gold] - most;
        var sum = 0f;
        for (var i = 0; i < line.Length; i += 8)
        {
            Curves.Exp(Vector256.Create((ReadOnlySpan<float>)line[i..]) - Vector256.Create(most)).CopyTo(line[i..]);
        }

        foreach (var x in line)
        {
            sum += x;
        }

        for (var i = 0; i < line.Length; i++)
        {
            line[i] *= scale / sum;
        }

        line[gold] -= scale;
        Loss += MathF.Log(sum) - own;
        return best == gold;
    }

    private void Grow(int n, int row)
    {
        if (n < capacity)
        {
            return;
        }

        capacity = 2 * row;
        var width = Math.Max(a, k);
        scores = new float[capacity * Math.Max(capacity, shape.RelationRow)];
        turned = new float[Math.Max(capacity * Math.Max(width, capacity), width * shape.RelationRow)];
        (mixed, mixedSlopes, ends, endSlopes) = (new float[capacity * width], new float[capacity * width], new float[capacity * width], new float[capacity * width]);
    }
}
