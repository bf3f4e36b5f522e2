namespace Salient.Layers;

/// <summary>A matrix as products take it: cut into strips of columns, each lying row after row, so that what is multiplied together lies together. Immutable.</summary>
internal sealed class Strips
{
    private const int Wide = 2 * Products.Columns;
    private readonly float[] numbers;
    private readonly int inner;
    private readonly int columns;

    /// <param name="matrix">Inner x columns, row after row.</param>
    /// <param name="inner">Rows.</param>
    /// <param name="columns">Columns, a multiple of <see cref="Products.Columns"/>.</param>
    public Strips(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        (this.inner, this.columns) = (inner, columns);
        numbers = new float[inner * columns];
        for (var start = 0; start < columns; start += Wide)
        {
            var width = Math.Min(Wide, columns - start);
            for (var p = 0; p < inner; p++)
            {
                matrix.Slice((p * columns) + start, width).CopyTo(numbers.AsSpan((start * inner) + (p * width)));
            }
        }
    }

    /// <summary>c = a·b, b this matrix; the same sums in the same order as <see cref="Products.Multiply"/> gives.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="strideA">Numbers from row to row of a.</param>
    /// <param name="c">Rows x columns.</param>
    /// <param name="strideC">Numbers from row to row of c.</param>
    /// <param name="rows">Rows of a and c.</param>
    public void Multiply(ReadOnlySpan<float> a, int strideA, Span<float> c, int strideC, int rows)
    {
        for (var start = 0; rows > 0 && start < columns; start += Wide)
        {
            var width = Math.Min(Wide, columns - start);
            Products.Multiply(a, strideA, numbers.AsSpan(start * inner, width * inner), c[start..], strideC, rows, inner, width, add: false);
        }
    }
}
