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
        new ByteStrips(b, columns, inner, columns).Multiply(Rows(a, inner, rows), made);
        for (var i = 0; i < made.Length; i++)
        {
            made[i].ShouldBe(expected[i], 0.002f * inner / 100);
        }
    }

    [Fact]
    public void Multiply_WithAndWithoutFourBytesAtOnce_SameBits()
    {
        const int Inner = 100, Rows = 11, Columns = 32, Fours = 25;
        var packed = new int[ByteProducts.Size(Rows, Fours)];
        var units = new float[Rows];
        ByteProducts.Pack(TransformerLayerTests.Filled(Rows * Inner, 3), Inner, Inner, packed, units);
        var chance = new Random(4);
        sbyte[] b = [.. Enumerable.Range(0, Columns * 4 * Fours).Select(_ => (sbyte)chance.Next(-127, 128))];
        var sums = Enumerable.Range(0, Columns).Select(j => Enumerable.Range(0, Fours).Sum(f => Enumerable.Range(0, 4).Sum(k => (int)b[(((j / 16 * Fours) + f) * 64) + (j % 16 * 4) + k]))).ToArray();
        var known = new ByteColumns(sums, [.. Enumerable.Repeat(0.01f, Columns)], [.. Enumerable.Range(0, Columns).Select(j => j * 0.1f)]);
        var (quick, slow) = (new float[Rows * Columns], new float[Rows * Columns]);
        ByteProducts.Multiply(packed, units, b, known, quick, Columns, Fours, ByteProducts.Quick);
        ByteProducts.Multiply(packed, units, b, known, slow, Columns, Fours, quick: false);
        quick.ShouldBe(slow);
        quick.ShouldContain(x => x != 0);
    }

    [Fact]
    public void Multiply_MatrixOfZeros_Zeros()
    {
        var made = new float[16];
        new ByteStrips(new float[64], 16, 4, 16).Multiply(Rows([1, 2, 3, 4], 4, 1), made);
        made.ShouldAllBe(x => x == 0);
    }

    [Fact]
    public void Multiply_SomeColumnsOfAMatrix_AsThoseOfTheWholeWithTheirStarts()
    {
        var (a, b) = (TransformerLayerTests.Filled(5 * 8, 1), TransformerLayerTests.Filled(8 * 48, 2));
        var (whole, part) = (new float[5 * 48], new float[5 * 16]);
        new ByteStrips(b, 48, 8, 48).Multiply(Rows(a, 8, 5), whole);
        new ByteStrips(b.AsSpan(32), 48, 8, 16, [.. Enumerable.Repeat(2f, 16)]).Multiply(Rows(a, 8, 5), part);
        part.ShouldBe(Enumerable.Range(0, part.Length).Select(i => whole[(i / 16 * 48) + 32 + (i % 16)] + 2));
    }

    private static ByteRows Rows(float[] a, int inner, int count)
    {
        var rows = new ByteRows();
        rows.Fill(a, inner, count);
        return rows;
    }
}
