using Salient.Layers;

namespace Salient.Tests.Layers;

public sealed class TransformerLayerTests
{
    private const int Width = 64;

    [Fact]
    public void Run_Sentences_AsTheFormulasSay()
    {
        var numbers = Numbers(Width, 5);
        int[] counts = [3, 1, 9];
        var input = Filled(counts.Sum() * Width, 9);
        var buffers = new TransformerBuffers();
        buffers.Grow(counts.Sum(), counts.Max(), Width);
        input.CopyTo(buffers.States, 0);
        new TransformerLayer(Width, numbers).Run(counts, [.. Enumerable.Range(0, counts.Sum())], buffers);
        var at = 0;
        foreach (var count in counts)
        {
            var expected = Plain(numbers, [.. Enumerable.Range(0, count).Select(i => input.Skip((at + i) * Width).Take(Width).Select(x => (double)x).ToArray())]);
            for (var i = 0; i < count * Width; i++)
            {
                ((double)buffers.States[(at * Width) + i]).ShouldBe(expected[i / Width][i % Width], 0.02);
            }

            at += count;
        }
    }

    [Fact]
    public void Run_SomePiecesWanted_SameBitsAsAmongAll()
    {
        int[] counts = [70, 2, 1, 9];
        int[] wanted = [3, 4, 69, 71, 73, 81];
        var input = Filled(counts.Sum() * Width, 4);
        float[] Read(int[] which)
        {
            var buffers = new TransformerBuffers();
            buffers.Grow(counts.Sum(), counts.Max(), Width);
            input.CopyTo(buffers.States, 0);
            new TransformerLayer(Width, Numbers(Width, 5)).Run(counts, which, buffers);
            return buffers.States[..(which.Length * Width)];
        }

        var all = Read([.. Enumerable.Range(0, counts.Sum())]);
        Read(wanted).ShouldBe(wanted.SelectMany(w => all[(w * Width)..((w + 1) * Width)]));
    }

    [Fact]
    public void Norm_Row_HasMeanAndSpreadThatAreAskedFor()
    {
        var row = Filled(Width, 1);
        TransformerLayer.Norm(row, [.. Enumerable.Repeat(2f, Width), .. Enumerable.Repeat(5f, Width)]);
        row.Average().ShouldBe(5, 1e-4);
        Math.Sqrt(row.Average(x => (x - 5) * (x - 5))).ShouldBe(2, 1e-3);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.8413447)]
    [InlineData(-1, -0.1586553)]
    [InlineData(-3, -0.0040497)]
    [InlineData(10, 10)]
    [InlineData(-10, 0)]
    public void Swell_Number_ShareOfItThatLiesBelow(float x, double expected)
    {
        ((double)Curves.Swell(System.Runtime.Intrinsics.Vector256.Create(x))[0]).ShouldBe(expected, 1e-5);
    }

    internal static float[] Filled(int n, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => (float)((2 * chance.NextDouble()) - 1))];
    }

    internal static TransformerNumbers Numbers(int width, int seed)
    {
        float[] Small(int n, int more) => [.. Filled(n, seed + more).Select(x => x / MathF.Sqrt(width))];
        float[] norm = [.. Enumerable.Repeat(1f, width), .. Small(width, 9)];
        return new TransformerNumbers(Small(3 * width * width, 1), Small(3 * width, 2), Small(width * width, 3), Small(width, 4), norm, Small(4 * width * width, 5), Small(4 * width, 6), Small(4 * width * width, 7), Small(width, 8), norm);
    }

    private static double[][] Plain(TransformerNumbers n, double[][] x)
    {
        var heads = Product(x, n.Heads, n.HeadsBias);
        var heard = x.Select(_ => new double[Width]).ToArray();
        for (var head = 0; head < Width; head += Attention.HeadWidth)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var answers = heads.Select(h => Math.Exp(Enumerable.Range(head, Attention.HeadWidth).Sum(d => heads[i][d] * h[Width + d]) / Math.Sqrt(Attention.HeadWidth))).ToArray();
                for (var d = head; d < head + Attention.HeadWidth; d++)
                {
                    heard[i][d] = heads.Select((h, j) => h[(2 * Width) + d] * answers[j] / answers.Sum()).Sum();
                }
            }
        }

        var first = Norm(x, Product(heard, n.Joined, n.JoinedBias), n.FirstNorm);
        var wide = Product(first, n.Wide, n.WideBias).Select(r => r.Select(v => v * Below(v)).ToArray()).ToArray();
        return Norm(first, Product(wide, n.Narrow, n.NarrowBias), n.SecondNorm);
    }

    // The share of a normal spread below x, by its series.
    private static double Below(double x)
    {
        var (term, sum) = (x, x);
        for (var k = 1; k < 60; k++)
        {
            term *= -x * x / (2 * k);
            sum += term / ((2 * k) + 1);
        }

        return 0.5 + (sum / Math.Sqrt(2 * Math.PI));
    }

    private static double[][] Product(double[][] a, float[] b, float[] start) =>
        [.. a.Select(r => Enumerable.Range(0, start.Length).Select(c => start[c] + r.Select((v, i) => v * b[(i * start.Length) + c]).Sum()).ToArray())];

    private static double[][] Norm(double[][] x, double[][] y, float[] norm) =>
    [
        .. x.Zip(y, (a, b) =>
        {
            var sum = a.Zip(b, (p, q) => p + q).ToArray();
            var mean = sum.Average();
            var spread = Math.Sqrt(sum.Average(v => (v - mean) * (v - mean)));
            return sum.Select((v, i) => ((v - mean) / spread * norm[i]) + norm[Width + i]).ToArray();
        }),
    ];
}
