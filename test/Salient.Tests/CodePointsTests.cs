using Salient.Records;

namespace Salient.Tests;

public sealed class CodePointsTests
{
    [Fact]
    public void At_AfterSurrogatePair_CountsItOnce()
    {
        var points = new CodePoints("a😀b");
        points.At(0).ShouldBe(0);
        points.At(1).ShouldBe(1);
        points.At(3).ShouldBe(2);
        points.At(4).ShouldBe(3);
    }
}
