using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;

namespace Salient.Training.Coding;

/// <summary>Fits the scorer's weights: logistic regression for each kind, multinomial for the acts of each; squared weights are penalised.</summary>
/// <param name="Penalty">How much squared weights cost.</param>
/// <param name="Rounds">Steps of full-batch descent.</param>
/// <param name="Least">How many units must show a feature.</param>
/// <param name="Without">Kinds of features (what stands before the first colon) that are left out, for comparing.</param>
internal sealed record LogisticTrainer(double Penalty = 1.0, int Rounds = 80, int Least = 2, string Without = "")
{
    private const double Rate = 0.08;

    /// <summary>Fits a model to <paramref name="examples"/>; the same examples give the same weights.</summary>
    public LinearModel Train(IReadOnlyList<Example> examples, double threshold)
    {
        var (names, rows) = Index(examples);
        var values = names.Select(Value).ToArray();
        string[] kinds = [.. Codebook.Acts.Keys.Order(StringComparer.Ordinal)];
        var outputs = ImmutableArray.CreateBuilder<string>();
        outputs.AddRange(kinds);
        outputs.Add(LinearModel.None);
        var columns = Fit(rows, values, Kinds(examples, kinds), kinds.Length + 1);
        foreach (var kind in kinds)
        {
            outputs.AddRange(Codebook.Acts[kind].Select(a => kind + "/" + a));
            columns.AddRange(Fit(rows, values, Acts(examples, kind), Codebook.Acts[kind].Length));
        }

        return new LinearModel(outputs.ToImmutable(), Rows(names, values, columns), threshold);
    }

    // A unit with claims of several kinds is an example of each; one with none is an example of none.
    private static List<Target> Kinds(IReadOnlyList<Example> examples, string[] kinds)
    {
        var result = new List<Target>();
        for (var i = 0; i < examples.Count; i++)
        {
            int[] own = [.. examples[i].Labels.Select(l => Array.IndexOf(kinds, l[..l.IndexOf('/', StringComparison.Ordinal)])).Where(k => k >= 0).Distinct().Order()];
            foreach (var k in own.Length == 0 ? [kinds.Length] : own)
            {
                result.Add(new Target(i, k, examples[i].Weight / Math.Max(1, own.Length)));
            }
        }

        return result;
    }

    private static List<Target> Acts(IReadOnlyList<Example> examples, string kind)
    {
        var acts = Codebook.Acts[kind];
        return [.. Enumerable.Range(0, examples.Count)
            .SelectMany(i => examples[i].Labels.Where(l => l.StartsWith(kind + "/", StringComparison.Ordinal)).Select(l => new Target(i, acts.IndexOf(l[(kind.Length + 1)..]), examples[i].Weight)))
            .Where(t => t.Class >= 0)
            .OrderBy(t => t.Row).ThenBy(t => t.Class)];
    }

    // Words of the report count less than their classes, so that likes are learned rather than words.
    private static double Value(string name)
    {
        return Group(name) switch
        {
            "bias" => 2,
            "h" or "w" or "g" or "c" or "sw" or "ow" or "hprt" or "adv" => 0.5,
            "HO" or "HS" or "tH" or "CH" or "modH" or "mH" or "negH" or "sideH" or "pC" => 0.6,
            "byside" or "sside" or "oside" => 0.3,
            _ => 1,
        };
    }

    private static string Group(string name) => name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? name[..colon] : name;

    private (string[] Names, int[][] Rows) Index(IReadOnlyList<Example> examples)
    {
        var left = Without.Split(',').ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var f in examples.SelectMany(e => e.Features.Distinct(StringComparer.Ordinal)))
        {
            counts[f] = counts.GetValueOrDefault(f) + 1;
        }

        string[] names = [.. counts.Where(p => p.Value >= Least && !left.Contains(Group(p.Key))).Select(p => p.Key).Order(StringComparer.Ordinal)];
        var numbers = Enumerable.Range(0, names.Length).ToDictionary(i => names[i], i => i, StringComparer.Ordinal);
        return (names, [.. examples.Select(e => e.Features.Distinct(StringComparer.Ordinal).Where(numbers.ContainsKey).Select(f => numbers[f]).Order().ToArray())]);
    }

    // Softmax regression by full-batch steps with per-weight rates (Adam).
    private List<double[]> Fit(int[][] rows, double[] values, List<Target> targets, int classes)
    {
        var n = values.Length;
        var w = Table(classes, n);
        var m = Table(classes, n);
        var v = Table(classes, n);
        var gradient = Table(classes, n);
        var scores = new double[classes];
        for (var round = 1; round <= Rounds; round++)
        {
            for (var c = 0; c < classes; c++)
            {
                for (var j = 0; j < n; j++)
                {
                    gradient[c][j] = Penalty * w[c][j];
                }
            }

            foreach (var target in targets)
            {
                Step(rows[target.Row], values, target, w, gradient, scores);
            }

            var rate = Rate * (1 - (0.9 * round / Rounds));
            var meanScale = 1 / (1 - Math.Pow(0.9, round));
            var spreadScale = 1 / (1 - Math.Pow(0.99, round));
            for (var c = 0; c < classes; c++)
            {
                for (var j = 0; j < n; j++)
                {
                    var g = gradient[c][j];
                    m[c][j] = (0.9 * m[c][j]) + (0.1 * g);
                    v[c][j] = (0.99 * v[c][j]) + (0.01 * g * g);
                    w[c][j] -= rate * m[c][j] * meanScale / (Math.Sqrt(v[c][j] * spreadScale) + 1e-8);
                }
            }
        }

        return [.. w];
    }

    private static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    private static void Step(int[] row, double[] values, Target target, double[][] w, double[][] gradient, double[] scores)
    {
        for (var c = 0; c < scores.Length; c++)
        {
            var sum = 0.0;
            foreach (var j in row)
            {
                sum += w[c][j] * values[j];
            }

            scores[c] = sum;
        }

        var top = scores.Max();
        var total = scores.Sum(s => Math.Exp(s - top));
        for (var c = 0; c < scores.Length; c++)
        {
            var off = target.Weight * ((Math.Exp(scores[c] - top) / total) - (target.Class == c ? 1 : 0));
            if (Math.Abs(off) > 1e-4)
            {
                foreach (var j in row)
                {
                    gradient[c][j] += off * values[j];
                }
            }
        }
    }

    private static Dictionary<string, (short, float)[]> Rows(string[] names, double[] values, List<double[]> columns)
    {
        var result = new Dictionary<string, (short, float)[]>(StringComparer.Ordinal);
        for (var j = 0; j < names.Length; j++)
        {
            var row = new List<(short, float)>();
            for (var c = 0; c < columns.Count; c++)
            {
                var weight = columns[c][j] * values[j];
                if (Math.Abs(weight) >= 0.005)
                {
                    row.Add(((short)c, (float)Math.Round(weight, 3)));
                }
            }

            if (row.Count > 0)
            {
                result[names[j]] = [.. row];
            }
        }

        return result;
    }

    private readonly record struct Target(int Row, int Class, double Weight);
}
