using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Layers;

namespace Salient.Training.Coding.Sites;

/// <summary>Fits the weights that choose a claim's places: features speak directly and through a few hidden units.</summary>
/// <param name="Hidden">Hidden units of one network, a multiple of 8.</param>
/// <param name="Seeds">Networks that are averaged into one.</param>
/// <param name="Rounds">Passes over the examples.</param>
/// <param name="Penalty">How much weights shrink.</param>
/// <param name="Least">How many sites must show a feature.</param>
/// <param name="Coded">How much a report coded by hand counts beside one written for training.</param>
/// <param name="Threshold">The probability from which a place is taken.</param>
internal sealed record SiteFit(int Hidden, int Seeds, int Rounds, double Penalty, int Least, double Coded, double Threshold)
{
    /// <summary>Weights for <paramref name="examples"/>; the same examples give the same weights.</summary>
    public Network Train(IReadOnlyList<SiteExample> examples) => Train([.. examples.Select(e => (e.Features, e.Right, e.Coded))]);

    /// <summary>Weights for examples of whatever is chosen among several: the features of each, which of them are right, and whether the report was coded by hand.</summary>
    public Network Train(IReadOnlyList<(List<string>[] Features, bool[] Right, bool Coded)> examples)
    {
        string[] names = [.. examples.SelectMany(e => e.Features.SelectMany(f => f)).CountBy(f => f, StringComparer.Ordinal).Where(p => p.Value >= Least).Select(p => p.Key).Order(StringComparer.Ordinal)];
        var numbers = Enumerable.Range(0, names.Length).ToDictionary(i => names[i], i => i, StringComparer.Ordinal);
        SiteLesson[] lessons = [.. examples.SelectMany(e => e.Features.Select((f, i) => new SiteLesson([.. f.Where(numbers.ContainsKey).Select(x => numbers[x]).Order()], e.Right[i], e.Coded ? (float)Coded : 1)))];
        var learners = new SiteLearner[Seeds];
        Parallel.For(0, Seeds, s =>
        {
            learners[s] = new SiteLearner(names.Length, Hidden, s + 1);
            learners[s].Learn(lessons, Rounds, (float)Penalty);
        });

        return new Network([SiteChooser.Place, Network.None], names, SiteLearner.Average(learners), Threshold);
    }

    /// <summary>The model without the features that only written reports show.</summary>
    public static Network Bare(Network model)
    {
        int[] kept = [.. Enumerable.Range(0, model.Features.Count).Where(i => !model.Features[i].StartsWith(SiteReports.Marked, StringComparison.Ordinal))];
        var w = model.Weights;
        var weights = new NetworkWeights(w.Hidden, w.Width, [.. kept.SelectMany(i => w.Lower(i).ToArray())], [.. kept.SelectMany(i => w.Direct(i).ToArray())], [], [.. Enumerable.Range(0, w.Hidden).SelectMany(i => w.Upper(i).ToArray())], w.HiddenBias.ToArray(), w.OutputBias.ToArray());
        return new Network(model.Outputs, [.. kept.Select(i => model.Features[i])], weights, model.Threshold);
    }
}

/// <summary>What one site teaches.</summary>
/// <param name="Row">Its features' numbers.</param>
/// <param name="Right">True for a place of its claim.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record SiteLesson(int[] Row, bool Right, float Weight);
