using System.Runtime.Intrinsics;
using Salient.Layers;

namespace Salient.Tests.Layers;

public sealed class CurvesTests
{
    [Fact]
    public void Exp_AnyNumber_IsThatOfMathematics()
    {
        for (var x = -80f; x < 80; x += 0.37f)
        {
            var value = (double)Curves.Exp(Vector256.Create(x))[3];
            (value / Math.Exp(x)).ShouldBe(1, 2e-6);
        }
    }

    [Theory]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(-1000f, 0)]
    [InlineData(0f, 0.5)]
    [InlineData(1000f, 1)]
    public void Gate_Extremes_StayBetweenZeroAndOne(float x, double expected) => ((double)Curves.Gate(Vector256.Create(x))[0]).ShouldBe(expected, 1e-6);
}
