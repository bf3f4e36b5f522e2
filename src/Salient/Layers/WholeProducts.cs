using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Salient.Layers;

/// <summary>Products of rounded numbers: whole ones, two at a time, whose sums are exact, so that no order and no width of lanes changes them.</summary>
internal static class WholeProducts
{
    /// <summary>Columns of a strip.</summary>
    public const int Columns = Products.Columns;

    private const int Rows = 8;

    // Added to a number of less than 2^22 it leaves the number, rounded, in the low bits.
    private const float Rounder = 12582912f;

    /// <summary>The greatest whole number that a sum of <paramref name="inner"/> products of two such holds.</summary>
    public static int Most(int inner) => Math.Min(short.MaxValue, (int)Math.Sqrt(int.MaxValue / (double)(inner + (inner & 1))));

    /// <summary>Rounds a row to whole numbers from -<paramref name="most"/> to <paramref name="most"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="most">The greatest number wanted; under 2^15.</param>
    /// <param name="result">Gets them; as long as the row.</param>
    /// <returns>What one of them is worth.</returns>
    public static float Round(ReadOnlySpan<float> row, int most, Span<short> result)
    {
        var top = Greatest(row);
        if (top < 1e-30f)
        {
            result[..row.Length].Clear();
            return 0;
        }

        ref var from = ref Unsafe.AsRef(in row[0]);
        _ = result[row.Length - 1];
        ref var to = ref result[0];
        var times = most / top;
        nuint i = 0;
        for (; i + 16 <= (nuint)row.Length; i += 16)
        {
            Vector256.Narrow(Near(Vector256.LoadUnsafe(ref from, i), times), Near(Vector256.LoadUnsafe(ref from, i + 8), times)).StoreUnsafe(ref to, i);
        }

        for (var j = (int)i; j < row.Length; j++)
        {
            result[j] = (short)Near(row[j], times);
        }

        return top / most;
    }

    /// <summary>The greatest number of a row, signs aside.</summary>
    public static float Greatest(ReadOnlySpan<float> row)
    {
        ref var from = ref Unsafe.AsRef(in row[0]);
        Vector256<float> a, b, c, d;
        a = b = c = d = Vector256<float>.Zero;
        nuint i = 0;
        for (; i + 32 <= (nuint)row.Length; i += 32)
        {
            a = Vector256.MaxNative(a, Vector256.Abs(Vector256.LoadUnsafe(ref from, i)));
            b = Vector256.MaxNative(b, Vector256.Abs(Vector256.LoadUnsafe(ref from, i + 8)));
            c = Vector256.MaxNative(c, Vector256.Abs(Vector256.LoadUnsafe(ref from, i + 16)));
            d = Vector256.MaxNative(d, Vector256.Abs(Vector256.LoadUnsafe(ref from, i + 24)));
        }

        for (; i + 8 <= (nuint)row.Length; i += 8)
        {
            a = Vector256.MaxNative(a, Vector256.Abs(Vector256.LoadUnsafe(ref from, i)));
        }

        a = Vector256.MaxNative(Vector256.MaxNative(a, b), Vector256.MaxNative(c, d));
        var top = 0f;
        for (var lane = 0; lane < 8; lane++)
        {
            top = MathF.Max(top, a[lane]);
        }

        for (var j = (int)i; j < row.Length; j++)
        {
            top = MathF.Max(top, MathF.Abs(row[j]));
        }

        return top;
    }

