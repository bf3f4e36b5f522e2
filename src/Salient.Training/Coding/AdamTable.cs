using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Salient.Training.Layers;

namespace Salient.Training.Coding;

/// <summary>A table of weights with what Adam remembers of each.</summary>
internal sealed class AdamTable
{
    private const float Spread = 0.15f;
    private const float Decay = 100;
    private readonly float[] gradient;
    private readonly float[] mean;
    private readonly float[] square;
    private readonly int row;

    /// <param name="rows">Rows.</param>
    /// <param name="row">Numbers a row.</param>
    /// <param name="chance">Where the weights start from; from zero where there is none.</param>
    public AdamTable(int rows, int row, Random? chance)
    {
        this.row = row;
        Rows = rows;
        Weights = new float[rows * row];
        gradient = new float[rows * row];
        mean = new float[rows * row];
        square = new float[rows * row];
        for (var i = 0; chance is not null && i < Weights.Length; i++)
        {
            Weights[i] = (float)(((chance.NextDouble() * 2) - 1) * Spread);
        }
    }

    public int Rows { get; }

    public float[] Weights { get; }

    public float[] Gradients => gradient;

    public ReadOnlySpan<float> Row(int at) => Weights.AsSpan(at * row, row);

    public Span<float> Gradient(int at) => gradient.AsSpan(at * row, row);

    public void MoveAll(float rate, float penalty, int step)
    {
        for (var r = 0; r < Rows; r++)
        {
            Move(r, rate, penalty, step);
        }
    }

    /// <summary>Moves a row against its gradient, shrinks it, and forgets the gradient.</summary>
    public void Move(int at, float rate, float penalty, int step)
    {
        var meanScale = 1 / (1 - MathF.Pow(0.9f, step));
        var squareScale = 1 / (1 - MathF.Pow(0.99f, step));
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(Weights.AsSpan(at * row, row));
        var gradients = MemoryMarshal.Cast<float, Vector256<float>>(gradient.AsSpan(at * row, row));
        var means = MemoryMarshal.Cast<float, Vector256<float>>(mean.AsSpan(at * row, row));
        var squares = MemoryMarshal.Cast<float, Vector256<float>>(square.AsSpan(at * row, row));
        for (var i = 0; i < lanes.Length; i++)
        {
            var g = gradients[i];
            means[i] = (0.9f * means[i]) + (0.1f * g);
            squares[i] = (0.99f * squares[i]) + (0.01f * (g * g));
            lanes[i] -= rate * ((meanScale * means[i] / (Vector256.Sqrt(squareScale * squares[i]) + Vector256.Create(1e-6f))) + (penalty * Decay * lanes[i]));
            gradients[i] = Vector256<float>.Zero;
        }
    }
}
