using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Parsing.Networks;

/// <summary>Sums over rows, eight numbers at a time; lengths are multiples of eight.</summary>
internal static class Lanes
{
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
