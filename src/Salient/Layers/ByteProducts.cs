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

    /// <summary>How many fours <see cref="Pack"/> needs room for: whole sixes of rows.</summary>
    public static int Size(int rows, int fours) => (rows + Rows - 1) / Rows * Rows * fours;

    /// <summary>Rounds rows for <see cref="Multiply"/>: row after row in whole fours.</summary>
    /// <param name="a">Rows x inner, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Numbers from row to row of a.</param>
    /// <param name="inner">Columns of a.</param>
    /// <param name="packed">Gets the fours; as long as <see cref="Size"/> says.</param>
    /// <param name="units">Gets what one of each row is worth; its length is the number of rows.</param>
    public static void Pack(ReadOnlySpan<float> a, int stride, int inner, Span<int> packed, Span<float> units)
    {
        var bytes = MemoryMarshal.AsBytes(packed);
        var length = (inner + 3) / 4 * 4;
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = Round(a.Slice(i * stride, inner), bytes.Slice(i * length, length));
        }
    }

    /// <summary>c = a·b + start.</summary>
    /// <param name="packed">Rows of a as <see cref="Pack"/> lays them out.</param>
    /// <param name="units">What one of a is worth, row by row.</param>
    /// <param name="b">Strips of <see cref="Columns"/> columns; in a strip fours after fours, of a four the four numbers of each column.</param>
    /// <param name="columns">What is known of each column of b.</param>
    /// <param name="c">Rows x columns, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Numbers from row to row of c.</param>
    /// <param name="fours">Columns of a, in fours.</param>
    /// <param name="quick">Whether to multiply four bytes at once; <see cref="Quick"/> where nothing else is wanted.</param>
    public static void Multiply(ReadOnlySpan<int> packed, ReadOnlySpan<float> units, ReadOnlySpan<sbyte> b, ByteColumns columns, Span<float> c, int stride, int fours, bool quick)
    {
        if (units.Length == 0)
        {
            return;
        }

        var count = columns.Worths.Length;
        _ = packed[Size(units.Length, fours) - 1];
        _ = b[(count * 4 * fours) - 1];
        _ = c[((units.Length - 1) * stride) + count - 1];
        Span<int> made = stackalloc int[Rows * Columns];
        ref var a0 = ref MemoryMarshal.GetReference(packed);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        for (var at = 0; at < count; at += Columns)
        {
            ref var strip = ref Unsafe.Add(ref b0, at * 4 * fours);
            var (lessLeft, lessRight) = (Vector256.Create(columns.Sums.AsSpan(at)) * Shift, Vector256.Create(columns.Sums.AsSpan(at + 8)) * Shift);
            var (worthLeft, worthRight) = (Vector256.Create(columns.Worths.AsSpan(at)), Vector256.Create(columns.Worths.AsSpan(at + 8)));
            var (startLeft, startRight) = (Vector256.Create(columns.Starts.AsSpan(at)), Vector256.Create(columns.Starts.AsSpan(at + 8)));
            for (var i = 0; i < units.Length; i += Rows)
            {
                ref var six = ref Unsafe.Add(ref a0, i * fours);
                if (quick)
                {
                    Six(ref six, ref strip, ref made[0], fours);
                }
                else
                {
                    Slow(ref six, ref strip, made, fours);
                }

                ref var row = ref made[0];
                ref var to = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (i * stride) + at);
                var end = Math.Min(units.Length, i + Rows);
                for (var r = i; r < end; r++)
                {
                    var unit = Vector256.Create(units[r]);
                    ((Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref row) - lessLeft) * (worthLeft * unit)) + startLeft).StoreUnsafe(ref to);
                    ((Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref row, 8) - lessRight) * (worthRight * unit)) + startRight).StoreUnsafe(ref to, 8);
                    row = ref Unsafe.Add(ref row, Columns);
                    to = ref Unsafe.Add(ref to, stride);
                }
            }
        }
    }

    // The numbers of a row as bytes without a sign; what it is filled up with meets zeros.
    private static float Round(ReadOnlySpan<float> row, Span<byte> to)
    {
        var top = WholeProducts.Greatest(row);
        if (top < 1e-30f)
        {
            to.Fill(Shift);
            return 0;
        }

        ref var from = ref MemoryMarshal.GetReference(row);
        ref var first = ref MemoryMarshal.GetReference(to);
        _ = to[row.Length - 1];
        var times = Most / top;
        nuint i = 0;
        for (; i + 32 <= (nuint)row.Length; i += 32)
        {
            var left = Vector256.Narrow(WholeProducts.Near(Vector256.LoadUnsafe(ref from, i), times), WholeProducts.Near(Vector256.LoadUnsafe(ref from, i + 8), times));
            var right = Vector256.Narrow(WholeProducts.Near(Vector256.LoadUnsafe(ref from, i + 16), times), WholeProducts.Near(Vector256.LoadUnsafe(ref from, i + 24), times));
            (Vector256.Narrow(left.AsUInt16() & Vector256.Create((ushort)byte.MaxValue), right.AsUInt16() & Vector256.Create((ushort)byte.MaxValue)) ^ Vector256.Create((byte)Shift)).StoreUnsafe(ref first, i);
        }

        for (var j = (int)i; j < row.Length; j++)
        {
            to[j] = (byte)(WholeProducts.Near(row[j], times) + Shift);
        }

        to[row.Length..].Fill(Shift);
        return top / Most;
    }

    private static void Six(ref int a, ref sbyte b, ref int made, nint fours)
    {
        Vector256<int> c0, c1, c2, c3, c4, c5, d0, d1, d2, d3, d4, d5;
        c0 = c1 = c2 = c3 = c4 = c5 = d0 = d1 = d2 = d3 = d4 = d5 = Vector256<int>.Zero;
        ref var a1 = ref Unsafe.Add(ref a, fours);
        ref var a2 = ref Unsafe.Add(ref a1, fours);
        ref var a3 = ref Unsafe.Add(ref a2, fours);
        ref var a4 = ref Unsafe.Add(ref a3, fours);
        ref var a5 = ref Unsafe.Add(ref a4, fours);
        for (nint f = 0; f < fours; f++)
        {
            var left = Vector256.LoadUnsafe(ref b);
            var right = Vector256.LoadUnsafe(ref b, 32);
            b = ref Unsafe.Add(ref b, 64);
            var x = Vector256.Create(Unsafe.Add(ref a, f)).AsByte();
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, x, left);
            d0 = AvxVnni.MultiplyWideningAndAdd(d0, x, right);
            x = Vector256.Create(Unsafe.Add(ref a1, f)).AsByte();
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, x, left);
            d1 = AvxVnni.MultiplyWideningAndAdd(d1, x, right);
            x = Vector256.Create(Unsafe.Add(ref a2, f)).AsByte();
            c2 = AvxVnni.MultiplyWideningAndAdd(c2, x, left);
            d2 = AvxVnni.MultiplyWideningAndAdd(d2, x, right);
            x = Vector256.Create(Unsafe.Add(ref a3, f)).AsByte();
            c3 = AvxVnni.MultiplyWideningAndAdd(c3, x, left);
            d3 = AvxVnni.MultiplyWideningAndAdd(d3, x, right);
            x = Vector256.Create(Unsafe.Add(ref a4, f)).AsByte();
            c4 = AvxVnni.MultiplyWideningAndAdd(c4, x, left);
            d4 = AvxVnni.MultiplyWideningAndAdd(d4, x, right);
            x = Vector256.Create(Unsafe.Add(ref a5, f)).AsByte();
            c5 = AvxVnni.MultiplyWideningAndAdd(c5, x, left);
            d5 = AvxVnni.MultiplyWideningAndAdd(d5, x, right);
        }

        c0.StoreUnsafe(ref made);
        d0.StoreUnsafe(ref made, 8);
        c1.StoreUnsafe(ref made, 16);
        d1.StoreUnsafe(ref made, 24);
        c2.StoreUnsafe(ref made, 32);
        d2.StoreUnsafe(ref made, 40);
        c3.StoreUnsafe(ref made, 48);
        d3.StoreUnsafe(ref made, 56);
        c4.StoreUnsafe(ref made, 64);
        d4.StoreUnsafe(ref made, 72);
        c5.StoreUnsafe(ref made, 80);
        d5.StoreUnsafe(ref made, 88);
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
                var x = Vector256.Create(Vector128.WidenLower(Vector128.Create(Unsafe.Add(ref a, (r * (nint)fours) + f)).AsByte()).AsInt64()[0]).AsInt16();
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
