namespace Salient.Layers;

/// <summary>Layers of recurrent units one over another, as wide as each other.</summary>
internal static class RecurrentLayers
{
    /// <summary>Numbers of one layer: three products, and four numbers a column.</summary>
    public static int Size(int width) => (3 * width * width) + (4 * width);

    /// <summary>Runs some sentences, one after another in the input: takes <see cref="LayerBuffers.Input"/> and leaves there what the last layer gave.</summary>
    /// <param name="weights">The layers' numbers, one after another.</param>
    /// <param name="layers">How many.</param>
    /// <param name="width">Columns; a multiple of 16.</param>
    /// <param name="counts">Words of each sentence, at least one.</param>
    /// <param name="b">What to compute in.</param>
    public static void Run(ReadOnlySpan<float> weights, int layers, int width, ReadOnlySpan<int> counts, LayerBuffers b)
    {
        var words = 0;
        foreach (var count in counts)
        {
            words += count;
        }

        for (var l = 0; l < layers; l++)
        {
            var layer = weights.Slice(l * Size(width), Size(width));
            Products.Multiply(b.Input, width, layer, b.Products, 3 * width, words, width, 3 * width, false);
            var at = 0;
            foreach (var count in counts)
            {
                var own = at * width;
                Recurrence.Run(b.Products.AsSpan(3 * own), b.Input.AsSpan(own), layer[(3 * width * width)..], b.Memory.AsSpan(own), b.Output.AsSpan(own), count, width);
                at += count;
            }

            b.Swap();
        }
    }
}
