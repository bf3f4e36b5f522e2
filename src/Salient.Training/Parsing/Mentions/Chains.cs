using Salient.Parsing;
using Salient.Parsing.Recognising;

namespace Salient.Training.Parsing.Mentions;

/// <summary>A sentence to learn from: the rows of each word, the labels of each chain (none where nothing is known of it), and what it weighs.</summary>
internal sealed record ChainLesson(uint[][] Rows, byte[][] Labels, float Weight = 1);

/// <summary>Fits the chains: a conditional random field for each type, over shared rows.</summary>
internal static class Chains
{
    private const int Labels = Recogniser.Labels;
    private const double Dropped = 0.2;

    public static float[] Fit(IReadOnlyList<ChainLesson> lessons, int bits, int epochs, int seed)
    {
        var fit = new RowFit(bits, 0.05f, 1e-3f);
        var random = new Random(seed);
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        var types = Recogniser.Types.Length;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var o in order)
            {
                var lesson = lessons[o];
                var n = lesson.Rows.Length;
                var rows = new uint[n][];
                var scores = new float[n * types * Labels];
                for (var i = 0; i < n; i++)
                {
                    rows[i] = [.. lesson.Rows[i].Where(_ => random.NextDouble() >= Dropped)];
                    fit.Add(rows[i], scores.AsSpan(i * types * Labels, types * Labels));
                }

                for (var t = 0; t < types; t++)
                {
                    if (lesson.Labels[t].Length > 0)
                    {
                        Step(fit, rows, scores, lesson.Labels[t], t, n, types * Labels, lesson.Weight);
                    }
                }
            }
        }

        return fit.Weights;
    }

    private static void Step(RowFit fit, uint[][] rows, float[] scores, byte[] gold, int t, int n, int wide, float weight)
    {
        Span<uint> row = stackalloc uint[1];
        var before = new float[(Labels + 1) * Labels];
        for (var p = 0; p <= Labels; p++)
        {
            row[0] = Recogniser.Previous(p, fit.Bits);
            for (var l = 0; l < Labels; l++)
            {
                before[(p * Labels) + l] = l == 2 && p is 0 or Labels ? -1e4f : fit.Sum(row, (t * Labels) + l);
            }
        }

        float Own(int i, int l) => scores[(i * wide) + (t * Labels) + l];
        var ahead = new double[n * Labels];
        var back = new double[n * Labels];
        for (var i = 0; i < n; i++)
        {
            for (var l = 0; l < Labels; l++)
            {
                ahead[(i * Labels) + l] = Own(i, l) + (i == 0
                    ? before[(Labels * Labels) + l]
                    : Log(ahead[((i - 1) * Labels) + 0] + before[l], ahead[((i - 1) * Labels) + 1] + before[Labels + l], ahead[((i - 1) * Labels) + 2] + before[(2 * Labels) + l]));
            }
        }

        for (var i = n - 2; i >= 0; i--)
        {
            for (var l = 0; l < Labels; l++)
            {
                back[(i * Labels) + l] = Log(Next(i, l, 0), Next(i, l, 1), Next(i, l, 2));
            }
        }

        double Next(int i, int l, int k) => before[(l * Labels) + k] + Own(i + 1, k) + back[((i + 1) * Labels) + k];
        var total = Log(ahead[((n - 1) * Labels) + 0], ahead[((n - 1) * Labels) + 1], ahead[((n - 1) * Labels) + 2]);
        var slopes = new double[(Labels + 1) * Labels];
        for (var i = 0; i < n; i++)
        {
            for (var l = 0; l < Labels; l++)
            {
                var p = Math.Exp(ahead[(i * Labels) + l] + back[(i * Labels) + l] - total);
                var g = p - (gold[i] == l ? 1 : 0);
                if (Math.Abs(g) > 1e-4)
                {
                    fit.Move(rows[i], (t * Labels) + l, (float)g * weight);
                }

                if (i == 0)
                {
                    slopes[(Labels * Labels) + l] += g;
                    continue;
                }

                for (var q = 0; q < Labels; q++)
                {
                    var both = Math.Exp(ahead[((i - 1) * Labels) + q] + before[(q * Labels) + l] + Own(i, l) + back[(i * Labels) + l] - total);
                    slopes[(q * Labels) + l] += both - (gold[i - 1] == q && gold[i] == l ? 1 : 0);
                }
            }
        }

        for (var p = 0; p <= Labels; p++)
        {
            row[0] = Recogniser.Previous(p, fit.Bits);
            for (var l = 0; l < Labels; l++)
            {
                if (!(l == 2 && p is 0 or Labels))
                {
                    fit.Move(row, (t * Labels) + l, weight * (float)slopes[(p * Labels) + l]);
                }
            }
        }
    }

    private static double Log(double a, double b, double c)
    {
        var most = Math.Max(a, Math.Max(b, c));
        return most + Math.Log(Math.Exp(a - most) + Math.Exp(b - most) + Math.Exp(c - most));
    }
}
