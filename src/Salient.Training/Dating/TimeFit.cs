using Salient.Dating.Governing;

namespace Salient.Training.Dating;

/// <summary>Fits <see cref="TimeWeights"/>: a softmax over a claim's times and none, steps that shrink with what each weight has moved, the mean of several seeds. Order and chance are fixed: same lessons, same weights.</summary>
/// <param name="Rounds">Passes over the lessons.</param>
/// <param name="Rate">Step.</param>
/// <param name="Drop">The share of features that is left out by chance each time, so that none is relied on alone.</param>
/// <param name="Least">How many lessons must show a feature.</param>
/// <param name="Coded">How much a claim of a report coded by hand counts beside one written for training.</param>
/// <param name="Doubt">How much a claim without a time counts where only sentences before have one: coders often leave these out.</param>
internal sealed record TimeFit(int Rounds, float Rate, float Drop, int Least, float Coded, float Doubt)
{
    private const float Decay = 1e-4f;
    private const int Seeds = 8;

    /// <summary>The weights that fit <paramref name="lessons"/>.</summary>
    public TimeWeights Fit(IEnumerable<TimeLesson> lessons, float margin)
    {
        var usable = lessons.Where(l => l.Right >= 0 && l.Possible.Count > 1).ToArray();
        var index = usable.SelectMany(l => l.Possible.SelectMany(p => p.Shown).Distinct(StringComparer.Ordinal)).GroupBy(f => f, StringComparer.Ordinal).Where(g => g.Count() >= Least)
            .Select(g => g.Key).Order(StringComparer.Ordinal).Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i, StringComparer.Ordinal);
        var shown = usable.Select(l => l.Possible.Select(p => p.Shown.Where(index.ContainsKey).Select(n => index[n]).ToArray()).ToArray()).ToArray();
        var learned = Enumerable.Range(1, Seeds).Select(seed => Learn(usable, shown, index.Count, (ulong)seed)).ToArray();
        return new TimeWeights(index.ToDictionary(p => p.Key, p => Mean(learned, p.Value), StringComparer.Ordinal), margin);
    }

    private static float[] Mean(TimeSteps[] learned, int feature)
    {
        var rows = Array.ConvertAll(learned, l => l.Row(feature));
        return [.. Enumerable.Range(0, TimeWeights.Places).Select(p => rows.Sum(r => r[p]) / rows.Length)];
    }

    private TimeSteps Learn(TimeLesson[] usable, int[][][] shown, int features, ulong seed)
    {
        var step = new TimeSteps(features, Rate, Decay, Drop, seed);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var at in step.Order(usable.Length))
            {
                var l = usable[at];
                step.Take(l.Possible, shown[at], l.Right, (l.Coded ? Coded : 1) * (l.Right == 0 && l.Bare ? Doubt : 1));
            }
        }

        return step;
    }
}
