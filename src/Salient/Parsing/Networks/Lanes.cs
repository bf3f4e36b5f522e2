using System.Runtime.Intrinsics;

namespace Salient.Parsing.Networks;

/// <summary>Sums over rows, eight numbers at a time; lengths are multiples of eight.</summary>
internal static class Lanes
{
    /// <summary>x += y.</summary>
    public static void Add(Span<float> x, ReadOnlySpan<float> y)
    {
        for (var j = 0; j + 8 <= x.Length; j += 8)
        {
            (At(x, j) + At(y, j)).CopyTo(x[j..]);
        }
    }

    /// <summary>x = bend(x + y).</summary>
    public static void AddBend(Span<float> x, ReadOnlySpan<float> y)
    {
        for (var j = 0; j + 8 <= x.Length; j += 8)
        {
            Curves.Bend(At(x, j) + At(y, j)).CopyTo(x[j..]);
        }
    }

    /// <summary>result = bend(x + y + z).</summary>
    public static void Bend(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z, Span<float> result)
    {
        for (var j = 0; j + 8 <= result.Length; j += 8)
        {
            Curves.Bend(At(x, j) + At(y, j) + At(z, j)).CopyTo(result[j..]);
        }
    }

    private static Vector256<float> At(ReadOnlySpan<float> x, int at) => Vector256.Create(x[at..]);
}
