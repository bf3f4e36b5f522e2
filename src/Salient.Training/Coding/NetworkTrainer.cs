using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;

namespace Salient.Training.Coding;

/// <summary>Fits the scorer's network: one softmax over the kinds and "none", one over the acts of each kind.</summary>
/// <param name="Penalty">How much weights shrink.</param>
/// <param name="Seeds">Networks that are averaged into one.</param>
/// <param name="Rounds">Passes over the examples.</param>
/// <param name="Least">How many units must show a feature.</param>
/// <param name="Without">Kinds of features (what stands before the first colon) that are left out, for comparing.</param>
internal sealed record NetworkTrainer(double Penalty = 1e-3, int Seeds = 3, int Rounds = 12, int Least = 2, string Without = "")
{
    private const int Hidden = 48;

    /// <summary>Fits a network to <paramref name="examples"/>; the same examples give the same weights.</summary>
    public Network Train(IReadOnlyList<Example> examples, double threshold)
    {
        string[] kinds = [.. Codebook.Acts.Keys.Order(StringComparer.Ordinal)];
        ImmutableArray<string> outputs = [.. kinds, Network.None, .. kinds.SelectMany(k => Codebook.Acts[k].Select(a => k + "/" + a))];
        var names = Names(examples);
        var values = names.Select(Value).ToArray();
        var numbers = Enumerable.Range(0, names.Length).ToDictionary(i => names[i], i => i, StringComparer.Ordinal);
        Lesson[] lessons = [.. examples.Select(e => Lesson.Of(e, numbers, outputs, kinds))];
        var fits = new NetworkFit[Seeds];
        Parallel.For(0, Seeds, s =>
        {
            fits[s] = new NetworkFit(values, examples[0].Meaning.Length, Hidden, outputs, kinds.Length, s + 1);
            fits[s].Learn(lessons, Rounds, (float)Penalty);
        });

        return new Network(outputs, names, NetworkFit.Average(fits, values), threshold);
    }

    private string[] Names(IReadOnlyList<Example> examples)
    {
        var left = Without.Split(',').ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var f in examples.SelectMany(e => e.Features.Distinct(StringComparer.Ordinal)))
        {
            counts[f] = counts.GetValueOrDefault(f) + 1;
        }

        return [.. counts.Where(p => p.Value >= Least && !left.Contains(Group(p.Key))).Select(p => p.Key).Order(StringComparer.Ordinal)];
    }

    private static string Group(string name) => name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? name[..colon] : name;

    // Words of the report count less than their classes, so that likes are learned rather than words.
    private static float Value(string name) => Group(name) switch
    {
        "bias" => 2,
        "h" or "w" or "g" or "c" or "sw" or "ow" or "hprt" or "adv" => 0.5f,
        "HO" or "HS" or "tH" or "CH" or "modH" or "mH" or "negH" or "sideH" or "pC" => 0.6f,
        "byside" or "sside" or "oside" => 0.3f,
        _ => 1,
    };
}

/// <summary>What one unit teaches.</summary>
/// <param name="Row">Its features' numbers.</param>
/// <param name="Meaning">Its words' meaning.</param>
/// <param name="Kinds">The kinds of its claims; "none" where it has none.</param>
/// <param name="Acts">Their acts, as numbers of outputs.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Lesson(int[] Row, float[] Meaning, int[] Kinds, int[] Acts, float Weight)
{
    /// <summary>The lesson of <paramref name="example"/>.</summary>
    public static Lesson Of(Example example, Dictionary<string, int> numbers, ImmutableArray<string> outputs, string[] kinds)
    {
        int[] acts = [.. example.Labels.Select(l => outputs.IndexOf(l)).Where(a => a > kinds.Length).Order()];
        int[] own = [.. acts.Select(a => Array.IndexOf(kinds, outputs[a][..outputs[a].IndexOf('/', StringComparison.Ordinal)])).Distinct().Order()];
        int[] row = [.. example.Features.Distinct(StringComparer.Ordinal).Where(numbers.ContainsKey).Select(f => numbers[f]).Order()];
        return new Lesson(row, example.Meaning, own.Length == 0 ? [kinds.Length] : own, acts, (float)example.Weight);
    }
}
