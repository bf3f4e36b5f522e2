using Salient.Measuring;
using Salient.Training.Measuring;

namespace Salient.Tests.Training;

/// <summary>What the measure of press releases reads off them; the texts are invented.</summary>
public sealed class ReleaseTests
{
    private static readonly Toll Toll = new(NumberRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));

    [Theory]
    [InlineData("The patrol killed a leader and detained several insurgents on Monday. Four suspected insurgents were detained at the farm.", 1, 4)]
    [InlineData("The patrol detained a leader. The force captured him at dawn. Another suspect was also detained.", 0, 2)]
    [InlineData("The patrol detained a leader on Monday. The security team detained the man and two additional suspects.", 0, 3)]
    [InlineData("Forces killed more than 15 insurgents during separate operations. The crew killed six insurgents near the ford.", 6, 0)]
    [InlineData("Two insurgents were killed and three suspects were detained. The detained suspects were questioned.", 2, 3)]
    [InlineData("The strike resulted in nine insurgent deaths.", 9, 0)]
    public void Read_Release_LeastNumbers(string text, int killed, int captured) => Toll.Read(text).ShouldBe((killed, captured));

    [Fact]
    public void Day_NumberBetweenTwoThatAreDated_LiesBetweenThem()
    {
        var serials = new Serials([("Release 2015-03-S-010", new DateOnly(2015, 3, 4)), ("Release 2015-03-S-030", new DateOnly(2015, 3, 10)), ("Release 2015-03-X-001", null)]);
        serials.Day("Release 2015-03-S-020, no day").ShouldBe(new DateOnly(2015, 3, 7));
        serials.Day("Release 2015-03-S-090").ShouldBe(new DateOnly(2015, 3, 10));
        serials.Day("No number").ShouldBeNull();
    }
}
