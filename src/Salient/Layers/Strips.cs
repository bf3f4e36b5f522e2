using System.Buffers;

namespace Salient.Layers;

/// <summary>A matrix as products take it: rounded to whole numbers, each column by its own measure, and cut into strips of columns, so that what is multiplied together lies together. Immutable.</summary>
internal sealed class Strips
{
    private const int Wide = 2 * WholeProducts.Columns;
    private readonly short[] numbers;
    private readonly float[] worths;
    private readonly int inner;
    private readonly int pairs;
    private readonly int most;

    /// <param name="matrix">Inner x columns, row after row.</param>
    /// <param name="inner">Rows.</param>
    /// <param name="columns">Columns, a multiple of <see cref="Products.Columns"/>.</param>
    public Strips(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        this.inner = inner;
        pairs = (inner + 1) / 2;
        most = WholeProducts.Most(inner);
        numbers = new short[2 * pairs * columns];
        worths = new float[columns];
        var column = new float[inner];
        var whole = new short[2 * pairs];
        for (var j = 0; j < columns; j++)
        {
            for (var p = 0; p < inner; p++)
            {
                column[p] = matrix[(p * columns) + j];
            }

            worths[j] = WholeProducts.Round(column, most, whole);
            var start = j / Wide * Wide;
            var width = Math.Min(Wide, columns - start);
            for (var p = 0; p < whole.Length; p++)
            {
                numbers[(start * 2 * pairs) + (p / 2 * 2 * width) + (2 * (j - start)) + (p % 2)] = whole[p];
            }
        }
    }

    /// <summary>c = a·b, b this matrix and a rounded to whole numbers, each row by its own measure: to some four digits, the same on every machine.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="strideA">Numbers from row to row of a.</param>
    /// <param name="c">Rows x columns.</param>
    /// <param name="strideC">Numbers from row to row of c.</param>
    /// <param name="rows">Rows of a and c.</param>
    public void Multiply(ReadOnlySpan<float> a, int strideA, Span<float> c, int strideC, int rows)
    {
        var panels = ArrayPool<int>.Shared.Rent(WholeProducts.Size(rows, pairs));
        var units = ArrayPool<float>.Shared.Rent(rows);
        WholeProducts.Pack(a, strideA, inner, most, panels, units.AsSpan(0, rows));
        WholeProducts.Multiply(panels, units.AsSpan(0, rows), numbers, worths, c, strideC, pairs, WholeProducts.Wide);
        ArrayPool<int>.Shared.Return(panels);
        ArrayPool<float>.Shared.Return(units);
    }
}
