using System.Buffers;

namespace Salient.Layers;

/// <summary>A matrix as products of bytes take it: each column rounded by its own measure, and cut into strips of columns. Immutable.</summary>
internal sealed class ByteStrips
{
    private readonly sbyte[] numbers;
    private readonly int[] sums;
    private readonly float[] worths;
    private readonly int inner;
    private readonly int fours;

    /// <param name="matrix">Inner x columns, row after row.</param>
    /// <param name="inner">Rows.</param>
    /// <param name="columns">Columns, a multiple of <see cref="ByteProducts.Columns"/>.</param>
    public ByteStrips(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        this.inner = inner;
        fours = (inner + 3) / 4;
        numbers = new sbyte[4 * fours * columns];
        sums = new int[columns];
        worths = new float[columns];
        Span<float> tops = new float[columns];
        for (var p = 0; p < inner; p++)
        {
            for (var j = 0; j < columns; j++)
            {
                tops[j] = MathF.Max(tops[j], MathF.Abs(matrix[(p * columns) + j]));
            }
        }

        for (var j = 0; j < columns; j++)
        {
            worths[j] = tops[j] / ByteProducts.Most;
            tops[j] = tops[j] < 1e-30f ? 0 : ByteProducts.Most / tops[j];
        }

        for (var p = 0; p < inner; p++)
        {
            for (var j = 0; j < columns; j++)
            {
                var whole = (sbyte)MathF.Round(matrix[(p * columns) + j] * tops[j]);
                sums[j] += whole;
                numbers[(((j / ByteProducts.Columns * fours) + (p / 4)) * 4 * ByteProducts.Columns) + (j % ByteProducts.Columns * 4) + (p % 4)] = whole;
            }
        }
    }

    /// <summary>c = a·b, b this matrix and a rounded to bytes, each row by its own measure: to some two digits, the same on every machine.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="strideA">Numbers from row to row of a.</param>
    /// <param name="c">Rows x columns.</param>
    /// <param name="strideC">Numbers from row to row of c.</param>
    /// <param name="rows">Rows of a and c.</param>
    public void Multiply(ReadOnlySpan<float> a, int strideA, Span<float> c, int strideC, int rows)
    {
        var panels = ArrayPool<int>.Shared.Rent(ByteProducts.Size(rows, fours));
        var units = ArrayPool<float>.Shared.Rent(rows);
        ByteProducts.Pack(a, strideA, inner, panels, units.AsSpan(0, rows));
        ByteProducts.Multiply(panels, units.AsSpan(0, rows), numbers, sums, worths, c, strideC, fours, ByteProducts.Quick);
        ArrayPool<int>.Shared.Return(panels);
        ArrayPool<float>.Shared.Return(units);
    }
}
