using Salient.Training.Measuring.Intake;

namespace Salient.Tests.Cli;

/// <summary>The built program, killed at random moments: a few times here, five hundred times by `salient-training measure kills`.</summary>
[Trait("Category", "Slow")]
public sealed class KilledIntakeTests
{
    [Fact]
    public void AddAndWatch_KilledAtRandomMoments_LoseNothingAndDoubleNothing()
    {
        var (add, watch, wrong) = KillMeasure.Wear(Path.Combine(AppContext.BaseDirectory, "salient.dll"), (3, 3), 130, 3, null);
        wrong.ShouldBeEmpty();
        (add + watch).ShouldBe(6);
    }
}
