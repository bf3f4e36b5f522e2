using Salient.Tests.House;
using Salient.Training.Measuring;

namespace Salient.Tests.Reading;

public sealed class FuzzTests
{
    [Fact]
    public void Read_SpoiltInputs_NeverCrash()
    {
        List<(string, byte[])> seeds =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples")).Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllBytes(f))),
            .. Acquiring.Seeds.All,
        ];
        FuzzMeasure.Fuzz(Made.Reader, seeds, 600, 7).Crashes.ShouldBeEmpty();
    }
}
