using Salient.Layers;
using Salient.Parsing.Networks;
using Salient.Training.Layers;

namespace Salient.Training.Parsing.Networks;

/// <summary>One half of a batch: forward through the network, then back with the slopes.</summary>
internal sealed class Slice
{
    private const int Rows = AffixRows.Count + 2;
    private readonly NetworkShape shape;
    private readonly float[] weights;
    private readonly TrainingPlan plan;
    private readonly int d;
    private readonly float[] dense;
    private readonly Scoring scorer;
    private readonly List<int> touched = [];
    private readonly bool[] marks;
    private float[] heads = [];
    private float[] headSlopes = [];
    private int[] rows = [];
    private int capacity;
    private readonly Chance chance = new();
    private readonly LayerPass pass;

    public Slice(NetworkShape shape, float[] weights, TrainingPlan plan)
    {
        (this.shape, this.weights, this.plan) = (shape, weights, plan);
        d = shape.Width;
        dense = new float[shape.HeadWidth * d];
        marks = new bool[shape.Dense / d];
        Gradient = new float[shape.Size];
        scorer = new Scoring(shape, weights, Gradient);
        pass = new LayerPass(weights, Gradient, shape.LayerStart, shape.Layers, d, chance);
    }

    public float[] Gradient { get; }

    /// <summary>Rows of the tables that the sentences used.</summary>
    public List<int> Touched => touched;

    /// <summary>Sum of the words' losses.</summary>
    public double Loss => scorer.Loss;

    /// <summary>Heads that were right.</summary>
    public int Right => scorer.Right;

    /// <summary>Decides what is left out by chance.</summary>
    public void Seed(ulong seed) => chance.Seed(seed);

    /// <summary>Forgets which rows were used; begins to count anew.</summary>
    public void Clear()
    {
        foreach (var row in touched)
        {
            marks[row] = false;
        }

        touched.Clear();
        scorer.Clear();
    }

    /// <summary>Adds the slopes of the sentences to the gradient, each word counting <paramref name="scale"/>.</summary>
    public void Run(List<Passage> sentences, float scale)
    {
        var n = sentences.Sum(s => s.Count);
        if (n == 0)
        {
            return;
        }

        Grow(n);
        LookUp(sentences);
        int[] counts = [.. sentences.Select(s => s.Count)];
        pass.Forward(counts, plan.Dropout);
        Products.Multiply(pass.Top, d, weights.AsSpan(shape.HeadWeights), heads, shape.HeadWidth, n, d, shape.HeadWidth, false);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < shape.HeadWidth; j++)
            {
                ref var x = ref heads[(i * shape.HeadWidth) + j];
                x += weights[shape.HeadBias + j];
                x = j < 2 * shape.ArcWidth ? Curves.Bend(x) : x;
            }
        }

        headSlopes.AsSpan(0, n * shape.HeadWidth).Clear();
        var at = 0;
        foreach (var s in sentences)
        {
            scorer.Run(s, heads.AsSpan(at * shape.HeadWidth, s.Count * shape.HeadWidth), headSlopes.AsSpan(at * shape.HeadWidth, s.Count * shape.HeadWidth), scale);
            at += s.Count;
        }

        HeadsBack(n);
        pass.Back(counts);
        Scatter(n);
    }

    private void HeadsBack(int n)
    {
        var w = shape.HeadWidth;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < w; j++)
            {
                ref var g = ref headSlopes[(i * w) + j];
                g = j < 2 * shape.ArcWidth && heads[(i * w) + j] < 0 ? g * Curves.Slope : g;
                Gradient[shape.HeadBias + j] += g;
            }
        }

        pass.Accumulate(pass.Top, d, headSlopes, w, n, shape.HeadWeights);
        Products.Transpose(weights.AsSpan(shape.HeadWeights, d * w), w, dense, d, d, w);
        Products.Multiply(headSlopes, w, dense, pass.Slopes, d, n, w, d, false);
    }

    private void LookUp(List<Passage> sentences)
    {
        var at = 0;
        foreach (var s in sentences)
        {
            for (var i = 0; i < s.Count; i++, at++)
            {
                var r = rows.AsSpan(at * Rows, Rows);
                var word = s.Words[i] + 1;
                r[0] = chance.Next() < plan.WordDropout[word] ? 0 : word;
                for (var k = 0; k < AffixRows.Count; k++)
                {
                    r[k + 1] = shape.Words + 1 + s.Affixes[(i * AffixRows.Count) + k];
                }

                r[^1] = chance.Next() < plan.TagDropout ? -1 : (shape.TagRows / d) + s.Tags[i];
                var x = pass.Input.AsSpan(at * d, d);
                x.Clear();
                foreach (ref var row in r)
                {
                    if (row < 0)
                    {
                        continue;
                    }

                    if (row > 0 && chance.Next() < plan.RowDropout)
                    {
                        row = -1;
                        continue;
                    }

                    var w = weights.AsSpan(row * d, d);
                    for (var j = 0; j < d; j++)
                    {
                        x[j] += w[j];
                    }
                }
            }
        }
    }

    private void Scatter(int n)
    {
        for (var i = 0; i < n; i++)
        {
            foreach (var row in rows.AsSpan(i * Rows, Rows))
            {
                if (row < 0)
                {
                    continue;
                }

                if (!marks[row])
                {
                    marks[row] = true;
                    touched.Add(row);
                }

                for (var j = 0; j < d; j++)
                {
                    Gradient[(row * d) + j] += pass.Slopes[(i * d) + j];
                }
            }
        }
    }

    private void Grow(int n)
    {
        pass.Grow(n);
        if (n <= capacity)
        {
            return;
        }

        capacity = n * 2;
        heads = new float[capacity * shape.HeadWidth];
        headSlopes = new float[capacity * shape.HeadWidth];
        rows = new int[capacity * Rows];
    }
}
