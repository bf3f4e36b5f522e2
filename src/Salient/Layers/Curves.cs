using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Salient.Layers;

/// <summary>The curves between layers, to about six digits, by the same steps on every machine.</summary>
/// <remarks>Numbers are finite here, so what processors do with others, in which they differ, does not matter.</remarks>
internal static class Curves
{
    /// <summary>The slope of a bend under zero.</summary>
    public const float Slope = 0.1f;

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        var y = Vector256.FusedMultiplyAdd(Vector256.Create(1.9875691e-4f), r, Vector256.Create(1.3981999e-3f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(8.3334519e-3f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(4.1665795e-2f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(1.6666665e-1f));
        y = Vector256.FusedMultiplyAdd(y, r, Vector256.Create(0.5f));
        y = Vector256.FusedMultiplyAdd(y * r, r, r) + Vector256<float>.One;
        return y * ((Vector256.ConvertToInt32Native(n) + Vector256.Create(127)) << 23).AsSingle();
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gate(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>x times the share of a normal spread that lies below x (GELU).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Swell(Vector256<float> x)
    {
        // Abramowitz and Stegun 7.1.26, of x over the square root of 2.
        var size = Vector256.Abs(x);
        var t = Vector256<float>.One / Vector256.FusedMultiplyAdd(size, Vector256.Create(0.3275911f * 0.70710678f), Vector256<float>.One);
        var y = Vector256.FusedMultiplyAdd(t, Vector256.Create(1.061405429f), Vector256.Create(-1.453152027f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(1.421413741f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(-0.284496736f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.254829592f));
        var tail = y * t * Exp(x * x * -0.5f) * 0.5f;
        return Vector256.MaxNative(x, Vector256<float>.Zero) - (size * tail);
    }

    /// <summary>x where it is positive, a tenth of it elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Bend(Vector256<float> x) => Vector256.MaxNative(x, x * Slope);

    /// <summary>x where it is positive, a tenth of it elsewhere.</summary>
    public static float Bend(float x) => MathF.Max(x, x * Slope);
}
