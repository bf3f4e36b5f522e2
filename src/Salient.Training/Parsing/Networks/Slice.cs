using Salient.Parsing.Networks;

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
    private float[][] inputs = [];
    private float[][] masked = [];
    private float[][] products = [];
    private float[][] memories = [];
    private float[][] masks = [];
    private float[] top = [];
    private float[] heads = [];
    private float[] headSlopes = [];
    private float[] slopes = [];
    private float[] below = [];
    private float[] productSlopes = [];
    private float[] turned = [];
    private int[] rows = [];
    private int capacity;
    private ulong chance = 1;

    public Slice(NetworkShape shape, float[] weights, TrainingPlan plan)
    {
        (this.shape, this.weights, this.plan) = (shape, weights, plan);
        d = shape.Width;
        dense = new float[Math.Max(3 * d, shape.HeadWidth) * d];
        marks = new bool[shape.Dense / d];
        Gradient = new float[shape.Size];
        scorer = new Scoring(shape, weights, Gradient);
    }

    public float[] Gradient { get; }

    /// <summary>Rows of the tables that the sentences used.</summary>
    public List<int> Touched => touched;

    /// <summary>Sum of the words' losses.</summary>
    public double Loss => scorer.Loss;

    /// <summary>Heads that were right.</summary>
    public int Right => scorer.Right;

    /// <summary>Decides what is left out by chance.</summary>
    public void Seed(ulong seed) => chance = Salient.Parsing.Keys.Mix(seed) | 1;

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
        for (var l = 0; l < shape.Layers; l++)
        {
            Forward(sentences, l, n);
        }

        Drop(inputs[shape.Layers], top, masks[shape.Layers], sentences, plan.Dropout);
        Products.Multiply(top, d, weights.AsSpan(shape.HeadWeights), heads, shape.HeadWidth, n, d, shape.HeadWidth, false);
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
        for (var l = shape.Layers - 1; l >= 0; l--)
        {
            Back(sentences, l, n);
        }

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

        Accumulate(top, d, headSlopes, w, n, shape.HeadWeights);
        Products.Transpose(weights.AsSpan(shape.HeadWeights, d * w), w, dense, d, d, w);
        Products.Multiply(headSlopes, w, dense, slopes, d, n, w, d, false);
        Times(slopes, masks[shape.Layers], n * d);
    }

    /// <summary>gradient += xᵀ·g.</summary>
    private void Accumulate(float[] x, int width, float[] g, int columns, int n, int at)
    {
        Products.Transpose(x, width, turned, n, n, width);
        Products.Multiply(turned, n, g, Gradient.AsSpan(at), columns, width, n, columns, true);
    }

    private void Forward(List<Passage> sentences, int l, int n)
    {
        Drop(inputs[l], masked[l], masks[l], sentences, l == 0 ? 0 : plan.Dropout);
        Products.Multiply(masked[l], d, weights.AsSpan(shape.Layer(l)), products[l], 3 * d, n, d, 3 * d, false);
        var at = 0;
        foreach (var s in sentences)
        {
            Recurrence.Run(products[l].AsSpan(at * 3 * d), inputs[l].AsSpan(at * d), weights.AsSpan(shape.Layer(l) + (3 * d * d), 4 * d), memories[l].AsSpan(at * d), inputs[l + 1].AsSpan(at * d), s.Count, d);
            at += s.Count;
        }
    }

    private void Back(List<Passage> sentences, int l, int n)
    {
        var gates = shape.Layer(l) + (3 * d * d);
        var at = 0;
        foreach (var s in sentences)
        {
            RecurrenceSlopes.Run(products[l].AsSpan(at * 3 * d), inputs[l].AsSpan(at * d), weights.AsSpan(gates, 4 * d), memories[l].AsSpan(at * d), slopes.AsSpan(at * d), productSlopes.AsSpan(at * 3 * d), below.AsSpan(at * d), Gradient.AsSpan(gates, 4 * d), s.Count, d);
            at += s.Count;
        }

        Accumulate(masked[l], d, productSlopes, 3 * d, n, shape.Layer(l));
        Products.Transpose(weights.AsSpan(shape.Layer(l), 3 * d * d), 3 * d, dense, d, d, 3 * d);
        Products.Multiply(productSlopes, 3 * d, dense, slopes, d, n, 3 * d, d, false);
        Times(slopes, masks[l], n * d);
        for (var i = 0; i < n * d; i++)
        {
            slopes[i] += below[i];
        }
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
                r[0] = Chance() < plan.WordDropout[word] ? 0 : word;
                for (var k = 0; k < AffixRows.Count; k++)
                {
                    r[k + 1] = shape.Words + 1 + s.Affixes[(i * AffixRows.Count) + k];
                }

                r[^1] = Chance() < plan.TagDropout ? -1 : (shape.TagRows / d) + s.Tags[i];
                var x = inputs[0].AsSpan(at * d, d);
                x.Clear();
                foreach (ref var row in r)
                {
                    if (row < 0)
                    {
                        continue;
                    }

                    if (row > 0 && Chance() < plan.RowDropout)
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
                    Gradient[(row * d) + j] += slopes[(i * d) + j];
                }
            }
        }
    }

    /// <summary>Drops the same columns at every word of a sentence.</summary>
    private void Drop(float[] from, float[] to, float[] mask, List<Passage> sentences, float share)
    {
        var at = 0;
        var keep = 1 / (1 - share);
        foreach (var s in sentences)
        {
            var first = mask.AsSpan(at * d, d);
            for (var j = 0; j < d; j++)
            {
                first[j] = share > 0 && Chance() < share ? 0 : keep;
            }

            for (var i = 0; i < s.Count; i++, at++)
            {
                first.CopyTo(mask.AsSpan(at * d, d));
                for (var j = 0; j < d; j++)
                {
                    to[(at * d) + j] = from[(at * d) + j] * first[j];
                }
            }
        }
    }

    private static void Times(float[] a, float[] b, int count)
    {
        for (var i = 0; i < count; i++)
        {
            a[i] *= b[i];
        }
    }

    private float Chance()
    {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        return (chance >> 40) * (1f / (1 << 24));
    }

    private void Grow(int n)
    {
        if (n <= capacity)
        {
            return;
        }

        capacity = n * 2;
        float[][] Make(int count, int width) => [.. Enumerable.Range(0, count).Select(_ => new float[capacity * width])];
        inputs = Make(shape.Layers + 1, d);
        masked = Make(shape.Layers, d);
        memories = Make(shape.Layers, d);
        products = Make(shape.Layers, 3 * d);
        masks = Make(shape.Layers + 1, d);
        (top, slopes, below) = (new float[capacity * d], new float[capacity * d], new float[capacity * d]);
        productSlopes = new float[capacity * 3 * d];
        heads = new float[capacity * shape.HeadWidth];
        headSlopes = new float[capacity * shape.HeadWidth];
        turned = new float[capacity * d];
        rows = new int[capacity * Rows];
    }
}
