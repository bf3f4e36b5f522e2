using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>Sums over rows, eight numbers at a time in a fixed order, so that every machine gives the same result; lengths are multiples of eight.</summary>
internal static class Lanes
{
    private const int Width = 8;
    private const int Wide = 16;

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

    /// <summary>The lanes of <paramref name="x"/>, summed in one order everywhere.</summary>
    public static float Total(Vector256<float> x)
    {
        var four = x.GetLower() + x.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
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

    /// <summary>x += y, then x += z.</summary>
    public static void Add(Span<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z)
    {
        ref var to = ref MemoryMarshal.GetReference(x);
        ref var first = ref MemoryMarshal.GetReference(y[..x.Length]);
        ref var second = ref MemoryMarshal.GetReference(z[..x.Length]);
        for (nuint j = 0; j + 8 <= (nuint)x.Length; j += 8)
        {
            (Vector256.LoadUnsafe(ref to, j) + Vector256.LoadUnsafe(ref first, j) + Vector256.LoadUnsafe(ref second, j)).StoreUnsafe(ref to, j);
        }
    }

    /// <summary>The sum of some rows of a table, the first before the second, and so on.</summary>
    /// <param name="table">Rows as long as the result.</param>
    /// <param name="rows">Which rows; at least one.</param>
    /// <param name="result">Gets the sum; in whole lanes.</param>
    public static void Sum(ReadOnlySpan<float> table, ReadOnlySpan<int> rows, Span<float> result)
    {
        table.Slice(rows[0] * result.Length, result.Length).CopyTo(result);
        Add(result, table, rows[1..]);
    }

    /// <summary>Adds some rows of a table, one after another.</summary>
    /// <param name="x">What they are added to; in whole lanes.</param>
    /// <param name="table">Rows as long as that.</param>
    /// <param name="rows">Which rows.</param>
    public static void Add(Span<float> x, ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            _ = table.Slice(row * x.Length, x.Length);
        }

        // Four lanes at a time, wide ones where there are such, stay in the processor while all rows pass.
        ref var to = ref MemoryMarshal.GetReference(x);
        ref var from = ref MemoryMarshal.GetReference(table);
        nuint j = 0;
        for (; Vector512.IsHardwareAccelerated && j + (4 * Wide) <= (nuint)x.Length; j += 4 * Wide)
        {
            var first = Vector512.LoadUnsafe(ref to, j);
            var second = Vector512.LoadUnsafe(ref to, j + Wide);
            var third = Vector512.LoadUnsafe(ref to, j + (2 * Wide));
            var fourth = Vector512.LoadUnsafe(ref to, j + (3 * Wide));
            foreach (var row in rows)
            {
                var at = ((nuint)row * (nuint)x.Length) + j;
                first += Vector512.LoadUnsafe(ref from, at);
                second += Vector512.LoadUnsafe(ref from, at + Wide);
                third += Vector512.LoadUnsafe(ref from, at + (2 * Wide));
                fourth += Vector512.LoadUnsafe(ref from, at + (3 * Wide));
            }

            first.StoreUnsafe(ref to, j);
            second.StoreUnsafe(ref to, j + Wide);
            third.StoreUnsafe(ref to, j + (2 * Wide));
            fourth.StoreUnsafe(ref to, j + (3 * Wide));
        }

        for (; j + (4 * Width) <= (nuint)x.Length; j += 4 * Width)
        {
            var first = Vector256.LoadUnsafe(ref to, j);
            var second = Vector256.LoadUnsafe(ref to, j + Width);
            var third = Vector256.LoadUnsafe(ref to, j + (2 * Width));
            var fourth = Vector256.LoadUnsafe(ref to, j + (3 * Width));
            foreach (var row in rows)
            {
                var at = ((nuint)row * (nuint)x.Length) + j;
                first += Vector256.LoadUnsafe(ref from, at);
                second += Vector256.LoadUnsafe(ref from, at + Width);
                third += Vector256.LoadUnsafe(ref from, at + (2 * Width));
                fourth += Vector256.LoadUnsafe(ref from, at + (3 * Width));
            }

            first.StoreUnsafe(ref to, j);
            second.StoreUnsafe(ref to, j + Width);
            third.StoreUnsafe(ref to, j + (2 * Width));
            fourth.StoreUnsafe(ref to, j + (3 * Width));
        }

        for (; j + Width <= (nuint)x.Length; j += Width)
        {
            var sum = Vector256.LoadUnsafe(ref to, j);
            foreach (var row in rows)
            {
                sum += Vector256.LoadUnsafe(ref from, ((nuint)row * (nuint)x.Length) + j);
            }

            sum.StoreUnsafe(ref to, j);
        }
    }

    /// <summary>x = the greater of x and y.</summary>
    public static void Most(Span<float> x, ReadOnlySpan<float> y)
    {
        ref var to = ref MemoryMarshal.GetReference(x);
        ref var from = ref MemoryMarshal.GetReference(y[..x.Length]);
        for (nuint j = 0; j + 8 <= (nuint)x.Length; j += 8)
        {
            Vector256.MaxNative(Vector256.LoadUnsafe(ref to, j), Vector256.LoadUnsafe(ref from, j)).StoreUnsafe(ref to, j);
        }
    }

    /// <summary>x = x where it is positive, 0 elsewhere.</summary>
    public static void Rectify(Span<float> x)
    {
        ref var to = ref MemoryMarshal.GetReference(x);
        for (nuint j = 0; j + 8 <= (nuint)x.Length; j += 8)
        {
            Vector256.MaxNative(Vector256.LoadUnsafe(ref to, j), Vector256<float>.Zero).StoreUnsafe(ref to, j);
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
