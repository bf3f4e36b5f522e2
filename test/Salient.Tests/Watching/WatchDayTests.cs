using Salient.Recording;
using Salient.Tests.Recording;
using Salient.Training.Measuring.Intake;

namespace Salient.Tests.Watching;

/// <summary>What measures the memory of the process runs by itself.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
[Trait("Category", "Slow")]
public sealed class WatchDayTests
{
    [Fact]
    public async Task Watch_SimulatedDay_KeepsMemoryFlat()
    {
        using var folder = new TemporaryFolder();
        using var ledger = Ledger.Write(folder.File("day.db"));
        var stages = new Pipeline(Pipeline.DataFolder);
        var (requests, early, late) = await WatchDayMeasure.Watch(ledger, () => stages, 5, 24, TimeSpan.FromHours(1), null);
        requests.ShouldBeGreaterThan(500);
        ledger.Reports().Length.ShouldBeGreaterThan(100);
        (late - early).ShouldBeLessThan(4L << 20);
    }
}
