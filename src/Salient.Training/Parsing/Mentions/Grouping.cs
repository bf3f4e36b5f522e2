using System.Numerics;
using System.Runtime.InteropServices;
using Salient.Coding.Scoring;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Sorts words into groups used alike, by their directions: fine groups of words, then middle and coarse groups of those.</summary>
internal static class Grouping
{
    private const int Rounds = 12;
    private static readonly int[] Sizes = [1024, 192, 48];

    /// <summary>A line "coarse, middle, fine" for each fine group, then a line "word, fine group" for each word.</summary>
    public static string[] Lines(WordVectors vectors)
    {
        var rows = vectors.Words.Select((_, i) =>
        {
            var row = new float[vectors.Size];
            vectors.Add(i, row);
            return row;
        }).ToArray();
        var (fine, centres) = Sort(rows, Sizes[0]);
        var (middle, above) = Sort(centres, Sizes[1]);
        var (coarse, _) = Sort(above, Sizes[2]);
        return [.. middle.Select((m, f) => $"{coarse[m] + 1}\t{m + 1}\t{f + 1}"), .. vectors.Words.Select((w, i) => $"{w}\t{fine[i] + 1}")];
    }

    private static (int[] Groups, float[][] Centres) Sort(float[][] rows, int count)
    {
        // Spread over the list, so that the first centres are frequent and seldom words alike.
        var centres = Enumerable.Range(0, count).Select(k => (float[])rows[(int)((long)k * rows.Length / count)].Clone()).ToArray();
        var groups = new int[rows.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, rows.Length, i => groups[i] = Nearest(rows[i], centres));
            for (var k = 0; k < count; k++)
            {
                var sum = new float[rows[0].Length];
                for (var i = 0; i < rows.Length; i++)
                {
                    if (groups[i] == k)
                    {
                        for (var d = 0; d < sum.Length; d++)
                        {
                            sum[d] += rows[i][d];
                        }
                    }
                }

                var length = MathF.Sqrt(Dot(sum, sum));
                if (length > 0)
                {
                    centres[k] = [.. sum.Select(x => x / length)];
                }
            }
        }

        return (groups, centres);
    }

    private static int Nearest(float[] row, float[][] centres)
    {
        var best = 0;
        var most = float.NegativeInfinity;
        for (var k = 0; k < centres.Length; k++)
        {
            var score = Dot(row, centres[k]);
            (best, most) = score > most ? (k, score) : (best, most);
        }

        return best;
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = Vector4.Zero;
        var x = MemoryMarshal.Cast<float, Vector4>(a);
        var y = MemoryMarshal.Cast<float, Vector4>(b);
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum.X + sum.Y + sum.Z + sum.W;
    }
}
