using Salient.Layers;

namespace Salient.Tests.Layers;

public sealed class ByteProductsTests
{
    [Theory]
    [InlineData(1, 4, 16)]
    [InlineData(6, 8, 16)]
    [InlineData(7, 384, 48)]
    [InlineData(13, 10, 32)]
    [InlineData(40, 1536, 16)]
    public void Multiply_QuickOrNot_SumsAsWholeNumbersDo(int rows, int inner, int columns)
    {
        var (a, b) = (TransformerLayerTests.Filled(rows * inner, 1), TransformerLayerTests.Filled(inner * columns, 2));
        var expected = new float[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var (left, right) = (a.Skip(i * inner).Take(inner).ToArray(), Enumerable.Range(0, inner).Select(p => b[(p * columns) + j]).ToArray());
                var (one, other) = (left.Max(MathF.Abs) / 127, right.Max(MathF.Abs) / 127);
                expected[(i * columns) + j] = left.Zip(right, (x, y) => (int)MathF.Round(x / one) * (int)MathF.Round(y / other)).Sum() * one * other;
            }
        }

        var made = new float[rows * columns];
        new ByteStrips(b, inner, columns).Multiply(a, inner, made, columns, rows);
        for (var i = 0; i < made.Length; i++)
        {
            made[i].ShouldBe(expected[i], 0.002f * inner / 100);
        }
    }

    [Fact]
    public void Multiply_WithAndWithoutFourBytesAtOnce_SameBits()
    {
        const int Inner = 100, Rows = 11, Columns = 32, Fours = 25;
        var panels = new int[ByteProducts.Size(Rows, Fours)];
        var units = new float[Rows];
        ByteProducts.Pack(TransformerLayerTests.Filled(Rows * Inner, 3), Inner, Inner, panels, units);
        var chance = new Random(4);
        sbyte[] b = [.. Enumerable.Range(0, Columns * 4 * Fours).Select(_ => (sbyte)chance.Next(-127, 128))];
        var sums = Enumerable.Range(0, Columns).Select(j => Enumerable.Range(0, Fours).Sum(f => Enumerable.Range(0, 4).Sum(k => (int)b[(((j / 16 * Fours) + f) * 64) + (j % 16 * 4) + k]))).ToArray();
        float[] worths = [.. Enumerable.Repeat(0.01f, Columns)];
        var (quick, slow) = (new float[Rows * Columns], new float[Rows * Columns]);
        ByteProducts.Multiply(panels, units, b, sums, worths, quick, Columns, Fours, ByteProducts.Quick);
        ByteProducts.Multiply(panels, units, b, sums, worths, slow, Columns, Fours, quick: false);
        quick.ShouldBe(slow);
        quick.ShouldContain(x => x != 0);
    }

    [Fact]
    public void Multiply_MatrixOfZeros_Zeros()
    {
        var made = new float[16];
        new ByteStrips(new float[64], 4, 16).Multiply([1, 2, 3, 4], 4, made, 16, 1);
        made.ShouldAllBe(x => x == 0);
    }
}
