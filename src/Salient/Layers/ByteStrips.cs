namespace Salient.Layers;

/// <summary>A matrix as products of bytes take it: each column rounded by its own measure, and cut into strips of columns. Immutable.</summary>
internal sealed class ByteStrips
{
    private readonly sbyte[] numbers;
    private readonly ByteColumns known;
    private readonly int fours;

    /// <param name="matrix">Rows of a matrix, from the first column that is wanted.</param>
    /// <param name="stride">Numbers from row to row.</param>
    /// <param name="inner">Rows.</param>
    /// <param name="columns">Columns that are wanted, a multiple of <see cref="ByteProducts.Columns"/>.</param>
    /// <param name="starts">What is added to each column's products; empty for nothing.</param>
    public ByteStrips(ReadOnlySpan<float> matrix, int stride, int inner, int columns, ReadOnlySpan<float> starts = default)
    {
        fours = (inner + 3) / 4;
        numbers = new sbyte[4 * fours * columns];
        var (sums, worths) = (new int[columns], new float[columns]);
        known = new ByteColumns(sums, worths, starts.IsEmpty ? new float[columns] : starts[..columns].ToArray());
        Span<float> tops = new float[columns];
        for (var p = 0; p < inner; p++)
        {
            for (var j = 0; j < columns; j++)
            {
                tops[j] = MathF.Max(tops[j], MathF.Abs(matrix[(p * stride) + j]));
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
                var whole = (sbyte)MathF.Round(matrix[(p * stride) + j] * tops[j]);
                sums[j] += whole;
                numbers[(((j / ByteProducts.Columns * fours) + (p / 4)) * 4 * ByteProducts.Columns) + (j % ByteProducts.Columns * 4) + (p % 4)] = whole;
            }
        }
    }

    /// <summary>c = a·b + starts, b this matrix: to some two digits, the same on every machine.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="c">Rows x columns, side by side.</param>
    public void Multiply(ByteRows a, Span<float> c) => ByteProducts.Multiply(a.Packed, a.Units, numbers, known, c, known.Worths.Length, fours, ByteProducts.Quick);
}
