using Salient.Layers;

namespace Salient.Training.Layers;

/// <summary>The way of some sentences through <see cref="RecurrentLayers"/> and back, columns left out by chance between layers.</summary>
/// <param name="weights">The numbers among which the layers lie.</param>
/// <param name="gradient">Gets the slopes, number by number.</param>
/// <param name="start">Where the first layer begins.</param>
/// <param name="layers">How many.</param>
/// <param name="width">Columns.</param>
/// <param name="chance">Decides what is left out.</param>
internal sealed class LayerPass(float[] weights, float[] gradient, int start, int layers, int width, Chance chance)
{
    private readonly float[] dense = new float[3 * width * width];
    private float[][] inputs = [];
    private float[][] masked = [];
    private float[][] products = [];
    private float[][] memories = [];
    private float[][] masks = [];
    private float[] below = [];
    private float[] productSlopes = [];
    private float[] turned = [];
    private int capacity;

    /// <summary>Words x width: what the first layer is given.</summary>
    public float[] Input => inputs[0];

    /// <summary>Words x width: what the last layer gave, less what was left out.</summary>
    public float[] Top { get; private set; } = [];

    /// <summary>Words x width: the slopes of <see cref="Top"/> before <see cref="Back"/>, those of <see cref="Input"/> after.</summary>
    public float[] Slopes { get; private set; } = [];

    /// <summary>Makes room for <paramref name="words"/> words.</summary>
    public void Grow(int words)
    {
        if (words <= capacity)
        {
            return;
        }

        capacity = words * 2;
        float[][] Make(int count, int columns) => [.. Enumerable.Range(0, count).Select(_ => new float[capacity * columns])];
        inputs = Make(layers + 1, width);
        masked = Make(layers, width);
        memories = Make(layers, width);
        products = Make(layers, 3 * width);
        masks = Make(layers + 1, width);
        (Top, Slopes, below) = (new float[capacity * width], new float[capacity * width], new float[capacity * width]);
        productSlopes = new float[capacity * 3 * width];
        turned = new float[capacity * width];
    }

    /// <summary>Runs sentences of so many words, one after another in <see cref="Input"/>.</summary>
    /// <param name="counts">Words of each sentence.</param>
    /// <param name="dropout">Share of the columns that is left out after each layer.</param>
    public void Forward(IReadOnlyList<int> counts, float dropout)
    {
        var n = counts.Sum();
        for (var l = 0; l < layers; l++)
        {
            Drop(inputs[l], masked[l], masks[l], counts, l == 0 ? 0 : dropout);
            Products.Multiply(masked[l], width, weights.AsSpan(Layer(l)), products[l], 3 * width, n, width, 3 * width, false);
            var at = 0;
            foreach (var count in counts)
            {
                Recurrence.Run(products[l].AsSpan(at * 3 * width), inputs[l].AsSpan(at * width), weights.AsSpan(Gates(l), 4 * width), memories[l].AsSpan(at * width), inputs[l + 1].AsSpan(at * width), count, width);
                at += count;
            }
        }

        Drop(inputs[layers], Top, masks[layers], counts, dropout);
    }

    /// <summary>Takes the slopes back to the first layer's input, adding those of the layers to the gradient.</summary>
    public void Back(IReadOnlyList<int> counts)
    {
        var n = counts.Sum();
        Times(Slopes, masks[layers], n * width);
        for (var l = layers - 1; l >= 0; l--)
        {
            Back(counts, l, n);
        }
    }

    /// <summary>gradient from <paramref name="at"/> on += xᵀ·g, for weights that stand over or under the layers.</summary>
    public void Accumulate(float[] x, int inner, float[] g, int columns, int n, int at)
    {
        if (turned.Length < n * inner)
        {
            turned = new float[n * inner];
        }

        Products.Transpose(x, inner, turned, n, n, inner);
        Products.Multiply(turned, n, g, gradient.AsSpan(at), columns, inner, n, columns, true);
    }

    private int Layer(int l) => start + (l * RecurrentLayers.Size(width));

    private int Gates(int l) => Layer(l) + (3 * width * width);

    private void Back(IReadOnlyList<int> counts, int l, int n)
    {
        var at = 0;
        foreach (var count in counts)
        {
            RecurrenceSlopes.Run(products[l].AsSpan(at * 3 * width), inputs[l].AsSpan(at * width), weights.AsSpan(Gates(l), 4 * width), memories[l].AsSpan(at * width), Slopes.AsSpan(at * width), productSlopes.AsSpan(at * 3 * width), below.AsSpan(at * width), gradient.AsSpan(Gates(l), 4 * width), count, width);
            at += count;
        }

        Accumulate(masked[l], width, productSlopes, 3 * width, n, Layer(l));
        Products.Transpose(weights.AsSpan(Layer(l), 3 * width * width), 3 * width, dense, width, width, 3 * width);
        Products.Multiply(productSlopes, 3 * width, dense, Slopes, width, n, 3 * width, width, false);
        Times(Slopes, masks[l], n * width);
        for (var i = 0; i < n * width; i++)
        {
            Slopes[i] += below[i];
        }
    }

    /// <summary>Drops the same columns at every word of a sentence.</summary>
    private void Drop(float[] from, float[] to, float[] mask, IReadOnlyList<int> counts, float share)
    {
        var at = 0;
        var keep = 1 / (1 - share);
        foreach (var count in counts)
        {
            var first = mask.AsSpan(at * width, width);
            for (var j = 0; j < width; j++)
            {
                first[j] = share > 0 && chance.Next() < share ? 0 : keep;
            }

            for (var i = 0; i < count; i++, at++)
            {
                first.CopyTo(mask.AsSpan(at * width, width));
                for (var j = 0; j < width; j++)
                {
                    to[(at * width) + j] = from[(at * width) + j] * first[j];
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
}
