using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Attributing;

/// <summary>Whom "the official", "the governor" stand for.</summary>
public sealed class ReferredSourceTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("A Western official said that the road was closed. The official added that the port would open.", "Western official")]
    [InlineData("A Western official said that the road was closed. The governor in exile said that the port would open.", "governor in exile")]
    [InlineData("A Western official said that the road was closed. The governor said that the port would open.", "governor")]
    public void Attribute_DefiniteNoun_IsTheLatestItFits(string text, string name)
    {
        var report = AttributingSpecs.Report(text);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!.Name.ShouldBe(name);
    }
}
