using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Coding.Scoring;

/// <summary>Sums over rows of weights, eight at a time in a fixed order, so that every machine gives the same result.</summary>
internal static class Lanes
{
    private const int Width = 8;

    /// <summary><paramref name="n"/> rounded up to whole lanes.</summary>
    public static int Up(int n) => (n + Width - 1) / Width * Width;

    /// <summary>Adds <paramref name="factor"/> times <paramref name="row"/> to <paramref name="to"/>; both as long as each other, in whole lanes.</summary>
    public static void Add(float factor, ReadOnlySpan<float> row, Span<float> to)
    {
        var times = Vector256.Create(factor);
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(to);
        for (var i = 0; i < rows.Length; i++)
        {
            sums[i] += times * rows[i];
        }
    }

    /// <summary>The products of two rows, summed.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var left = MemoryMarshal.Cast<float, Vector256<float>>(a);
        var right = MemoryMarshal.Cast<float, Vector256<float>>(b);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return Vector256.Sum(sum);
    }
}
