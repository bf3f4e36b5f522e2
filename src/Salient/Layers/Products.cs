using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>Products of matrices, row after row in memory, in lanes of eight: the same sums in the same order on every machine.</summary>
internal static class Products
{
    /// <summary>Rows are filled up to a multiple of this.</summary>
    public const int Columns = 16;

    /// <summary>c = a·b, or c += a·b.</summary>
    /// <param name="a">Rows x inner, rows <paramref name="strideA"/> apart.</param>
    /// <param name="strideA">Numbers from row to row of a.</param>
    /// <param name="b">Inner x columns, rows <paramref name="columns"/> apart.</param>
    /// <param name="c">Rows x columns, rows <paramref name="strideC"/> apart.</param>
    /// <param name="strideC">Numbers from row to row of c.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="inner">Columns of a, rows of b.</param>
    /// <param name="columns">Columns of b and c; a multiple of <see cref="Columns"/>.</param>
    /// <param name="add">Whether to add to what c holds.</param>
    public static void Multiply(ReadOnlySpan<float> a, int strideA, ReadOnlySpan<float> b, Span<float> c, int strideC, int rows, int inner, int columns, bool add)
    {
        if (rows == 0 || inner == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Columns, 0);
        _ = a[((rows - 1) * strideA) + inner - 1];
        _ = b[(inner * columns) - 1];
        _ = c[((rows - 1) * strideC) + columns - 1];
        ref var a0 = ref Unsafe.AsRef(in a[0]);
        ref var b0 = ref Unsafe.AsRef(in b[0]);
        ref var c0 = ref c[0];
        var start = 0;
        for (; Vector512.IsHardwareAccelerated && start + (2 * Columns) <= columns; start += 2 * Columns)
        {
            var i = 0;
            for (; i + 4 <= rows; i += 4)
            {
                FourWide(ref Unsafe.Add(ref a0, i * strideA), strideA, ref Unsafe.Add(ref b0, start), columns, ref Unsafe.Add(ref c0, (i * strideC) + start), strideC, inner, add);
            }

            if (i < rows && rows >= 4 && !add)
            {
                // The last rows again with some before them: four at once cost less than one alone.
                i = rows - 4;
                FourWide(ref Unsafe.Add(ref a0, i * strideA), strideA, ref Unsafe.Add(ref b0, start), columns, ref Unsafe.Add(ref c0, (i * strideC) + start), strideC, inner, add);
                i = rows;
            }

            for (; i < rows; i++)
            {
                OneWide(ref Unsafe.Add(ref a0, i * strideA), ref Unsafe.Add(ref b0, start), columns, ref Unsafe.Add(ref c0, (i * strideC) + start), inner, add);
            }
        }

        for (var j = start; j < columns; j += Columns)
        {
            var i = 0;
            for (; i + 4 <= rows; i += 4)
            {
                Four(ref Unsafe.Add(ref a0, i * strideA), strideA, ref Unsafe.Add(ref b0, j), columns, ref Unsafe.Add(ref c0, (i * strideC) + j), strideC, inner, add);
            }

            if (i < rows && rows >= 4 && !add)
            {
                // The last rows again with some before them: four at once cost less than one alone.
                i = rows - 4;
                Four(ref Unsafe.Add(ref a0, i * strideA), strideA, ref Unsafe.Add(ref b0, j), columns, ref Unsafe.Add(ref c0, (i * strideC) + j), strideC, inner, add);
                i = rows;
            }

            for (; i < rows; i++)
            {
                One(ref Unsafe.Add(ref a0, i * strideA), ref Unsafe.Add(ref b0, j), columns, ref Unsafe.Add(ref c0, (i * strideC) + j), inner, add);
            }
        }
    }

    /// <summary>Writes the columns of a as rows.</summary>
    public static void Transpose(ReadOnlySpan<float> a, int strideA, Span<float> result, int strideResult, int rows, int columns)
    {
        for (var i = 0; i < rows; i += 8)
        {
            var end = Math.Min(rows, i + 8);
            for (var j = 0; j < columns; j++)
            {
                for (var k = i; k < end; k++)
                {
                    result[(j * strideResult) + k] = a[(k * strideA) + j];
                }
            }
        }
    }

