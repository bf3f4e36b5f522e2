using System.Collections.Immutable;
using Salient.Coding.Scoring;
using Salient.Layers;
using Salient.Training.Layers;

namespace Salient.Training.Coding;

/// <summary>One network while it learns: steps of Adam over small batches, with features, meanings and hidden units left out by chance.</summary>
internal sealed class NetworkFit
{
    private const int Batch = 64;
    private const float Rate = 0.003f;
    private const float FeatureDrop = 0.4f;
    private const float MeaningDrop = 0.2f;
    private const float HiddenDrop = 0.3f;
    private const int LongestRest = 40;
    private const float LeaningWeight = 0.5f;

    private readonly Random chance;
    private readonly float[] values;
    private readonly int hidden;
    private readonly int width;
    private readonly int kinds;
    private readonly int[][] actsOf;
    private readonly int[] kindsAndNone;
    private readonly int[][] groups;
    private readonly AdamTable lower;
    private readonly AdamTable direct;
    private readonly AdamTable meaning;
    private readonly AdamTable upper;
    private readonly AdamTable hiddenBias;
    private readonly AdamTable outputBias;
    private readonly ReaderFit reader;

    /// <param name="values">How strongly each feature shows.</param>
    /// <param name="meanings">Numbers in a unit's meaning.</param>
    /// <param name="hidden">Hidden units.</param>
    /// <param name="outputs">Kinds, "none" and acts.</param>
    /// <param name="kinds">How many of them are kinds.</param>
    /// <param name="rows">Names of what words show.</param>
    /// <param name="direction">Numbers of a word's direction.</param>
    /// <param name="seed">Where chance starts.</param>
    public NetworkFit(float[] values, int meanings, int hidden, ImmutableArray<string> outputs, int kinds, string[] rows, int direction, int seed)
    {
        chance = new Random(seed);
        this.values = values;
        this.hidden = hidden;
        this.kinds = kinds;
        width = Lanes.Up(outputs.Length);
        kindsAndNone = [.. Enumerable.Range(0, kinds + 1)];
        actsOf = [.. Enumerable.Range(0, kinds).Select(k => Enumerable.Range(kinds + 1, outputs.Length - kinds - 1).Where(a => outputs[a].StartsWith(outputs[k] + "/", StringComparison.Ordinal)).ToArray())];
        groups = [.. Leanings.Groups.Select(g => g.Select(o => outputs.IndexOf(o)).ToArray())];
        lower = new AdamTable(values.Length, hidden, chance);
        direct = new AdamTable(values.Length, width, null);
        meaning = new AdamTable(meanings, hidden, chance);
        upper = new AdamTable(hidden, width, chance);
        hiddenBias = new AdamTable(1, hidden, null);
        outputBias = new AdamTable(1, width, null);
        reader = new ReaderFit(rows, direction, hidden, seed);
    }

    /// <summary>Learns from <paramref name="lessons"/>.</summary>
    public void Learn(SentenceLesson[] lessons, int rounds, float penalty)
    {
        var order = Enumerable.Range(0, lessons.Length).ToArray();
        var steps = rounds * ((lessons.Sum(l => l.Units.Length) / Batch) + 1);
        var last = new int[values.Length];
        var step = 0;
        for (var round = 0; round < rounds; round++)
        {
            chance.Shuffle(order);
            for (var from = 0; from < order.Length;)
            {
                step++;
                var batch = new List<SentenceLesson>();
                for (var units = 0; from < order.Length && units < Batch; from++)
                {
                    batch.Add(lessons[order[from]]);
                    units += lessons[order[from]].Units.Length;
                }

                var touched = new SortedSet<int>();
                var count = batch.Sum(l => l.Units.Length);
                reader.Forward(batch);
                for (var s = 0; s < batch.Count; s++)
                {
                    foreach (var lesson in batch[s].Units)
                    {
                        Teach(lesson, s, count, touched);
                    }
                }

                reader.Back();
                Move(touched, last, step, Rate * Math.Max(0.05f, 1 - ((float)step / steps)), penalty);
            }
        }
    }

    /// <summary>What this network reads sentences with.</summary>
    public SentenceReader Reader => reader.Make();

    /// <summary>The weights of one network that sums as <paramref name="fits"/> do on average.</summary>
    public static NetworkWeights Average(NetworkFit[] fits, float[] values)
    {
        var (first, n) = (fits[0], fits.Length);
        float[] Beside(Func<NetworkFit, AdamTable> table, int rows, Func<int, float> scale)
        {
            var own = first.hidden;
            var result = new float[rows * own * n];
            for (var f = 0; f < n; f++)
            {
                for (var r = 0; r < rows; r++)
                {
                    for (var j = 0; j < own; j++)
                    {
                        result[(((r * n) + f) * own) + j] = table(fits[f]).Row(r)[j] * scale(r);
                    }
                }
            }

            return result;
        }

        float[] Mean(Func<NetworkFit, AdamTable> table, int rows, Func<int, float> scale) =>
            [.. Enumerable.Range(0, rows * first.width).Select(i => fits.Sum(f => table(f).Weights[i]) / n * scale(i / first.width))];

        float[] above = [.. fits.SelectMany(f => f.upper.Weights.Select(x => x / n))];
        return new NetworkWeights(
            first.hidden * n,
            first.width,
            Beside(f => f.lower, values.Length, r => values[r]),
            Mean(f => f.direct, values.Length, r => values[r]),
            Beside(f => f.meaning, first.meaning.Rows, _ => 1),
            above,
            Beside(f => f.hiddenBias, 1, _ => 1),
            Mean(f => f.outputBias, 1, _ => 1));
    }

