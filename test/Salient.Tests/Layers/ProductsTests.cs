using Salient.Layers;

namespace Salient.Tests.Layers;

public sealed class ProductsTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(3, 7, 32)]
    [InlineData(9, 64, 48)]
    [InlineData(20, 33, 64)]
    public void Multiply_AnySizes_SumsRowsTimesColumns(int rows, int inner, int columns)
    {
        var random = new Random(5);
        float[] Fill(int n) => [.. Enumerable.Range(0, n).Select(_ => random.NextSingle() - 0.5f)];
        int strideA = inner + 3, strideC = columns + 5;
        float[] a = Fill(rows * strideA), b = Fill(inner * columns), c = Fill(rows * strideC);
        float[] sum = [.. c], fresh = [.. c];
        Products.Multiply(a, strideA, b, sum, strideC, rows, inner, columns, true);
        Products.Multiply(a, strideA, b, fresh, strideC, rows, inner, columns, false);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < strideC; j++)
            {
                var at = (i * strideC) + j;
                var expected = j < columns ? Enumerable.Range(0, inner).Sum(p => (double)a[(i * strideA) + p] * b[(p * columns) + j]) : 0;
                ((double)sum[at]).ShouldBe(c[at] + expected, 1e-4);
                ((double)fresh[at]).ShouldBe(j < columns ? expected : c[at], 1e-4);
            }
        }
    }

    [Fact]
    public void Transpose_Rows_BecomeColumns()
    {
        float[] a = [.. Enumerable.Range(0, 33).Select(i => (float)i)];
        var t = new float[3 * 12];
        Products.Transpose(a, 3, t, 12, 11, 3);
        for (var i = 0; i < 11; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                t[(j * 12) + i].ShouldBe(a[(i * 3) + j]);
            }
        }
    }
}
