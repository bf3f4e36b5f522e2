using Salient.Layers;

namespace Salient.Tests.Layers;

public sealed class WholeProductsTests
{
    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(3, 7, 32)]
    [InlineData(9, 64, 48)]
    [InlineData(20, 128, 96)]
    public void Multiply_AnySizes_IsTheProductToFourDigits(int rows, int inner, int columns)
    {
        float[] a = Fill(rows * inner), b = Fill(inner * columns), c = new float[rows * columns];
        new Strips(b, inner, columns).Multiply(a, inner, c, columns, rows);
        for (var i = 0; i < c.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            ((double)c[i]).ShouldBe(Enumerable.Range(0, inner).Sum(p => (double)a[(row * inner) + p] * b[(p * columns) + column]), 2e-4 * Math.Sqrt(inner));
        }
    }

    [Theory]
    [InlineData(5, 20, 32)]
    [InlineData(16, 33, 80)]
    public void Multiply_SixteenLanesOrEight_GiveTheSame(int rows, int inner, int columns)
    {
        var pairs = (inner + 1) / 2;
        var most = WholeProducts.Most(inner);
        var random = new Random(3);
        var panels = new int[WholeProducts.Size(rows, pairs)];
        var units = new float[rows];
        WholeProducts.Pack(Fill(rows * inner), inner, inner, most, panels, units);
        short[] b = [.. Enumerable.Range(0, 2 * pairs * columns).Select(_ => (short)random.Next(-most, most + 1))];
        float[] worths = Fill(columns), wide = new float[rows * columns], narrow = new float[rows * columns];
        WholeProducts.Multiply(panels, units, b, worths, wide, columns, pairs, WholeProducts.Wide);
        WholeProducts.Multiply(panels, units, b, worths, narrow, columns, pairs, false);
        wide.ShouldBe(narrow);
        for (var i = 0; i < rows; i++)
        {
            // The whole numbers' sums are exact.
            var sum = Enumerable.Range(0, 2 * pairs).Sum(p => (long)Number(panels, i, p, pairs) * b[Place(p, 0, Math.Min(32, columns))]);
            narrow[i * columns].ShouldBe(sum * (worths[0] * units[i]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1024)]
    public void Most_SumsOfThatMany_Fit(int inner) => ((long)WholeProducts.Most(inner) * WholeProducts.Most(inner) * (inner + (inner & 1))).ShouldBeLessThanOrEqualTo(int.MaxValue);

    [Fact]
    public void Round_Rows_KeepTheirGreatestAndZero()
    {
        float[] row = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 10f)];
        var whole = new short[row.Length];
        WholeProducts.Round(row, 1000, whole).ShouldBe(0.001f);
        whole.ShouldBe([.. row.Select(x => (short)MathF.Round(x * 1000))]);
        WholeProducts.Round(new float[21], 1000, whole).ShouldBe(0);
        whole.ShouldAllBe(x => x == 0);
    }

    private static int Place(int p, int column, int width) => (p / 2 * 2 * width) + (2 * column) + (p % 2);

    private static short Number(int[] panels, int row, int p, int pairs)
    {
        var pair = panels[(row / 8 * 8 * pairs) + (p / 2 * 8) + (row % 8)];
        return (short)(p % 2 == 0 ? pair : pair >> 16);
    }

    private static float[] Fill(int n)
    {
        var random = new Random(n);
        return [.. Enumerable.Range(0, n).Select(_ => random.NextSingle() - 0.5f)];
    }
}
