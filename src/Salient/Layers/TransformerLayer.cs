using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>One layer of a transformer (Vaswani and others 2017), norms after sums: every piece hears every other of its sentence, then is worked over by itself. Immutable.</summary>
/// <remarks>Products are of bytes, all else goes by steps of its own in lanes of a fixed width: the same on every machine.</remarks>
internal sealed class TransformerLayer
{
    /// <summary>Columns of one head.</summary>
    public const int HeadWidth = 32;

    private const float Least = 1e-12f;

    private readonly int width;
    private readonly ByteStrips heads;
    private readonly ByteStrips joined;
    private readonly ByteStrips wide;
    private readonly ByteStrips narrow;

    /// <param name="width">Columns, a multiple of <see cref="HeadWidth"/>.</param>
    /// <param name="numbers">Its numbers.</param>
    public TransformerLayer(int width, TransformerNumbers numbers)
    {
        this.width = width;
        Numbers = numbers;
        heads = new ByteStrips(numbers.Heads, width, 3 * width);
        joined = new ByteStrips(numbers.Joined, width, width);
        wide = new ByteStrips(numbers.Wide, width, 4 * width);
        narrow = new ByteStrips(numbers.Narrow, 4 * width, width);
    }

    /// <summary>Its numbers.</summary>
    public TransformerNumbers Numbers { get; }

    /// <summary>Runs some sentences, one after another in <see cref="TransformerBuffers.States"/>, and leaves there what comes of them.</summary>
    /// <param name="counts">Pieces of each sentence, at least one.</param>
    /// <param name="b">What to compute in.</param>
    public void Run(ReadOnlySpan<int> counts, TransformerBuffers b)
    {
        var all = 0;
        foreach (var count in counts)
        {
            all += count;
        }

        heads.Multiply(b.States, width, b.Wide, 3 * width, all);
        Add(b.Wide, Numbers.HeadsBias, all);
        var at = 0;
        foreach (var count in counts)
        {
            for (var head = 0; head < width; head += HeadWidth)
            {
                Hear(b.Wide.AsSpan(at * 3 * width), b.Between.AsSpan(at * width), b.Head, count, head);
            }

            at += count;
        }

        joined.Multiply(b.Between, width, b.Wide, width, all);
        Settle(b.Wide, Numbers.JoinedBias, b.States, Numbers.FirstNorm, all);
        wide.Multiply(b.States, width, b.Wide, 4 * width, all);
        Swell(b.Wide, Numbers.WideBias, all);
        narrow.Multiply(b.Wide, 4 * width, b.Between, width, all);
        Settle(b.Between, Numbers.NarrowBias, b.States, Numbers.SecondNorm, all);
    }

