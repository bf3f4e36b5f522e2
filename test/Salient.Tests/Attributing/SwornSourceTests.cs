using Salient.Tests.Specs;

namespace Salient.Tests.Attributing;

/// <summary>For which side those fight who come from a third state.</summary>
public sealed class SwornSourceTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("Pavel Kazanik, a commander of the Belarusian volunteer battalion, said that the road was closed.", "ua")]
    [InlineData("Pavel Kazanik, a Belarusian officer of the Kastus Kalinouski Battalion, said that the road was closed.", "ua")]
    [InlineData("A British soldier in the International Legion said that the road was closed.", "ua")]
    [InlineData("Georgian Legion commander Gia Beridze said that the road was closed.", "ua")]
    [InlineData("The fighters of the Belarusian volunteer regiment said that the road was closed.", "ua")]
    [InlineData("Pavel Kazanik, a commander of the Belarusian army, said that the road was closed.", "by")]
    [InlineData("Mark Ashe, a British officer who trains the International Legion, said that the road was closed.", "uk")]
    [InlineData("A British general said that the road was closed.", "uk")]
    public void Attribute_UnderArms_IsOfTheSideFoughtFor(string text, string side)
    {
        var report = AttributingSpecs.Report(text);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!.Side.ShouldBe(side);
    }
}
