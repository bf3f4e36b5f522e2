using System.Collections.Immutable;

namespace Salient.Coding.Scoring;

/// <summary>Weights of named features for each kind and each act: what the scorer learned, readable by people.</summary>
/// <remarks>Immutable and thread-safe. The kinds and "none" share a unit's probability by a softmax of their sums; the acts share their kind's.</remarks>
internal sealed class LinearModel
{
    /// <summary>The output that speaks for no claim.</summary>
    public const string None = "none";

    private readonly Dictionary<string, (short Output, float Weight)[]> weights;
    private readonly Dictionary<string, int> numbers;

    /// <param name="outputs">Kinds ("combat") and acts ("combat/assault"), every act's kind among them.</param>
    /// <param name="weights">Weights by feature.</param>
    /// <param name="threshold">The probability from which a kind is coded.</param>
    public LinearModel(ImmutableArray<string> outputs, Dictionary<string, (short Output, float Weight)[]> weights, double threshold)
    {
        Outputs = outputs;
        this.weights = weights;
        Threshold = threshold;
        numbers = Enumerable.Range(0, outputs.Length).ToDictionary(i => outputs[i], i => i);
        Kinds = [.. outputs.Where(o => o != None && !o.Contains('/', StringComparison.Ordinal))];
        Acts = Kinds.ToDictionary(k => k, k => outputs.Where(o => o.StartsWith(k + "/", StringComparison.Ordinal)).ToArray());
    }

    /// <summary>Kinds and acts, in the order of their numbers.</summary>
    public ImmutableArray<string> Outputs { get; }

    public ImmutableArray<string> Kinds { get; }

    /// <summary>Acts by kind, each with its kind's name before it.</summary>
    public IReadOnlyDictionary<string, string[]> Acts { get; }

    public double Threshold { get; }

    /// <summary>Features that have weights, in no order that counts.</summary>
    public IReadOnlyDictionary<string, (short Output, float Weight)[]> Weights => weights;

    public int NumberOf(string output) => numbers.TryGetValue(output, out var n) ? n : -1;

    /// <summary>Sums the weights of <paramref name="features"/>, one sum an output.</summary>
    public double[] Sum(List<string> features)
    {
        var sums = new double[Outputs.Length];
        foreach (var feature in features)
        {
            if (weights.TryGetValue(feature, out var row))
            {
                foreach (var (output, weight) in row)
                {
                    sums[output] += weight;
                }
            }
        }

        return sums;
    }

    /// <summary>How likely the unit carries a claim of each kind, in the order of <see cref="Kinds"/>; what lacks to 1 is for none.</summary>
    public double[] Probabilities(double[] sums)
    {
        var none = sums[numbers[None]];
        var top = Math.Max(none, Kinds.Max(k => sums[numbers[k]]));
        double[] powers = [.. Kinds.Select(k => Math.Exp(sums[numbers[k]] - top))];
        var total = powers.Sum() + Math.Exp(none - top);
        return [.. powers.Select(p => p / total)];
    }

    /// <summary>How the acts of <paramref name="kind"/> share its probability; sums to 1.</summary>
    public IEnumerable<(string Act, double Share)> Share(double[] sums, string kind)
    {
        var acts = Acts[kind];
        var top = acts.Max(a => sums[numbers[a]]);
        var total = acts.Sum(a => Math.Exp(sums[numbers[a]] - top));
        return acts.Select(a => (a[(kind.Length + 1)..], Math.Exp(sums[numbers[a]] - top) / total));
    }

    /// <summary>The features that speak loudest for or against <paramref name="output"/>, loudest first.</summary>
    public IEnumerable<(string Feature, double Weight)> Explain(List<string> features, string output)
    {
        var n = NumberOf(output);
        return features.Where(weights.ContainsKey)
            .Select(f => (Feature: f, Weight: (double)weights[f].FirstOrDefault(w => w.Output == n).Weight))
            .Where(p => p.Weight != 0)
            .OrderByDescending(p => Math.Abs(p.Weight))
            .ThenBy(p => p.Feature, StringComparer.Ordinal);
    }
}
