using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly int[] kindNumbers;
    private readonly Dictionary<(string Kind, string Group), int[]> leanings;
    private readonly Dictionary<string, (string[] Names, int[] Numbers)> actsOf;
    private readonly NetworkWeights weights;
    private readonly (int Width, float[] Numbers)[] voices;

    /// <param name="outputs">Kinds ("combat"), "none" and acts ("combat/assault"), every act's kind among them.</param>
    /// <param name="features">Names of features, in the order of their rows.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="threshold">The probability from which a kind is coded.</param>
    /// <param name="readers">What reads sentences as a whole: each speaks to its own share of the hidden units, in their order.</param>
    /// <param name="encoder">What reads them instead, if anything, and speaks to all hidden units.</param>
    public Network(ImmutableArray<string> outputs, IReadOnlyList<string> features, NetworkWeights weights, double threshold, IReadOnlyList<SentenceReader>? readers = null, EncoderVoice? encoder = null)
    {
        Readers = readers ?? [];
        Encoder = encoder;
        voices = encoder is null ? [.. Readers.Select(r => (r.Width, r.Voice))] : [(encoder.Encoder.Width, encoder.Numbers)];
        Outputs = outputs;
        Features = features;
        this.weights = weights;
        Threshold = threshold;
        numbers = Enumerable.Range(0, outputs.Length).ToDictionary(i => outputs[i], i => i, StringComparer.Ordinal);
        Table = new FeatureTable(features);
        Kinds = [.. outputs.Where(o => o != None && !o.Contains('/', StringComparison.Ordinal) && !Leanings.Is(o))];
        kindNumbers = [.. Kinds.Select(k => numbers[k])];
        leanings = Kinds.SelectMany(k => Leanings.Values.Select(g => ((k, g.Key), g.Value.Select(v => NumberOf(Leanings.Of(k, g.Key, v))).ToArray()))).ToDictionary(p => p.Item1, p => p.Item2);
        Acts = Kinds.ToDictionary(k => k, k => outputs.Where(o => o.StartsWith(k + "/", StringComparison.Ordinal)).ToArray(), StringComparer.Ordinal);
        actsOf = Acts.ToDictionary(a => a.Key, a => (Array.ConvertAll(a.Value, n => n[(a.Key.Length + 1)..]), Array.ConvertAll(a.Value, n => numbers[n])), StringComparer.Ordinal);
    }

    /// <summary>Kinds, "none" and acts, in the order of their numbers.</summary>
    public ImmutableArray<string> Outputs { get; }

    public IReadOnlyList<string> Features { get; }

    /// <summary>The rows of the features.</summary>
    public FeatureTable Table { get; }

    public NetworkWeights Weights => weights;

    public ImmutableArray<string> Kinds { get; }

    /// <summary>Acts by kind, each with its kind's name before it.</summary>
    public IReadOnlyDictionary<string, string[]> Acts { get; }

    public double Threshold { get; }

    /// <summary>What reads sentences as a whole.</summary>
    public IReadOnlyList<SentenceReader> Readers { get; }

    /// <summary>What reads sentences in their place; null where nothing does.</summary>
    public EncoderVoice? Encoder { get; }

    public int NumberOf(string output) => numbers.TryGetValue(output, out var n) ? n : -1;

    /// <summary>Sums what speaks for each output of one unit, its features given by name.</summary>
    public double[] Sum(IReadOnlyList<string> features, ReadOnlySpan<float> meaning, ReadOnlySpan<float> said) => Sum([FeatureList.Of(Table, features)], meaning, said)[0];

    /// <summary>Sums what speaks for each output of some units.</summary>
    /// <param name="features">For each unit its features.</param>
    /// <param name="meaning">Units x numbers: what their words mean.</param>
    /// <param name="said">Units x hidden units: what the readers say of them; empty where nothing reads.</param>
    public double[][] Sum(IReadOnlyList<FeatureList> features, ReadOnlySpan<float> meaning, ReadOnlySpan<float> said)
    {
        var hidden = ArrayPool<float>.Shared.Rent(features.Count * weights.Hidden);
        Open(features, meaning, said, hidden);
        Span<float> sums = stackalloc float[weights.Width];
        var result = new double[features.Count][];
        for (var u = 0; u < result.Length; u++)
        {
            weights.OutputBias.CopyTo(sums);
            Lanes.Add(sums, weights.Directs, features[u].Rows);

            var open = hidden.AsSpan(u * weights.Hidden, weights.Hidden);
            for (var j = 0; j < open.Length; j++)
            {
                if (open[j] > 0)
                {
                    Lanes.Add(open[j], weights.Upper(j), sums);
                }
            }

            var own = result[u] = new double[Outputs.Length];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = sums[i];
            }
        }

        ArrayPool<float>.Shared.Return(hidden);
        return result;
    }

    /// <summary>How likely the unit carries a claim of each kind, in the order of <see cref="Kinds"/>; what lacks to 1 is for none.</summary>
    public double[] Probabilities(double[] sums)
    {
        var none = sums[numbers[None]];
        var top = none;
        foreach (var n in kindNumbers)
        {
            top = Math.Max(top, sums[n]);
        }

        var powers = new double[kindNumbers.Length];
        var total = 0.0;
        for (var k = 0; k < powers.Length; k++)
        {
            powers[k] = Math.Exp(sums[kindNumbers[k]] - top);
            total += powers[k];
        }

        total += Math.Exp(none - top);
        foreach (ref var p in powers.AsSpan())
        {
            p /= total;
        }

        return powers;
    }

    /// <summary>How the acts of <paramref name="kind"/> share its probability; sums to 1.</summary>
    public IEnumerable<(string Act, double Share)> Share(double[] sums, string kind)
    {
        var (acts, own) = actsOf[kind];
        return acts.Zip(Shares(sums, own));
    }

    /// <summary>How likely each value of <paramref name="group"/> is for a claim of <paramref name="kind"/>, in the order of <see cref="Leanings.Values"/>; empty where the network was not taught it.</summary>
    public ImmutableArray<double> Leaning(double[] sums, string kind, string group)
    {
        var own = leanings[(kind, group)];
        return own.Contains(-1) ? [] : ImmutableCollectionsMarshal.AsImmutableArray(Shares(sums, own));
    }

    // A softmax of some outputs.
    private static double[] Shares(double[] sums, int[] outputs)
    {
        var top = double.NegativeInfinity;
        foreach (var o in outputs)
        {
            top = Math.Max(top, sums[o]);
        }

        var shares = new double[outputs.Length];
        var total = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Exp(sums[outputs[i]] - top);
            total += shares[i];
        }

        foreach (ref var share in shares.AsSpan())
        {
            share /= total;
        }

        return shares;
    }

    /// <summary>What each feature, meaning and place of a reading added to the sum of <paramref name="output"/>, loudest first.</summary>
    public IEnumerable<(string Feature, double Weight)> Explain(IReadOnlyList<string> features, float[] meaning, float[] said, float[][] places, string output)
    {
        var n = NumberOf(output);
        var open = new float[weights.Hidden];
        Open([FeatureList.Of(Table, features)], meaning, said, open);
        for (var j = 0; j < open.Length; j++)
        {
            open[j] = open[j] > 0 ? weights.Upper(j)[n] : 0;
        }

        var result = features.Select(f => (Feature: f, Row: Table.Find(f))).Where(f => f.Row >= 0)
            .Select(f => (f.Feature, Weight: (double)(weights.Direct(f.Row)[n] + Lanes.Dot(weights.Lower(f.Row), open))))
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
            var (width, numbers) = voices[r];
            var share = open.AsSpan(r * Share(), Share());
            for (var i = place * width; i < (place + 1) * width; i++)
            {
                sum += places[r][i] * Lanes.Dot(numbers.AsSpan(i * share.Length, share.Length), share);
            }
        }

        return sum;
    }

    // The hidden units that one reader speaks to.
    private int Share() => weights.Hidden / voices.Length;

    // Opens the hidden units of some units.
    private void Open(IReadOnlyList<FeatureList> features, ReadOnlySpan<float> meaning, ReadOnlySpan<float> said, Span<float> hidden)
    {
        var (count, width) = (features.Count, weights.Hidden);
        for (var u = 0; u < count; u++)
        {
            var open = hidden.Slice(u * width, width);
            weights.HiddenBias.CopyTo(open);
            Lanes.Add(open, weights.Lowers, features[u].Rows);
        }

        var size = count == 0 ? 0 : meaning.Length / count;
        Products.Multiply(meaning, size, weights.Meanings, hidden, width, count, size, width, add: true);
        hidden = hidden[..(count * width)];
        if (!said.IsEmpty)
        {
            Lanes.Add(hidden, said);
        }

        Lanes.Rectify(hidden);
    }
}