    private static void Four(ref float a, nint sa, ref float b, nint sb, ref float c, nint sc, int inner, bool add)
    {
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31;
        if (add)
        {
            c00 = Vector256.LoadUnsafe(ref c);
            c01 = Vector256.LoadUnsafe(ref c, 8);
            c10 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, sc));
            c11 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, sc), 8);
            c20 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * sc));
            c21 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * sc), 8);
            c30 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * sc));
            c31 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * sc), 8);
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<float>.Zero;
        }

        for (nint p = 0; p < inner; p++)
        {
            var left = Vector256.LoadUnsafe(ref b);
            var right = Vector256.LoadUnsafe(ref b, 8);
            b = ref Unsafe.Add(ref b, sb);
            var x = Vector256.Create(Unsafe.Add(ref a, p));
            c00 = Vector256.FusedMultiplyAdd(x, left, c00);
            c01 = Vector256.FusedMultiplyAdd(x, right, c01);
            x = Vector256.Create(Unsafe.Add(ref a, sa + p));
            c10 = Vector256.FusedMultiplyAdd(x, left, c10);
            c11 = Vector256.FusedMultiplyAdd(x, right, c11);
            x = Vector256.Create(Unsafe.Add(ref a, (2 * sa) + p));
            c20 = Vector256.FusedMultiplyAdd(x, left, c20);
            c21 = Vector256.FusedMultiplyAdd(x, right, c21);
            x = Vector256.Create(Unsafe.Add(ref a, (3 * sa) + p));
            c30 = Vector256.FusedMultiplyAdd(x, left, c30);
            c31 = Vector256.FusedMultiplyAdd(x, right, c31);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 8);
        c10.StoreUnsafe(ref Unsafe.Add(ref c, sc));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, sc), 8);
        c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * sc));
        c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * sc), 8);
        c30.StoreUnsafe(ref Unsafe.Add(ref c, 3 * sc));
        c31.StoreUnsafe(ref Unsafe.Add(ref c, 3 * sc), 8);
    }

    private static void One(ref float a, ref float b, nint sb, ref float c, int inner, bool add)
    {
        var c0 = add ? Vector256.LoadUnsafe(ref c) : Vector256<float>.Zero;
        var c1 = add ? Vector256.LoadUnsafe(ref c, 8) : Vector256<float>.Zero;
        for (nint p = 0; p < inner; p++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, p));
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), c1);
            b = ref Unsafe.Add(ref b, sb);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 8);
    }

    private static void FourWide(ref float a, nint sa, ref float b, nint sb, ref float c, nint sc, int inner, bool add)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31;
        if (add)
        {
            c00 = Vector512.LoadUnsafe(ref c);
            c01 = Vector512.LoadUnsafe(ref c, 16);
            c10 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, sc));
            c11 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, sc), 16);
            c20 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * sc));
            c21 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * sc), 16);
            c30 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 3 * sc));
            c31 = Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 3 * sc), 16);
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector512<float>.Zero;
        }

        for (nint p = 0; p < inner; p++)
        {
            var left = Vector512.LoadUnsafe(ref b);
            var right = Vector512.LoadUnsafe(ref b, 16);
            b = ref Unsafe.Add(ref b, sb);
            var x = Vector512.Create(Unsafe.Add(ref a, p));
            c00 = Vector512.FusedMultiplyAdd(x, left, c00);
            c01 = Vector512.FusedMultiplyAdd(x, right, c01);
            x = Vector512.Create(Unsafe.Add(ref a, sa + p));
            c10 = Vector512.FusedMultiplyAdd(x, left, c10);
            c11 = Vector512.FusedMultiplyAdd(x, right, c11);
            x = Vector512.Create(Unsafe.Add(ref a, (2 * sa) + p));
            c20 = Vector512.FusedMultiplyAdd(x, left, c20);
            c21 = Vector512.FusedMultiplyAdd(x, right, c21);
            x = Vector512.Create(Unsafe.Add(ref a, (3 * sa) + p));
            c30 = Vector512.FusedMultiplyAdd(x, left, c30);
            c31 = Vector512.FusedMultiplyAdd(x, right, c31);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 16);
        c10.StoreUnsafe(ref Unsafe.Add(ref c, sc));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, sc), 16);
        c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * sc));
        c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * sc), 16);
        c30.StoreUnsafe(ref Unsafe.Add(ref c, 3 * sc));
        c31.StoreUnsafe(ref Unsafe.Add(ref c, 3 * sc), 16);
    }

    private static void OneWide(ref float a, ref float b, nint sb, ref float c, int inner, bool add)
    {
        var c0 = add ? Vector512.LoadUnsafe(ref c) : Vector512<float>.Zero;
        var c1 = add ? Vector512.LoadUnsafe(ref c, 16) : Vector512<float>.Zero;
        for (nint p = 0; p < inner; p++)
        {
            var x = Vector512.Create(Unsafe.Add(ref a, p));
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref b, 16), c1);
            b = ref Unsafe.Add(ref b, sb);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 16);
    }
}
