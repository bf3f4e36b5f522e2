namespace Salient.Training.Layers;

/// <summary>The way back through one layer: see <see cref="Salient.Layers.Recurrence"/>.</summary>
internal static class RecurrenceSlopes
{
    public static void Run(ReadOnlySpan<float> products, ReadOnlySpan<float> input, ReadOnlySpan<float> gates, ReadOnlySpan<float> memory, ReadOnlySpan<float> slopes, Span<float> productSlopes, Span<float> below, Span<float> gateSlopes, int words, int width)
    {
        var half = width / 2;
        Span<float> carry = stackalloc float[width];
        carry.Clear();
        for (var k = words - 1; k >= 0; k--)
        {
            for (var side = 0; side < 2; side++)
            {
                var t = side == 0 ? k : words - 1 - k;
                var before = side == 0 ? t - 1 : t + 1;
                for (var j = side * half; j < (side + 1) * half; j++)
                {
                    var at = (t * 3 * width) + j;
                    var own = (t * width) + j;
                    var last = k > 0 ? memory[(before * width) + j] : 0;
                    float candidate = products[at], f = products[at + width], r = products[at + (2 * width)];
                    var g = slopes[own];
                    var dr = g * (memory[own] - input[own]) * r * (1 - r);
                    var dc = carry[j] + (g * r);
                    below[own] = g * (1 - r);
                    var df = dc * (last - candidate) * f * (1 - f);
                    productSlopes[at] = dc * (1 - f);
                    productSlopes[at + width] = df;
                    productSlopes[at + (2 * width)] = dr;
                    carry[j] = (dc * f) + (df * gates[j]) + (dr * gates[width + j]);
                    gateSlopes[j] += df * last;
                    gateSlopes[width + j] += dr * last;
                    gateSlopes[(2 * width) + j] += df;
                    gateSlopes[(3 * width) + j] += dr;
                }
            }
        }
    }
}
