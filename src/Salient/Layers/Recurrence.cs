using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>One layer's way through a sentence, half of its columns from the left and half from the right (Lei and others 2018: simple recurrent units).</summary>
internal static class Recurrence
{
    /// <summary>Runs one sentence.</summary>
    /// <param name="products">Words x three widths: candidates, then what the gates are made of, in whose place they are left.</param>
    /// <param name="input">Words x width: what the layer was given.</param>
    /// <param name="gates">Four rows: weights of the memory for the two gates, then their biases.</param>
    /// <param name="memory">Words x width: gets the memory after each word.</param>
    /// <param name="output">Words x width: gets the layer's result.</param>
    /// <param name="words">Words of the sentence.</param>
    /// <param name="width">Columns.</param>
    public static void Run(Span<float> products, ReadOnlySpan<float> input, ReadOnlySpan<float> gates, Span<float> memory, Span<float> output, int words, int width)
    {
        _ = products[(words * 3 * width) - 1];
        _ = input[(words * width) - 1];
        _ = memory[(words * width) - 1];
        _ = output[(words * width) - 1];
        ref var p = ref products[0];
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var m = ref memory[0];
        ref var o = ref output[0];

        // The two ways are walked side by side, and two columns of each where there are as many: none waits for the others.
        var half = width / 2;
        var j = 0;
        for (; j + 16 <= half; j += 16)
        {
            var (right, rightNext) = (new Column(gates, j, width), new Column(gates, j + 8, width));
            var (left, leftNext) = (new Column(gates, half + j, width), new Column(gates, half + j + 8, width));
            Vector256<float> a = default, b = default, c = default, d = default;
            for (var k = 0; k < words; k++)
            {
                a = right.Step(a, ref p, ref x, ref m, ref o, k);
                b = rightNext.Step(b, ref p, ref x, ref m, ref o, k);
                c = left.Step(c, ref p, ref x, ref m, ref o, words - 1 - k);
                d = leftNext.Step(d, ref p, ref x, ref m, ref o, words - 1 - k);
            }
        }

        for (; j < half; j += 8)
        {
            var (right, left) = (new Column(gates, j, width), new Column(gates, half + j, width));
            Vector256<float> a = default, c = default;
            for (var k = 0; k < words; k++)
            {
                a = right.Step(a, ref p, ref x, ref m, ref o, k);
                c = left.Step(c, ref p, ref x, ref m, ref o, words - 1 - k);
            }
        }
    }

    /// <summary>Eight columns.</summary>
    private readonly struct Column(ReadOnlySpan<float> gates, int first, int width)
    {
        private readonly Vector256<float> forgetWeight = Vector256.Create(gates[first..]);
        private readonly Vector256<float> resetWeight = Vector256.Create(gates[(width + first)..]);
        private readonly Vector256<float> forgetBias = Vector256.Create(gates[((2 * width) + first)..]);
        private readonly Vector256<float> resetBias = Vector256.Create(gates[((3 * width) + first)..]);
        private readonly nuint first = (nuint)first;
        private readonly nuint width = (nuint)width;

        /// <summary>Passes a word: takes the memory before it and gives that after it, which is never kept here, so that it need not leave the processor.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Step(Vector256<float> memory, ref float products, ref float input, ref float memories, ref float output, int word)
        {
            var at = ((nuint)word * 3 * width) + first;
            var own = ((nuint)word * width) + first;
            var candidate = Vector256.LoadUnsafe(ref products, at);
            var f = Curves.Gate(Vector256.LoadUnsafe(ref products, at + width) + forgetBias + (forgetWeight * memory));
            var r = Curves.Gate(Vector256.LoadUnsafe(ref products, at + (2 * width)) + resetBias + (resetWeight * memory));
            memory = candidate + (f * (memory - candidate));
            var x = Vector256.LoadUnsafe(ref input, own);
            f.StoreUnsafe(ref products, at + width);
            r.StoreUnsafe(ref products, at + (2 * width));
            memory.StoreUnsafe(ref memories, own);
            (x + (r * (memory - x))).StoreUnsafe(ref output, own);
            return memory;
        }
    }
}