    private void Teach(Lesson lesson, int sentence, int count, SortedSet<int> touched)
    {
        var row = lesson.Row.Where(_ => chance.NextDouble() >= FeatureDrop).ToArray();
        var seen = Thin(lesson.Meaning);
        float[] inner = [.. hiddenBias.Row(0)], sums = [.. outputBias.Row(0)], off = new float[width], back = new float[hidden];
        foreach (var f in row)
        {
            Lanes.Add(values[f] / (1 - FeatureDrop), lower.Row(f), inner);
            Lanes.Add(values[f] / (1 - FeatureDrop), direct.Row(f), sums);
        }

        for (var i = 0; i < seen.Length; i++)
        {
            if (seen[i] != 0)
            {
                Lanes.Add(seen[i], meaning.Row(i), inner);
            }
        }

        reader.Speak(sentence, lesson.Clause, inner);
        var open = new float[hidden];
        for (var j = 0; j < hidden; j++)
        {
            open[j] = inner[j] > 0 && chance.NextDouble() >= HiddenDrop ? 1 / (1 - HiddenDrop) : 0;
            inner[j] *= open[j];
            if (inner[j] != 0)
            {
                Lanes.Add(inner[j], upper.Row(j), sums);
            }
        }

        Miss(sums, lesson, lesson.Weight / count, off);
        for (var j = 0; j < hidden; j++)
        {
            if (open[j] != 0)
            {
                back[j] = Lanes.Dot(upper.Row(j), off) * open[j];
                Lanes.Add(inner[j], off, upper.Gradient(j));
            }
        }

        reader.Hear(sentence, lesson.Clause, back);
        Lanes.Add(1, off, outputBias.Gradient(0));
        Lanes.Add(1, back, hiddenBias.Gradient(0));
        foreach (var f in row)
        {
            touched.Add(f);
            Lanes.Add(values[f] / (1 - FeatureDrop), back, lower.Gradient(f));
            Lanes.Add(values[f] / (1 - FeatureDrop), off, direct.Gradient(f));
        }

        for (var i = 0; i < seen.Length; i++)
        {
            if (seen[i] != 0)
            {
                Lanes.Add(seen[i], back, meaning.Gradient(i));
            }
        }
    }

    // Whole places of the clause are left out by chance.
    private float[] Thin(float[] full)
    {
        var size = full.Length / Meaning.Places.Count;
        var result = new float[full.Length];
        for (var p = 0; p < Meaning.Places.Count; p++)
        {
            if (chance.NextDouble() >= MeaningDrop)
            {
                for (var i = p * size; i < (p + 1) * size; i++)
                {
                    result[i] = full[i] / (1 - MeaningDrop);
                }
            }
        }

        return result;
    }

    // How far the shares are off what the lesson says.
    private void Miss(float[] sums, Lesson lesson, float weight, float[] off)
    {
        Share(sums, kindsAndNone, off, weight);
        foreach (var k in lesson.Kinds)
        {
            off[k] -= weight / lesson.Kinds.Length;
            if (k < kinds)
            {
                int[] own = [.. lesson.Acts.Where(a => Array.IndexOf(actsOf[k], a) >= 0)];
                Share(sums, actsOf[k], off, weight);
                foreach (var a in own)
                {
                    off[a] -= weight / own.Length;
                }
            }
        }

        foreach (var group in groups)
        {
            int[] own = [.. lesson.Leanings.Where(g => Array.IndexOf(group, g) >= 0)];
            if (own.Length > 0)
            {
                Share(sums, group, off, weight * LeaningWeight);
                foreach (var g in own)
                {
                    off[g] -= weight * LeaningWeight / own.Length;
                }
            }
        }
    }

    private static void Share(float[] sums, int[] outputs, float[] to, float weight)
    {
        var top = float.MinValue;
        foreach (var o in outputs)
        {
            top = Math.Max(top, sums[o]);
        }

        var total = 0f;
        foreach (var o in outputs)
        {
            total += to[o] = MathF.Exp(sums[o] - top);
        }

        foreach (var o in outputs)
        {
            to[o] *= weight / total;
        }
    }

    private void Move(SortedSet<int> touched, int[] last, int step, float rate, float penalty)
    {
        meaning.MoveAll(rate, penalty, step);
        upper.MoveAll(rate, penalty, step);
        hiddenBias.MoveAll(rate, 0, step);
        outputBias.MoveAll(rate, 0, step);
        reader.Move(rate, penalty, step);
        foreach (var f in touched)
        {
            var rest = Math.Min(LongestRest, step - last[f]);
            last[f] = step;
            lower.Move(f, rate, penalty * rest, step);
            direct.Move(f, rate, penalty * rest, step);
        }
    }
}