    /// <summary>Moves a row to a mean of 0 and a spread of 1, then to the scale and the start that are given.</summary>
    public static void Norm(Span<float> row, ReadOnlySpan<float> norm)
    {
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var scale = MemoryMarshal.Cast<float, Vector256<float>>(norm[..row.Length]);
        var start = MemoryMarshal.Cast<float, Vector256<float>>(norm.Slice(row.Length, row.Length));
        var sum = Vector256<float>.Zero;
        foreach (var x in lanes)
        {
            sum += x;
        }

        var mean = Vector256.Create(Total(sum) / row.Length);
        var squares = Vector256<float>.Zero;
        foreach (ref var x in lanes)
        {
            x -= mean;
            squares += x * x;
        }

        var times = Vector256.Create(1 / MathF.Sqrt((Total(squares) / row.Length) + Least));
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = (lanes[i] * times * scale[i]) + start[i];
        }
    }

    // Lane by lane, the same on every machine.
    private static float Total(Vector256<float> x)
    {
        var sum = 0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += x[lane];
        }

        return sum;
    }

    // What one head makes of a sentence: each piece takes of every piece the more, the better that one answers.
    private void Hear(ReadOnlySpan<float> asked, Span<float> heard, float[] room, int count, int head)
    {
        var padded = Lanes.Up(count);
        var turned = room.AsSpan(0, HeadWidth * padded);
        var weights = room.AsSpan(HeadWidth * padded, padded);
        var row = 3 * width;
        turned.Clear();
        for (var j = 0; j < count; j++)
        {
            var answer = asked.Slice((j * row) + width + head, HeadWidth);
            for (var d = 0; d < HeadWidth; d++)
            {
                turned[(d * padded) + j] = answer[d];
            }
        }

        var scale = 1 / MathF.Sqrt(HeadWidth);
        for (var i = 0; i < count; i++)
        {
            Weigh(asked.Slice((i * row) + head, HeadWidth), turned, weights, count, scale);
            Take(asked[((2 * width) + head)..], row, weights[..count], heard.Slice((i * width) + head, HeadWidth));
        }
    }

    // How much of each piece is taken: a softmax over their answers.
    private static void Weigh(ReadOnlySpan<float> question, ReadOnlySpan<float> turned, Span<float> weights, int count, float scale)
    {
        var padded = weights.Length;
        ref var answers = ref MemoryMarshal.GetReference(turned);
        ref var to = ref MemoryMarshal.GetReference(weights);
        var top = Vector256.Create(float.MinValue);
        for (var j = 0; j < padded; j += 8)
        {
            var sum = Vector256<float>.Zero;
            for (var d = 0; d < HeadWidth; d++)
            {
                sum += Vector256.Create(question[d]) * Vector256.LoadUnsafe(ref answers, (nuint)((d * padded) + j));
            }

            sum *= scale;
            sum.StoreUnsafe(ref to, (nuint)j);
            for (var lane = count - j; lane < 8; lane++)
            {
                weights[j + lane] = -1e9f;
            }

            top = Vector256.MaxNative(top, Vector256.LoadUnsafe(ref to, (nuint)j));
        }

        var most = top[0];
        for (var lane = 1; lane < 8; lane++)
        {
            most = MathF.Max(most, top[lane]);
        }

        var total = Vector256<float>.Zero;
        for (var j = 0; j < padded; j += 8)
        {
            var power = Curves.Exp(Vector256.LoadUnsafe(ref to, (nuint)j) - Vector256.Create(most));
            power.StoreUnsafe(ref to, (nuint)j);
            total += power;
        }

        var share = Vector256.Create(1 / Total(total));
        for (var j = 0; j < padded; j += 8)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)j) * share).StoreUnsafe(ref to, (nuint)j);
        }
    }

    private static void Take(ReadOnlySpan<float> passed, int row, ReadOnlySpan<float> weights, Span<float> heard)
    {
        _ = passed[((weights.Length - 1) * row) + HeadWidth - 1];
        ref var from = ref MemoryMarshal.GetReference(passed);
        Vector256<float> a, b, c, d;
        a = b = c = d = Vector256<float>.Zero;
        foreach (var weight in weights)
        {
            var share = Vector256.Create(weight);
            a += share * Vector256.LoadUnsafe(ref from);
            b += share * Vector256.LoadUnsafe(ref from, 8);
            c += share * Vector256.LoadUnsafe(ref from, 16);
            d += share * Vector256.LoadUnsafe(ref from, 24);
            from = ref Unsafe.Add(ref from, row);
        }

        a.CopyTo(heard);
        b.CopyTo(heard[8..]);
        c.CopyTo(heard[16..]);
        d.CopyTo(heard[24..]);
    }

    private static void Add(Span<float> rows, float[] bias, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Lanes.Add(rows.Slice(i * bias.Length, bias.Length), bias);
        }
    }

    // states = norm(states + made + bias).
    private void Settle(ReadOnlySpan<float> made, float[] bias, Span<float> states, float[] norm, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var row = states.Slice(i * width, width);
            Lanes.Add(row, made.Slice(i * width, width));
            Lanes.Add(row, bias);
            Norm(row, norm);
        }
    }

    // rows = swell(rows + bias).
    private static void Swell(Span<float> rows, float[] bias, int count)
    {
        ref var by = ref bias[0];
        for (var i = 0; i < count; i++)
        {
            ref var row = ref rows.Slice(i * bias.Length, bias.Length)[0];
            nuint j = 0;
            for (; Vector512.IsHardwareAccelerated && j + 16 <= (nuint)bias.Length; j += 16)
            {
                Curves.Swell(Vector512.LoadUnsafe(ref row, j) + Vector512.LoadUnsafe(ref by, j)).StoreUnsafe(ref row, j);
            }

            for (; j < (nuint)bias.Length; j += 8)
            {
                Curves.Swell(Vector256.LoadUnsafe(ref row, j) + Vector256.LoadUnsafe(ref by, j)).StoreUnsafe(ref row, j);
            }
        }
    }
}
