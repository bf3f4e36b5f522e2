using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>Sums over rows, eight numbers at a time in a fixed order, so that every machine gives the same result; lengths are multiples of eight.</summary>
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

    /// <summary>x += y.</summary>
    public static void Add(Span<float> x, ReadOnlySpan<float> y)
    {
        ref var to = ref MemoryMarshal.GetReference(x);
        ref var from = ref MemoryMarshal.GetReference(y[..x.Length]);
        for (nuint j = 0; j + 8 <= (nuint)x.Length; j += 8)
        {
            (Vector256.LoadUnsafe(ref to, j) + Vector256.LoadUnsafe(ref from, j)).StoreUnsafe(ref to, j);
        }
    }

    /// <summary>x = the greater of x and y.</summary>
    public static void Most(Span<float> x, ReadOnlySpan<float> y)
    {
        ref var to = ref MemoryMarshal.GetReference(x);
        ref var from = ref MemoryMarshal.GetReference(y[..x.Length]);
        for (nuint j = 0; j + 8 <= (nuint)x.Length; j += 8)
        {
            Vector256.Max(Vector256.LoadUnsafe(ref to, j), Vector256.LoadUnsafe(ref from, j)).StoreUnsafe(ref to, j);
        }
    }

    /// <summary>x = bend(x + y).</summary>
    public static void AddBend(Span<float> x, ReadOnlySpan<float> y)
    {
        ref var to = ref MemoryMarshal.GetReference(x);
        ref var from = ref MemoryMarshal.GetReference(y[..x.Length]);
        for (nuint j = 0; j + 8 <= (nuint)x.Length; j += 8)
        {
            Curves.Bend(Vector256.LoadUnsafe(ref to, j) + Vector256.LoadUnsafe(ref from, j)).StoreUnsafe(ref to, j);
        }
    }

    /// <summary>result = bend(x + y + z).</summary>
    public static void Bend(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result)
    {
        var n = result.Length;
        ref var to = ref MemoryMarshal.GetReference(result);
        ref var first = ref MemoryMarshal.GetReference(x[..n]);
        ref var second = ref MemoryMarshal.GetReference(y[..n]);
        ref var third = ref MemoryMarshal.GetReference(z[..n]);
        for (nuint j = 0; j + 8 <= (nuint)n; j += 8)
        {
            Curves.Bend(Vector256.LoadUnsafe(ref first, j) + Vector256.LoadUnsafe(ref second, j) + Vector256.LoadUnsafe(ref third, j)).StoreUnsafe(ref to, j);
        }
    }
}
