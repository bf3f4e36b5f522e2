using System.Collections.Immutable;
using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>Weighs a unit for each kind and each act: every feature speaks directly, and features, meanings and readings of the sentence speak together through hidden units.</summary>
/// <remarks>
/// Immutable and thread-safe. The kinds and "none" share a unit's probability by a softmax of their sums; the acts share their kind's.
/// A hidden unit speaks only above zero, so that what each feature added to a sum can be told exactly.
/// </remarks>
internal sealed class Network
{
    /// <summary>The output that speaks for no claim.</summary>
    public const string None = "none";

    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int> rows;
    private readonly Dictionary<(string Kind, string Group), int[]> leanings;
    private readonly NetworkWeights weights;

    /// <param name="outputs">Kinds ("combat"), "none" and acts ("combat/assault"), every act's kind among them.</param>
    /// <param name="features">Names of features, in the order of their rows.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="threshold">The probability from which a kind is coded.</param>
    /// <param name="readers">What reads sentences as a whole: each speaks to its own share of the hidden units, in their order.</param>
    public Network(ImmutableArray<string> outputs, IReadOnlyList<string> features, NetworkWeights weights, double threshold, IReadOnlyList<SentenceReader>? readers = null)
    {
        Readers = readers ?? [];
        Outputs = outputs;
        Features = features;
        this.weights = weights;
        Threshold = threshold;
        numbers = Enumerable.Range(0, outputs.Length).ToDictionary(i => outputs[i], i => i, StringComparer.Ordinal);
        rows = Enumerable.Range(0, features.Count).ToDictionary(i => features[i], i => i, StringComparer.Ordinal);
        Kinds = [.. outputs.Where(o => o != None && !o.Contains('/', StringComparison.Ordinal) && !Leanings.Is(o))];
        leanings = Kinds.SelectMany(k => Leanings.Values.Select(g => ((k, g.Key), g.Value.Select(v => NumberOf(Leanings.Of(k, g.Key, v))).ToArray()))).ToDictionary(p => p.Item1, p => p.Item2);
        Acts = Kinds.ToDictionary(k => k, k => outputs.Where(o => o.StartsWith(k + "/", StringComparison.Ordinal)).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Kinds, "none" and acts, in the order of their numbers.</summary>
    public ImmutableArray<string> Outputs { get; }

    public IReadOnlyList<string> Features { get; }

    public NetworkWeights Weights => weights;

    public ImmutableArray<string> Kinds { get; }

    /// <summary>Acts by kind, each with its kind's name before it.</summary>
    public IReadOnlyDictionary<string, string[]> Acts { get; }

    public double Threshold { get; }

    /// <summary>What reads sentences as a whole.</summary>
    public IReadOnlyList<SentenceReader> Readers { get; }

    public int NumberOf(string output) => numbers.TryGetValue(output, out var n) ? n : -1;

    /// <summary>Sums what speaks for each output.</summary>
    /// <param name="features">Names of the unit's features.</param>
    /// <param name="meaning">What its words mean.</param>
    /// <param name="said">What the readers say of it to the hidden units; empty where nothing reads.</param>
    public double[] Sum(IReadOnlyList<string> features, ReadOnlySpan<float> meaning, ReadOnlySpan<float> said)
    {
        Span<float> hidden = stackalloc float[weights.Hidden];
        Span<float> sums = stackalloc float[weights.Width];
        weights.OutputBias.CopyTo(sums);
        Hidden(features, meaning, said, hidden, sums);

        for (var j = 0; j < hidden.Length; j++)
        {
            if (hidden[j] > 0)
            {
                Lanes.Add(hidden[j], weights.Upper(j), sums);
            }
        }

        var result = new double[Outputs.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = sums[i];
        }

        return result;
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
        return acts.Select(a => a[(kind.Length + 1)..]).Zip(Shares(sums, [.. acts.Select(a => numbers[a])]));
    }

    /// <summary>How likely each value of <paramref name="group"/> is for a claim of <paramref name="kind"/>, in the order of <see cref="Leanings.Values"/>; empty where the network was not taught it.</summary>
    public ImmutableArray<double> Leaning(double[] sums, string kind, string group)
    {
        var own = leanings[(kind, group)];
        return own.Contains(-1) ? [] : ImmutableArray.Create(Shares(sums, own));
    }

    // A softmax of some outputs.
    private static double[] Shares(double[] sums, int[] outputs)
    {
        var top = outputs.Max(o => sums[o]);
        double[] powers = [.. outputs.Select(o => Math.Exp(sums[o] - top))];
        var total = powers.Sum();
        return Array.ConvertAll(powers, p => p / total);
    }

    /// <summary>What each feature, meaning and place of a reading added to the sum of <paramref name="output"/>, loudest first.</summary>
    public IEnumerable<(string Feature, double Weight)> Explain(IReadOnlyList<string> features, float[] meaning, float[] said, float[][] places, string output)
    {
        var n = NumberOf(output);
        var open = new float[weights.Hidden];
        Hidden(features, meaning, said, open, []);
        for (var j = 0; j < open.Length; j++)
        {
            open[j] = open[j] > 0 ? weights.Upper(j)[n] : 0;
        }

        var result = features.Where(rows.ContainsKey)
            .Select(f => (Feature: f, Weight: (double)(weights.Direct(rows[f])[n] + Lanes.Dot(weights.Lower(rows[f]), open))))
            .Concat(Meaning.Places.Select((p, i) => (Feature: p, Weight: Spoken(meaning, open, i))))
            .Concat(Places.Names.Select((p, i) => (Feature: p, Weight: Read(places, open, i))));
        return result.Where(p => p.Weight != 0).OrderByDescending(p => Math.Abs(p.Weight)).ThenBy(p => p.Feature, StringComparer.Ordinal);
    }

    private double Spoken(float[] meaning, float[] open, int place)
    {
        var size = meaning.Length / Meaning.Places.Count;
        var sum = 0.0;
        for (var i = place * size; i < (place + 1) * size; i++)
        {
            sum += meaning[i] * Lanes.Dot(weights.Meaning(i), open);
        }

        return sum;
    }

    private double Read(float[][] places, float[] open, int place)
    {
        var sum = 0.0;
        for (var r = 0; r < places.Length; r++)
        {
            var width = Readers[r].Width;
            var share = open.AsSpan(r * Share(), Share());
            for (var i = place * width; i < (place + 1) * width; i++)
            {
                sum += places[r][i] * Lanes.Dot(Readers[r].Voice.AsSpan(i * share.Length, share.Length), share);
            }
        }

        return sum;
    }

    // The hidden units that one reader speaks to.
    private int Share() => weights.Hidden / Readers.Count;

    // Opens the hidden units; what features say directly goes to the sums, where they are wanted.
    private void Hidden(IReadOnlyList<string> features, ReadOnlySpan<float> meaning, ReadOnlySpan<float> said, Span<float> hidden, Span<float> sums)
    {
        weights.HiddenBias.CopyTo(hidden);
        foreach (var f in features)
        {
            if (rows.TryGetValue(f, out var row))
            {
                Lanes.Add(1, weights.Lower(row), hidden);
                if (!sums.IsEmpty)
                {
                    Lanes.Add(1, weights.Direct(row), sums);
                }
            }
        }

        for (var i = 0; i < meaning.Length; i++)
        {
            if (meaning[i] != 0)
            {
                Lanes.Add(meaning[i], weights.Meaning(i), hidden);
            }
        }

        if (!said.IsEmpty)
        {
            Lanes.Add(hidden, said);
        }

        for (var j = 0; j < hidden.Length; j++)
        {
            hidden[j] = Math.Max(0, hidden[j]);
        }
    }
}
