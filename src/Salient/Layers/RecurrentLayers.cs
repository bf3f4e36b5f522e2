namespace Salient.Layers;

/// <summary>Layers of recurrent units one over another, as wide as each other. Immutable.</summary>
internal sealed class RecurrentLayers
{
    private readonly int width;
    private readonly Strips[] products;
    private readonly float[][] gates;

    /// <param name="weights">The layers' numbers, one after another.</param>
    /// <param name="layers">How many.</param>
    /// <param name="width">Columns; a multiple of 16.</param>
    public RecurrentLayers(ReadOnlySpan<float> weights, int layers, int width)
    {
        this.width = width;
        products = new Strips[layers];
        gates = new float[layers][];
        for (var l = 0; l < layers; l++)
        {
            var layer = weights.Slice(l * Size(width), Size(width));
            products[l] = new Strips(layer[..(3 * width * width)], width, 3 * width);
            gates[l] = layer[(3 * width * width)..].ToArray();
        }
    }

    /// <summary>Numbers of one layer: three products, and four numbers a column.</summary>
    public static int Size(int width) => (3 * width * width) + (4 * width);

    /// <summary>Runs some sentences, one after another in the input: takes <see cref="LayerBuffers.Input"/> and leaves there what the last layer gave.</summary>
    /// <param name="counts">Words of each sentence, at least one.</param>
    /// <param name="b">What to compute in.</param>
    public void Run(ReadOnlySpan<int> counts, LayerBuffers b)
    {
        var words = 0;
        foreach (var count in counts)
        {
            words += count;
        }

        for (var l = 0; l < products.Length; l++)
        {
            products[l].Multiply(b.Input, width, b.Products, 3 * width, words);
            var at = 0;
            foreach (var count in counts)
            {
                Recurrence.Run(b.Products.AsSpan(3 * at), b.Input.AsSpan(at), gates[l], b.Memory.AsSpan(at), b.Output.AsSpan(at), count, width);
                at += count * width;
            }

            b.Swap();
        }
    }
}
