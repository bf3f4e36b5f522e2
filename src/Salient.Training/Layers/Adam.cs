using System.Numerics;

namespace Salient.Training.Layers;

/// <summary>Steps down the slope (Kingma and Ba 2015); rows of tables that a batch did not touch stay as they are.</summary>
internal sealed class Adam(int size)
{
    private const float First = 0.9f;
    private const float Second = 0.98f;
    private const float Tiny = 1e-8f;
    private readonly float[] mean = new float[size];
    private readonly float[] square = new float[size];
    private float firstLeft = 1;
    private float secondLeft = 1;

    /// <summary>Begins the next step.</summary>
    public void Next()
    {
        firstLeft *= First;
        secondLeft *= Second;
    }

    /// <summary>Moves the numbers from <paramref name="from"/> on, and clears their gradients.</summary>
    public void Step(float[] weights, float[] gradient, int from, int count, float rate)
    {
        var scale = rate / (1 - firstLeft);
        var root = 1 / MathF.Sqrt(1 - secondLeft);
        var end = from + count;
        var i = from;
        var lanes = Vector<float>.Count;
        for (; i + lanes <= end; i += lanes)
        {
            var g = new Vector<float>(gradient, i);
            var m = (new Vector<float>(mean, i) * First) + (g * (1 - First));
            var v = (new Vector<float>(square, i) * Second) + (g * g * (1 - Second));
            m.CopyTo(mean, i);
            v.CopyTo(square, i);
            (new Vector<float>(weights, i) - (m * scale / ((Vector.SquareRoot(v) * root) + new Vector<float>(Tiny)))).CopyTo(weights, i);
            Vector<float>.Zero.CopyTo(gradient, i);
        }

        for (; i < end; i++)
        {
            var g = gradient[i];
            mean[i] = (mean[i] * First) + (g * (1 - First));
            square[i] = (square[i] * Second) + (g * g * (1 - Second));
            weights[i] -= mean[i] * scale / ((MathF.Sqrt(square[i]) * root) + Tiny);
            gradient[i] = 0;
        }
    }
}
