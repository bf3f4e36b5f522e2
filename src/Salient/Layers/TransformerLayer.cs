using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>One layer of a transformer (Vaswani and others 2017), norms after sums: every piece hears every other of its sentence, then is worked over by itself. Immutable.</summary>
/// <remarks>Products are of bytes, all else goes by steps of its own in lanes of a fixed width: the same on every machine.</remarks>
internal sealed class TransformerLayer
{
    private const float Least = 1e-12f;

    private readonly int width;
    private readonly ByteStrips questions;
    private readonly ByteStrips answers;
    private readonly ByteStrips joined;
    private readonly ByteStrips wide;
    private readonly ByteStrips narrow;

    /// <param name="width">Columns, a multiple of <see cref="Attention.HeadWidth"/>.</param>
    /// <param name="numbers">Its numbers.</param>
    public TransformerLayer(int width, TransformerNumbers numbers)
    {
        this.width = width;
        Numbers = numbers;
        questions = new ByteStrips(numbers.Heads, 3 * width, width, width, numbers.HeadsBias);
        answers = new ByteStrips(numbers.Heads.AsSpan(width), 3 * width, width, 2 * width, numbers.HeadsBias.AsSpan(width));
        joined = new ByteStrips(numbers.Joined, width, width, width);
        wide = new ByteStrips(numbers.Wide, 4 * width, width, 4 * width, numbers.WideBias);
        narrow = new ByteStrips(numbers.Narrow, width, 4 * width, width);
    }

    /// <summary>Its numbers.</summary>
    public TransformerNumbers Numbers { get; }

    /// <summary>Runs some sentences, one after another in <see cref="TransformerBuffers.States"/>, and leaves there what comes of the pieces that are wanted, side by side.</summary>
    /// <param name="counts">Pieces of each sentence, at least one.</param>
    /// <param name="wanted">The pieces that are wanted, ascending; the others are only heard.</param>
    /// <param name="b">What to compute in.</param>
    public void Run(ReadOnlySpan<int> counts, ReadOnlySpan<int> wanted, TransformerBuffers b)
    {
        var all = 0;
        foreach (var count in counts)
        {
            all += count;
        }

        b.Rows.Fill(b.States, width, all);
        answers.Multiply(b.Rows, b.Answers);
        b.Rows.Keep(wanted);
        questions.Multiply(b.Rows, b.Heard);
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] != i)
            {
                b.States.AsSpan(wanted[i] * width, width).CopyTo(b.States.AsSpan(i * width));
            }
        }

        int at = 0, from = 0;
        foreach (var count in counts)
        {
            var end = from;
            while (end < wanted.Length && wanted[end] < at + count)
            {
                end++;
            }

            Attention.Hear(b.Heard.AsSpan(from * width), end - from, b.Answers.AsSpan(at * 2 * width), count, width, b.Head);
            (at, from) = (at + count, end);
        }

        for (from = 0; from < wanted.Length; from += TransformerBuffers.Together)
        {
            Work(b.Heard.AsSpan(from * width), b.States.AsSpan(from * width), Math.Min(TransformerBuffers.Together, wanted.Length - from), b);
        }
    }

    /// <summary>Moves a row to a mean of 0 and a spread of 1, then to the scale and the start that are given.</summary>
    /// <param name="row">The row, four lanes or a multiple of them.</param>
    /// <param name="norm">Scale, then start.</param>
    public static void Norm(Span<float> row, ReadOnlySpan<float> norm)
    {
        ref var x = ref MemoryMarshal.GetReference(row);
        ref var scale = ref MemoryMarshal.GetReference(norm[..(2 * row.Length)]);
        ref var start = ref MemoryMarshal.GetReference(norm[row.Length..]);
        Vector256<float> a, b, c, d;
        a = b = c = d = Vector256<float>.Zero;
        for (nuint i = 0; i + 32 <= (nuint)row.Length; i += 32)
        {
            a += Vector256.LoadUnsafe(ref x, i);
            b += Vector256.LoadUnsafe(ref x, i + 8);
            c += Vector256.LoadUnsafe(ref x, i + 16);
            d += Vector256.LoadUnsafe(ref x, i + 24);
        }

        var mean = Vector256.Create(Lanes.Total((a + b) + (c + d)) / row.Length);
        a = b = c = d = Vector256<float>.Zero;
        for (nuint i = 0; i + 32 <= (nuint)row.Length; i += 32)
        {
            var (p, q, r, s) = (Vector256.LoadUnsafe(ref x, i) - mean, Vector256.LoadUnsafe(ref x, i + 8) - mean, Vector256.LoadUnsafe(ref x, i + 16) - mean, Vector256.LoadUnsafe(ref x, i + 24) - mean);
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }

        var times = Vector256.Create(1 / MathF.Sqrt((Lanes.Total((a + b) + (c + d)) / row.Length) + Least));
        for (nuint i = 0; i + 8 <= (nuint)row.Length; i += 8)
        {
            (((Vector256.LoadUnsafe(ref x, i) - mean) * times * Vector256.LoadUnsafe(ref scale, i)) + Vector256.LoadUnsafe(ref start, i)).StoreUnsafe(ref x, i);
        }
    }

    // What each piece makes of what it heard, by itself.
    private void Work(ReadOnlySpan<float> heard, Span<float> states, int count, TransformerBuffers b)
    {
        b.Rows.Fill(heard, width, count);
        joined.Multiply(b.Rows, b.Between);
        Settle(b.Between, Numbers.JoinedBias, states, Numbers.FirstNorm, count);
        b.Rows.Fill(states, width, count);
        wide.Multiply(b.Rows, b.Wide);
        Swell(b.Wide.AsSpan(0, count * 4 * width));
        b.Rows.Fill(b.Wide, 4 * width, count);
        narrow.Multiply(b.Rows, b.Between);
        Settle(b.Between, Numbers.NarrowBias, states, Numbers.SecondNorm, count);
    }

    // states = norm(states + made + bias).
    private void Settle(ReadOnlySpan<float> made, float[] bias, Span<float> states, float[] norm, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var row = states.Slice(i * width, width);
            Lanes.Add(row, made.Slice(i * width, width), bias);
            Norm(row, norm);
        }
    }

    private static void Swell(Span<float> x)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        for (nuint j = 0; j < (nuint)x.Length; j += 8)
        {
            Curves.Swell(Vector256.LoadUnsafe(ref first, j)).StoreUnsafe(ref first, j);
        }
    }
}
