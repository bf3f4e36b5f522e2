using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Salient.Layers;

/// <summary>Products of numbers rounded to one byte: four at a time, whose sums are exact, so that no order and no width of lanes changes them.</summary>
internal static class ByteProducts
{
    /// <summary>Columns of a strip.</summary>
    public const int Columns = Products.Columns;

    /// <summary>The greatest whole number that a number is rounded to.</summary>
    public const int Most = 127;

    // What is multiplied goes in without a sign: so much is added to it, and taken off the sums again.
    private const int Shift = 128;
    private const int Rows = 6;

    /// <summary>True where the processor multiplies four bytes at once.</summary>
    public static bool Quick => AvxVnni.IsSupported;

    /// <summary>How many fours <see cref="Pack"/> lays out.</summary>
    public static int Size(int rows, int fours) => (rows + Rows - 1) / Rows * Rows * fours;

    /// <summary>Rounds rows and lays them out for <see cref="Multiply"/>: six rows side by side, four after four.</summary>
    /// <param name="a">Rows x inner, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Numbers from row to row of a.</param>
    /// <param name="inner">Columns of a.</param>
    /// <param name="panels">Gets the fours; as many as <see cref="Size"/> says.</param>
    /// <param name="units">Gets what one of each row is worth; its length is the number of rows.</param>
    public static void Pack(ReadOnlySpan<float> a, int stride, int inner, Span<int> panels, Span<float> units)
    {
        var fours = (inner + 3) / 4;
        Span<short> whole = stackalloc short[4 * fours];
        whole.Clear();
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = WholeProducts.Round(a.Slice(i * stride, inner), Most, whole[..inner]);
            var panel = panels.Slice(i / Rows * Rows * fours, Rows * fours);
            ref var from = ref Unsafe.As<short, long>(ref whole[0]);
            ref var to = ref panel[i % Rows];
            for (nint f = 0; f < fours; f++)
            {
                var four = Vector128.CreateScalar(Unsafe.Add(ref from, f)).AsInt16() + Vector128.Create((short)Shift);
                Unsafe.Add(ref to, Rows * f) = Vector128.Narrow(four.AsUInt16(), four.AsUInt16()).AsInt32()[0];
            }
        }
    }

    /// <summary>c = a·b.</summary>
    /// <param name="panels">Rows of a as <see cref="Pack"/> lays them out.</param>
    /// <param name="units">What one of a is worth, row by row.</param>
    /// <param name="b">Strips of <see cref="Columns"/> columns; in a strip fours after fours, of a four the four numbers of each column.</param>
    /// <param name="sums">The sum of each column of b.</param>
    /// <param name="worths">What one of b is worth, column by column.</param>
    /// <param name="c">Rows x columns, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Numbers from row to row of c.</param>
    /// <param name="fours">Columns of a, in fours.</param>
    /// <param name="quick">Whether to multiply four bytes at once; <see cref="Quick"/> where nothing else is wanted.</param>
    public static void Multiply(ReadOnlySpan<int> panels, ReadOnlySpan<float> units, ReadOnlySpan<sbyte> b, ReadOnlySpan<int> sums, ReadOnlySpan<float> worths, Span<float> c, int stride, int fours, bool quick)
    {
        if (units.Length == 0)
        {
            return;
        }

        _ = panels[Size(units.Length, fours) - 1];
        _ = b[(worths.Length * 4 * fours) - 1];
        _ = c[((units.Length - 1) * stride) + worths.Length - 1];
        _ = sums[worths.Length - 1];
        Span<int> made = stackalloc int[Rows * Columns];
        ref var a0 = ref MemoryMarshal.GetReference(panels);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        for (var start = 0; start < worths.Length; start += Columns)
        {
            ref var strip = ref Unsafe.Add(ref b0, start * 4 * fours);
            var (lessLeft, lessRight) = (Vector256.Create(sums[start..]) * Shift, Vector256.Create(sums[(start + 8)..]) * Shift);
            var (worthLeft, worthRight) = (Vector256.Create(worths[start..]), Vector256.Create(worths[(start + 8)..]));
            for (var i = 0; i < units.Length; i += Rows)
            {
                ref var panel = ref Unsafe.Add(ref a0, i * fours);
                if (quick)
                {
                    Six(ref panel, ref strip, made, fours);
                }
                else
                {
                    Slow(ref panel, ref strip, made, fours);
                }

                for (var r = 0; r < Rows && i + r < units.Length; r++)
                {
                    var to = c.Slice(((i + r) * stride) + start, Columns);
                    var unit = Vector256.Create(units[i + r]);
                    var row = made.Slice(r * Columns, Columns);
                    (Vector256.ConvertToSingle(Vector256.Create<int>(row) - lessLeft) * (worthLeft * unit)).CopyTo(to);
                    (Vector256.ConvertToSingle(Vector256.Create<int>(row[8..]) - lessRight) * (worthRight * unit)).CopyTo(to[8..]);
                }
            }
        }
    }

    private static void Six(ref int a, ref sbyte b, Span<int> made, int fours)
    {
        Vector256<int> c0, c1, c2, c3, c4, c5, d0, d1, d2, d3, d4, d5;
        c0 = c1 = c2 = c3 = c4 = c5 = d0 = d1 = d2 = d3 = d4 = d5 = Vector256<int>.Zero;
        for (; fours > 0; fours--)
        {
            var left = Vector256.LoadUnsafe(ref b);
            var right = Vector256.LoadUnsafe(ref b, 32);
            b = ref Unsafe.Add(ref b, 64);
            var x = Vector256.Create(a).AsByte();
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, x, left);
            d0 = AvxVnni.MultiplyWideningAndAdd(d0, x, right);
            x = Vector256.Create(Unsafe.Add(ref a, 1)).AsByte();
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, x, left);
            d1 = AvxVnni.MultiplyWideningAndAdd(d1, x, right);
            x = Vector256.Create(Unsafe.Add(ref a, 2)).AsByte();
            c2 = AvxVnni.MultiplyWideningAndAdd(c2, x, left);
            d2 = AvxVnni.MultiplyWideningAndAdd(d2, x, right);
            x = Vector256.Create(Unsafe.Add(ref a, 3)).AsByte();
            c3 = AvxVnni.MultiplyWideningAndAdd(c3, x, left);
            d3 = AvxVnni.MultiplyWideningAndAdd(d3, x, right);
            x = Vector256.Create(Unsafe.Add(ref a, 4)).AsByte();
            c4 = AvxVnni.MultiplyWideningAndAdd(c4, x, left);
            d4 = AvxVnni.MultiplyWideningAndAdd(d4, x, right);
            x = Vector256.Create(Unsafe.Add(ref a, 5)).AsByte();
            c5 = AvxVnni.MultiplyWideningAndAdd(c5, x, left);
            d5 = AvxVnni.MultiplyWideningAndAdd(d5, x, right);
            a = ref Unsafe.Add(ref a, Rows);
        }

        ref var to = ref made[0];
        _ = made[(Rows * Columns) - 1];
        c0.StoreUnsafe(ref to);
        d0.StoreUnsafe(ref to, 8);
        c1.StoreUnsafe(ref to, 16);
        d1.StoreUnsafe(ref to, 24);
        c2.StoreUnsafe(ref to, 32);
        d2.StoreUnsafe(ref to, 40);
        c3.StoreUnsafe(ref to, 48);
        d3.StoreUnsafe(ref to, 56);
        c4.StoreUnsafe(ref to, 64);
        d4.StoreUnsafe(ref to, 72);
        c5.StoreUnsafe(ref to, 80);
        d5.StoreUnsafe(ref to, 88);
    }

    // The same sums without that: bytes are widened, pairs multiplied, and the two pairs of a column added at the end.
    private static void Slow(ref int a, ref sbyte b, Span<int> made, int fours)
    {
        for (var r = 0; r < Rows; r++)
        {
            ref var strip = ref b;
            Vector256<int> first = default, second = default, third = default, fourth = default;
            for (nint f = 0; f < fours; f++)
            {
                var x = Vector256.Create(Vector128.WidenLower(Vector128.Create(Unsafe.Add(ref a, (Rows * f) + r)).AsByte()).AsInt64()[0]).AsInt16();
                var (left, right) = (Vector256.LoadUnsafe(ref strip), Vector256.LoadUnsafe(ref strip, 32));
                first += WholeProducts.Pairs(x, Vector256.WidenLower(left));
                second += WholeProducts.Pairs(x, Vector256.WidenUpper(left));
                third += WholeProducts.Pairs(x, Vector256.WidenLower(right));
                fourth += WholeProducts.Pairs(x, Vector256.WidenUpper(right));
                strip = ref Unsafe.Add(ref strip, 64);
            }

            var row = made.Slice(r * Columns, Columns);
            var at = 0;
            foreach (var pairs in (ReadOnlySpan<Vector256<int>>)[first, second, third, fourth])
            {
                for (var p = 0; p < Vector256<int>.Count; p += 2)
                {
                    row[at++] = pairs[p] + pairs[p + 1];
                }
            }
        }
    }
}
