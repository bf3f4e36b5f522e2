using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>An averaged perceptron over hashed rows, before its weights are rounded to bytes.</summary>
internal sealed class Learner(int bits)
{
    private readonly short[] now = new short[(1 << bits) + WeightTable.MaxClasses];
    private readonly double[] debt = new double[(1 << bits) + WeightTable.MaxClasses];
    private long steps = 1;

    public int Bits => bits;

    /// <summary>Adds up the rows with the weights as they stand.</summary>
    public void Score(ReadOnlySpan<uint> rows, int classes, Span<int> scores)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(now);
        ref var sums = ref MemoryMarshal.GetReference(scores);
        var step = Vector<short>.Count;
        for (var at = 0; at < classes; at += step)
        {
            var low = Vector<int>.Zero;
            var high = Vector<int>.Zero;
            foreach (var row in rows)
            {
                var part = Unsafe.ReadUnaligned<Vector<short>>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref table, (nint)row + at)));
                Vector.Widen(part, out var a, out var b);
                low += a;
                high += b;
            }

            Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref Unsafe.Add(ref sums, at)), low);
            Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref Unsafe.Add(ref sums, at + (step / 2))), high);
        }
    }

    /// <summary>Counts one decision.</summary>
    public void Step() => steps++;

    /// <summary>Moves the rows towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<uint> rows, int good, int bad)
    {
        foreach (var row in rows)
        {
            now[row + good]++;
            debt[row + good] += steps;
            now[row + bad]--;
            debt[row + bad] -= steps;
        }
    }

    /// <summary>Adds the averaged weights to <paramref name="sum"/>.</summary>
    public void AddAverage(float[] sum)
    {
        for (var i = 0; i < now.Length; i++)
        {
            sum[i] += (float)(now[i] - (debt[i] / steps));
        }
    }

    /// <summary>The averaged weights, rounded.</summary>
    public WeightTable Average()
    {
        var sum = new float[now.Length];
        AddAverage(sum);
        return Round(bits, sum);
    }

    /// <summary>Rounds weights to bytes: all but one in ten thousand of those that matter keep their size.</summary>
    public static WeightTable Round(int bits, float[] weights)
    {
        var sizes = weights.Where(w => w != 0).Select(Math.Abs).Order().ToArray();
        var scale = 127f / (sizes.Length == 0 ? 1f : sizes[(int)((sizes.Length - 1) * 0.9999)]);
        return new WeightTable(bits, [.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w * scale), -127f, 127f))]);
    }
}
