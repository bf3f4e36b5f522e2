using Salient.Coding.Scoring;

namespace Salient.Training.Coding;

/// <summary>Fits the scorer's network: one softmax over the kinds and "none", one over the acts of each kind.</summary>
/// <param name="Vectors">Directions of words.</param>
/// <param name="Penalty">How much weights shrink.</param>
/// <param name="Seeds">Networks that are averaged into one.</param>
/// <param name="Rounds">Passes over the examples.</param>
/// <param name="Least">How many units must show a feature.</param>
/// <param name="Without">Kinds of features (what stands before the first colon) that are left out, for comparing.</param>
/// <param name="First">The seed of the first network; the next ones have those after it.</param>
internal sealed record NetworkTrainer(WordVectors Vectors, double Penalty = 5e-4, int Seeds = 3, int Rounds = 16, int Least = 2, string Without = "", int First = 1)
{
    private const int Hidden = 64;

    /// <summary>Fits a network to <paramref name="documents"/>; the same documents give the same weights.</summary>
    public Network Train(IReadOnlyList<Document> documents, double threshold)
    {
        var (kinds, outputs) = (ScorerOutputs.Kinds, ScorerOutputs.All);
        var names = Names([.. documents.SelectMany(d => d.Examples)]);
        var values = names.Select(FeatureValue.Of).ToArray();
        var numbers = Enumerable.Range(0, names.Length).ToDictionary(i => names[i], i => i, StringComparer.Ordinal);
        string[] rows = [.. documents.SelectMany(d => d.Shown()).CountBy(n => n, StringComparer.Ordinal).Where(p => p.Value >= Least).Select(p => p.Key).Order(StringComparer.Ordinal)];
        var shown = new WordRows(rows, Vectors);
        SentenceLesson[] lessons = [.. documents.SelectMany(d => d.Lessons(shown, e => Lesson.Of(e, numbers, outputs, kinds)))];
        var fits = new NetworkFit[Seeds];
        Parallel.For(0, Seeds, s =>
        {
            fits[s] = new NetworkFit(values, documents[0].Examples[0].Meaning.Length, Hidden, outputs, kinds.Length, rows, Vectors.Size, First + s);
            fits[s].Learn(lessons, Rounds, (float)Penalty);
        });

        return new Network(outputs, names, NetworkFit.Average(fits, values), threshold, [.. fits.Select(f => f.Reader)]);
    }

    private string[] Names(IReadOnlyList<Example> examples)
    {
        var left = Without.Split(',').ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var f in examples.SelectMany(e => e.Features.Distinct(StringComparer.Ordinal)))
        {
            counts[f] = counts.GetValueOrDefault(f) + 1;
        }

        return [.. counts.Where(p => p.Value >= Least && !left.Contains(FeatureValue.Group(p.Key))).Select(p => p.Key).Order(StringComparer.Ordinal)];
    }
}
