using Salient.Dating.Governing;
using Salient.Training.Layers;

namespace Salient.Training.Dating;

/// <summary>Weights while they are learned. Each feature has one that counts for every time, and one more for each place.</summary>
internal sealed class TimeSteps
{
    private readonly float[,] weights;
    private readonly float[,] moved;
    private readonly float rate;
    private readonly float decay;
    private readonly float drop;
    private readonly Chance chance = new();

    public TimeSteps(int features, float rate, float decay, float drop, ulong seed)
    {
        (this.rate, this.decay, this.drop) = (rate, decay, drop);
        weights = new float[features, TimeWeights.Places + 1];
        moved = new float[features, TimeWeights.Places + 1];
        chance.Seed(seed);
    }

    /// <summary>A new order of so many lessons.</summary>
    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)(chance.Next() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>One step toward <paramref name="right"/>.</summary>
    public void Take(List<Weighable> possible, int[][] shown, int right, float weight)
    {
        var kept = Array.ConvertAll(shown, f => Array.FindAll(f, _ => chance.Next() >= drop));
        var scores = new double[kept.Length];
        for (var c = 0; c < kept.Length; c++)
        {
            var place = (int)possible[c].Place;
            foreach (var f in kept[c])
            {
                scores[c] += weights[f, place] + (place == 0 ? 0 : weights[f, TimeWeights.Places]);
            }
        }

        var top = scores.Max();
        var all = scores.Sum(s => Math.Exp(s - top));
        for (var c = 0; c < kept.Length; c++)
        {
            var slope = weight * (float)((Math.Exp(scores[c] - top) / all) - (c == right ? 1 : 0));
            var place = (int)possible[c].Place;
            foreach (var f in kept[c])
            {
                Move(f, place, slope);
                if (place > 0)
                {
                    Move(f, TimeWeights.Places, slope);
                }
            }
        }
    }

    /// <summary>A feature's weights in each place.</summary>
    public float[] Row(int feature) =>
        [.. Enumerable.Range(0, TimeWeights.Places).Select(p => (weights[feature, p] + (p == 0 ? 0 : weights[feature, TimeWeights.Places])) * (1 - drop))];

    private void Move(int feature, int at, float slope)
    {
        var g = slope + (decay * weights[feature, at]);
        moved[feature, at] += g * g;
        weights[feature, at] -= rate * g / MathF.Sqrt(moved[feature, at] + 1e-2f);
    }
}
