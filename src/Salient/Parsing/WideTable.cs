using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Salient.Parsing;

/// <summary>Hashed weights of two bytes each, for features that are few and weigh much; rows overlap as in <see cref="WeightTable"/>.</summary>
internal sealed class WideTable
{
    /// <summary>No weight is larger: forty of them and the bytes of eighty rows fit a 16-bit sum.</summary>
    public const int Largest = 500;

    private readonly short[] weights;

    /// <param name="bits">Rows start at 0 … 2^bits - 1.</param>
    /// <param name="weights">2^bits + <see cref="WeightTable.MaxClasses"/> weights.</param>
    public WideTable(int bits, short[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, (1 << bits) + WeightTable.MaxClasses);
        Bits = bits;
        this.weights = weights;
    }

    /// <summary>How many bits a row's number has.</summary>
    public int Bits { get; }

    /// <summary>The weights, for writing them down.</summary>
    public ReadOnlySpan<short> Weights => weights;

    /// <summary>Adds the rows to <paramref name="scores"/>, which hold <see cref="WeightTable.MaxClasses"/> numbers.</summary>
    public void Add(ReadOnlySpan<uint> rows, int classes, Span<short> scores)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(weights);
        ref var sums = ref MemoryMarshal.GetReference(scores);
        var step = Vector<short>.Count;
        for (var at = 0; at < classes; at += 2 * step)
        {
            var low = Unsafe.ReadUnaligned<Vector<short>>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref sums, at)));
            var high = Unsafe.ReadUnaligned<Vector<short>>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref sums, at + step)));
            foreach (var row in rows)
            {
                low += Unsafe.ReadUnaligned<Vector<short>>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref table, (nint)row + at)));
                high += Unsafe.ReadUnaligned<Vector<short>>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref table, (nint)row + at + step)));
            }

            Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref sums, at)), low);
            Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref sums, at + step)), high);
        }
    }
}
