using Salient.Web.Claims;

namespace Salient.Web.Tests;

public sealed class HowFrameTests
{
    [Theory]
    [InlineData("it has no subject", "it has no subject", "")]
    [InlineData("n:obj: -0.40, mean of the clause +0.61", "", "n:obj: -0.40, mean of the clause +0.61")]
    [InlineData("for no claim: mean of the clause +0.57, len:14 -0.19", "for no claim", "mean of the clause +0.57, len:14 -0.19")]
    [InlineData("its of 'Brodiv' is of toponym, money-words", "its of 'Brodiv' is of toponym, money-words", "")]
    public void Reason_WithWeights_IsTakenApart(string reason, string why, string weights)
    {
        var frame = new HowFrame("control.taken", true, 0.9, "took", "took Brodiv", reason);
        (frame.Why, frame.Weights).ShouldBe((why, weights));
    }
}
