using Salient.Parsing;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Weights of hashed rows while they are learnt: steps shrink with what each weight has moved, small weights shrink further.</summary>
internal sealed class RowFit(int bits, float rate, float decay)
{
    private readonly float[] weights = new float[(1 << bits) + WeightTable.MaxClasses];
    private readonly float[] moved = new float[(1 << bits) + WeightTable.MaxClasses];

    public int Bits => bits;

    public float[] Weights => weights;

    public float Sum(ReadOnlySpan<uint> rows, int at)
    {
        var sum = 0f;
        foreach (var row in rows)
        {
            sum += weights[row + at];
        }

        return sum;
    }

    public void Add(ReadOnlySpan<uint> rows, Span<float> scores)
    {
        foreach (var row in rows)
        {
            var own = weights.AsSpan((int)row, scores.Length);
            for (var c = 0; c < own.Length; c++)
            {
                scores[c] += own[c];
            }
        }
    }

    public void Move(ReadOnlySpan<uint> rows, int at, float slope)
    {
        foreach (var row in rows)
        {
            var i = row + at;
            var g = slope + (decay * weights[i]);
            moved[i] += g * g;
            weights[i] -= rate * g / MathF.Sqrt(moved[i] + 1e-2f);
        }
    }
}