    /// <summary>Rounds rows and lays them out for <see cref="Multiply"/>: eight rows side by side, pair after pair.</summary>
    /// <param name="a">Rows x inner, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Numbers from row to row of a.</param>
    /// <param name="inner">Columns of a.</param>
    /// <param name="most">The greatest whole number wanted.</param>
    /// <param name="panels">Gets the pairs; as many as <see cref="Size"/> says.</param>
    /// <param name="units">Gets what one of each row is worth; its length is the number of rows.</param>
    public static void Pack(ReadOnlySpan<float> a, int stride, int inner, int most, Span<int> panels, Span<float> units)
    {
        var pairs = (inner + 1) / 2;
        Span<short> row = stackalloc short[2 * pairs];
        row[^1] = 0;
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = Round(a.Slice(i * stride, inner), most, row[..inner]);
            var panel = panels.Slice(i / Rows * Rows * pairs, Rows * pairs);
            ref var from = ref Unsafe.As<short, int>(ref row[0]);
            ref var to = ref panel[i % Rows];
            for (nint p = 0; p < pairs; p++)
            {
                Unsafe.Add(ref to, Rows * p) = Unsafe.Add(ref from, p);
            }
        }
    }

    /// <summary>How many pairs <see cref="Pack"/> lays out.</summary>
    public static int Size(int rows, int pairs) => (rows + Rows - 1) / Rows * Rows * pairs;

    /// <summary>c = a·b.</summary>
    /// <param name="panels">Rows of a as <see cref="Pack"/> lays them out.</param>
    /// <param name="units">What one of a is worth, row by row.</param>
    /// <param name="b">Strips of two times <see cref="Columns"/> columns, the last of as many as are left; in a strip pairs after pairs, of a pair the two numbers of each column.</param>
    /// <param name="worths">What one of b is worth, column by column.</param>
    /// <param name="c">Rows x columns, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Numbers from row to row of c.</param>
    /// <param name="pairs">Columns of a, in pairs.</param>
    /// <param name="wide">Whether to go by sixteen lanes; <see cref="Wide"/> where nothing else is wanted.</param>
    public static void Multiply(ReadOnlySpan<int> panels, ReadOnlySpan<float> units, ReadOnlySpan<short> b, ReadOnlySpan<float> worths, Span<float> c, int stride, int pairs, bool wide)
    {
        if (units.Length == 0)
        {
            return;
        }

        _ = panels[Size(units.Length, pairs) - 1];
        _ = b[(worths.Length * 2 * pairs) - 1];
        _ = c[((units.Length - 1) * stride) + worths.Length - 1];
        ref var a0 = ref Unsafe.AsRef(in panels[0]);
        ref var u0 = ref Unsafe.AsRef(in units[0]);
        ref var b0 = ref Unsafe.AsRef(in b[0]);
        ref var w0 = ref Unsafe.AsRef(in worths[0]);
        ref var c0 = ref c[0];
        for (var start = 0; start < worths.Length; start += 2 * Columns)
        {
            var both = start + (2 * Columns) <= worths.Length;
            ref var strip = ref Unsafe.Add(ref b0, start * 2 * pairs);
            ref var worth = ref Unsafe.Add(ref w0, start);
            for (var i = 0; i < units.Length; i += Rows)
            {
                ref var panel = ref Unsafe.Add(ref a0, i * pairs);
                ref var into = ref Unsafe.Add(ref c0, (i * stride) + start);
                var rows = Math.Min(Rows, units.Length - i);
                if (wide && both)
                {
                    Eight(ref panel, ref Unsafe.Add(ref u0, i), rows, ref strip, ref worth, ref into, stride, pairs);
                    continue;
                }

                for (var r = 0; r < rows; r++)
                {
                    for (var part = 0; part < (both ? 2 : 1); part++)
                    {
                        One(ref Unsafe.Add(ref panel, r), Unsafe.Add(ref u0, i + r), ref Unsafe.Add(ref strip, 2 * Columns * part), (both ? 4 : 2) * Columns, ref Unsafe.Add(ref worth, Columns * part), ref Unsafe.Add(ref into, (r * stride) + (Columns * part)), pairs);
                    }
                }
            }
        }
    }

    /// <summary>True where sixteen lanes are at hand.</summary>
    public static bool Wide => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    internal static Vector256<int> Near(Vector256<float> x, float times) =>
        ((x * times) + Vector256.Create(Rounder)).AsInt32() - Vector256.Create(Rounder).AsInt32();

    /// <summary>A number times <paramref name="times"/>, rounded.</summary>
    internal static int Near(float x, float times) => BitConverter.SingleToInt32Bits((x * times) + Rounder) - BitConverter.SingleToInt32Bits(Rounder);

    private static void Eight(ref int a, ref float units, int rows, ref short b, ref float worths, ref float c, nint sc, nint pairs)
    {
        Vector512<int> c0, c1, c2, c3, c4, c5, c6, c7, d0, d1, d2, d3, d4, d5, d6, d7;
        c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = d0 = d1 = d2 = d3 = d4 = d5 = d6 = d7 = Vector512<int>.Zero;
        for (; pairs > 0; pairs--)
        {
            var left = Vector512.LoadUnsafe(ref b);
            var right = Vector512.LoadUnsafe(ref b, 2 * Columns);
            b = ref Unsafe.Add(ref b, 4 * Columns);
            var x = Vector512.Create(a).AsInt16();
            c0 += Avx512BW.MultiplyAddAdjacent(x, left);
            d0 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 1)).AsInt16();
            c1 += Avx512BW.MultiplyAddAdjacent(x, left);
            d1 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 2)).AsInt16();
            c2 += Avx512BW.MultiplyAddAdjacent(x, left);
            d2 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 3)).AsInt16();
            c3 += Avx512BW.MultiplyAddAdjacent(x, left);
            d3 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 4)).AsInt16();
            c4 += Avx512BW.MultiplyAddAdjacent(x, left);
            d4 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 5)).AsInt16();
            c5 += Avx512BW.MultiplyAddAdjacent(x, left);
            d5 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 6)).AsInt16();
            c6 += Avx512BW.MultiplyAddAdjacent(x, left);
            d6 += Avx512BW.MultiplyAddAdjacent(x, right);
            x = Vector512.Create(Unsafe.Add(ref a, 7)).AsInt16();
            c7 += Avx512BW.MultiplyAddAdjacent(x, left);
            d7 += Avx512BW.MultiplyAddAdjacent(x, right);
            a = ref Unsafe.Add(ref a, Rows);
        }

        // From the last row up: rows that there are none of are written where the last one is, and it over them.
        var (first, second) = (Vector512.LoadUnsafe(ref worths), Vector512.LoadUnsafe(ref worths, Columns));
        var last = rows - 1;
        Store(c7, d7, first, second, ref units, Math.Min(7, last), ref c, sc);
        Store(c6, d6, first, second, ref units, Math.Min(6, last), ref c, sc);
        Store(c5, d5, first, second, ref units, Math.Min(5, last), ref c, sc);
        Store(c4, d4, first, second, ref units, Math.Min(4, last), ref c, sc);
        Store(c3, d3, first, second, ref units, Math.Min(3, last), ref c, sc);
        Store(c2, d2, first, second, ref units, Math.Min(2, last), ref c, sc);
        Store(c1, d1, first, second, ref units, Math.Min(1, last), ref c, sc);
        Store(c0, d0, first, second, ref units, Math.Min(0, last), ref c, sc);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> left, Vector512<int> right, Vector512<float> first, Vector512<float> second, ref float units, nint row, ref float c, nint sc)
    {
        var unit = Unsafe.Add(ref units, row);
        (Vector512.ConvertToSingle(left) * (first * unit)).StoreUnsafe(ref Unsafe.Add(ref c, row * sc));
        (Vector512.ConvertToSingle(right) * (second * unit)).StoreUnsafe(ref Unsafe.Add(ref c, row * sc), Columns);
    }

    // One row and sixteen columns; from pair to pair of b are so many numbers.
    private static void One(ref int a, float unit, ref short b, nint step, ref float worths, ref float c, nint pairs)
    {
        Vector256<int> left = default, right = default;
        for (nint p = 0; p < pairs; p++)
        {
            var two = Vector256.Create(Unsafe.Add(ref a, Rows * p)).AsInt16();
            left += Pairs(two, Vector256.LoadUnsafe(ref b));
            right += Pairs(two, Vector256.LoadUnsafe(ref b, 16));
            b = ref Unsafe.Add(ref b, step);
        }

        (Vector256.ConvertToSingle(left) * (Vector256.LoadUnsafe(ref worths) * unit)).StoreUnsafe(ref c);
        (Vector256.ConvertToSingle(right) * (Vector256.LoadUnsafe(ref worths, 8) * unit)).StoreUnsafe(ref c, 8);
    }

    // Of each pair the sum of the two products.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Pairs(Vector256<short> x, Vector256<short> y) =>
        Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent(x, y)
            : ((x.AsInt32() << 16 >> 16) * (y.AsInt32() << 16 >> 16)) + ((x.AsInt32() >> 16) * (y.AsInt32() >> 16));
}
