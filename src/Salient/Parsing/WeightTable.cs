using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Parsing;

/// <summary>Hashed weights: the row of a feature starts anywhere and holds one signed byte for each class; rows overlap.</summary>
/// <remarks>Overlapping rows keep the classes of a feature on one or two cache lines without storing any keys.</remarks>
internal sealed class WeightTable
{
    /// <summary>The most classes that a row can hold.</summary>
    public const int MaxClasses = 128;

    private readonly sbyte[] weights;

    /// <param name="bits">Rows start at 0 … 2^bits - 1.</param>
    /// <param name="weights">2^bits + <see cref="MaxClasses"/> weights.</param>
    public WeightTable(int bits, sbyte[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, (1 << bits) + MaxClasses);
        Bits = bits;
        this.weights = weights;
    }

    /// <summary>How many bits a row's number has.</summary>
    public int Bits { get; }

    /// <summary>The weights, for writing them down.</summary>
    public ReadOnlySpan<sbyte> Weights => weights;

    /// <summary>Adds up the rows; <paramref name="scores"/> must hold <see cref="MaxClasses"/> numbers, of which the first <paramref name="classes"/> count.</summary>
    public void Score(ReadOnlySpan<uint> rows, int classes, Span<short> scores)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(weights);
        ref var sums = ref MemoryMarshal.GetReference(scores);
        if (classes <= Vector128<sbyte>.Count)
        {
            // Few classes lie on one line of memory, seldom on two.
            var few = Vector256<short>.Zero;
            foreach (var row in rows)
            {
                few += Vector256.WidenLower(Vector128.LoadUnsafe(ref Unsafe.Add(ref table, (nint)row)).ToVector256Unsafe());
            }

            few.StoreUnsafe(ref sums);
            return;
        }

        var at = 0;
        for (; Vector512.IsHardwareAccelerated && at + Vector512<sbyte>.Count <= Math.Max(classes, Vector512<sbyte>.Count); at += Vector512<sbyte>.Count)
        {
            var low = Vector512<short>.Zero;
            var high = Vector512<short>.Zero;
            foreach (var row in rows)
            {
                var (a, b) = Vector512.Widen(Vector512.LoadUnsafe(ref Unsafe.Add(ref table, (nint)row + at)));
                low += a;
                high += b;
            }

            low.StoreUnsafe(ref Unsafe.Add(ref sums, at));
            high.StoreUnsafe(ref Unsafe.Add(ref sums, at + Vector512<short>.Count));
        }

        var step = Vector<sbyte>.Count;
        for (; at < classes; at += step)
        {
            var low = Vector<short>.Zero;
            var high = Vector<short>.Zero;
            foreach (var row in rows)
            {
                var bytes = Unsafe.ReadUnaligned<Vector<sbyte>>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref table, (nint)row + at)));
                Vector.Widen(bytes, out var a, out var b);
                low += a;
                high += b;
            }

            Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref sums, at)), low);
            Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref sums, at + (step / 2))), high);
        }
    }
}
