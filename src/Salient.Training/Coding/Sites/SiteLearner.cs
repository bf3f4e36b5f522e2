using Salient.Coding.Scoring;
using Salient.Layers;

namespace Salient.Training.Coding.Sites;

/// <summary>One network while it learns: steps of Adam over small batches, with features left out by chance.</summary>
internal sealed class SiteLearner
{
    private const int Batch = 64;
    private const float Rate = 0.003f;
    private const float Drop = 0.3f;
    private const float Share = 1 / (1 - Drop);
    private const int LongestRest = 40;
    private static readonly int Width = Lanes.Up(2);

    private readonly Random chance;
    private readonly int hidden;
    private readonly AdamTable lower;
    private readonly AdamTable direct;
    private readonly AdamTable upper;
    private readonly AdamTable hiddenBias;
    private readonly AdamTable outputBias = new(1, Width, null);
    private readonly float[] inner;
    private readonly float[] open;
    private readonly float[] back;
    private readonly float[] sums = new float[Width];
    private readonly float[] off = new float[Width];

    /// <param name="features">How many features there are.</param>
    /// <param name="hidden">Hidden units, a multiple of 8.</param>
    /// <param name="seed">Where chance starts.</param>
    public SiteLearner(int features, int hidden, int seed)
    {
        chance = new Random(seed);
        this.hidden = hidden;
        lower = new AdamTable(features, hidden, chance);
        direct = new AdamTable(features, Width, null);
        upper = new AdamTable(hidden, Width, chance);
        hiddenBias = new AdamTable(1, hidden, null);
        (inner, open, back) = (new float[hidden], new float[hidden], new float[hidden]);
    }

    /// <summary>Learns from <paramref name="lessons"/>.</summary>
    public void Learn(SiteLesson[] lessons, int rounds, float penalty)
    {
        var last = new int[lower.Rows];
        var steps = rounds * ((lessons.Length / Batch) + 1);
        var order = Enumerable.Range(0, lessons.Length).ToArray();
        var step = 0;
        for (var round = 0; round < rounds; round++)
        {
            chance.Shuffle(order);
            for (var from = 0; from < order.Length; from += Batch)
            {
                step++;
                var touched = new SortedSet<int>();
                foreach (var at in order.AsSpan(from, Math.Min(Batch, order.Length - from)))
                {
                    Teach(lessons[at], touched);
                }

                Move(touched, last, step, Rate * Math.Max(0.05f, 1 - ((float)step / steps)), penalty);
            }
        }
    }

    /// <summary>The weights of one network that sums as <paramref name="learners"/> do on average.</summary>
    public static NetworkWeights Average(SiteLearner[] learners)
    {
        var (own, n) = (learners[0].hidden, learners.Length);
        var rows = learners[0].lower.Rows;
        var below = new float[rows * own * n];
        for (var i = 0; i < rows * n; i++)
        {
            learners[i % n].lower.Row(i / n).CopyTo(below.AsSpan(i * own, own));
        }

        float[] Mean(Func<SiteLearner, AdamTable> table) => [.. Enumerable.Range(0, table(learners[0]).Weights.Length).Select(i => learners.Sum(l => table(l).Weights[i]) / n)];
        return new NetworkWeights(own * n, Width, below, Mean(l => l.direct), [], [.. learners.SelectMany(l => l.upper.Weights.Select(x => x / n))], [.. learners.SelectMany(l => l.hiddenBias.Weights)], Mean(l => l.outputBias));
    }

    private void Teach(SiteLesson lesson, SortedSet<int> touched)
    {
        var row = lesson.Row.Where(_ => chance.NextDouble() >= Drop).ToArray();
        hiddenBias.Row(0).CopyTo(inner);
        outputBias.Row(0).CopyTo(sums);
        foreach (var f in row)
        {
            touched.Add(f);
            Lanes.Add(Share, lower.Row(f), inner);
            Lanes.Add(Share, direct.Row(f), sums);
        }

        for (var j = 0; j < hidden; j++)
        {
            open[j] = inner[j] > 0 ? 1 : 0;
            inner[j] *= open[j];
            Lanes.Add(inner[j], upper.Row(j), sums);
        }

        Array.Clear(off);
        off[0] = ((1 / (1 + MathF.Exp(sums[1] - sums[0]))) - (lesson.Right ? 1 : 0)) * lesson.Weight / Batch;
        off[1] = -off[0];
        for (var j = 0; j < hidden; j++)
        {
            back[j] = open[j] == 0 ? 0 : Lanes.Dot(upper.Row(j), off);
            Lanes.Add(inner[j], off, upper.Gradient(j));
        }

        Lanes.Add(1, off, outputBias.Gradient(0));
        Lanes.Add(1, back, hiddenBias.Gradient(0));
        foreach (var f in row)
        {
            Lanes.Add(Share, back, lower.Gradient(f));
            Lanes.Add(Share, off, direct.Gradient(f));
        }
    }

    private void Move(SortedSet<int> touched, int[] last, int step, float rate, float penalty)
    {
        upper.MoveAll(rate, penalty, step);
        hiddenBias.MoveAll(rate, 0, step);
        outputBias.MoveAll(rate, 0, step);
        foreach (var f in touched)
        {
            var rest = Math.Min(LongestRest, step - last[f]);
            last[f] = step;
            lower.Move(f, rate, penalty * rest, step);
            direct.Move(f, rate, penalty * rest, step);
        }
    }
}
