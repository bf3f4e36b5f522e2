using Salient.Reading;
using Salient.Tests.House;
using Salient.Training.Measuring;

namespace Salient.Tests.Reading;

public sealed class FuzzTests
{
    private static readonly string Fuzz = Path.Combine(Repository.Root, "test", "fuzz");

    [Fact]
    public void Read_SpoiltInputs_NeverCrash()
    {
        var seeds = FuzzMeasure.Seeds([Path.Combine(Repository.Root, "samples"), Path.Combine(Fuzz, "seeds")]);
        FuzzMeasure.Fuzz(Made.Reader, new PostSplitter(Made.Rules), seeds, 1000, 7).Crashes.ShouldBeEmpty();
    }

    [Fact]
    public void Read_EarlierFindings_StayMended()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Fuzz, "findings")).Order(StringComparer.Ordinal))
        {
            Should.NotThrow(() => FuzzMeasure.Read(Made.Reader, new PostSplitter(Made.Rules), path, File.ReadAllBytes(path)), Path.GetFileName(path));
        }
    }
}
