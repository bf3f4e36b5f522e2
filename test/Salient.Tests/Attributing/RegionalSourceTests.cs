using Salient.Tests.Specs;

namespace Salient.Tests.Attributing;

/// <summary>Of which side those are whom only their region, or whom they favour, places.</summary>
public sealed class RegionalSourceTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("Ukrainian officials said that the mill burned. Chelyabinsk Oblast officials said that the road was closed.", "ru")]
    [InlineData("Ukrainian officials said that the mill burned. The Penza regional governor said that the road was closed.", "ru")]
    [InlineData("Tula authorities said that the road was closed.", "ru")]
    [InlineData("Mykhailo Borodin, the head of Ryazan's emergency service, said that the road was closed.", "ru")]
    [InlineData("Russian officials said that the mill burned. Poltava Oblast officials said that the road was closed.", "ua")]
    [InlineData("Ukrainian officials said that the mill burned. The occupation authorities of Kursk said that the road was closed.", "ru")]
    [InlineData("A pro-Russian blogger said that the road was closed.", "ru")]
    [InlineData("Pro-Ukrainian channels said that the road was closed.", "ua")]
    [InlineData("Belgorod residents said that the road was closed.", "none")]
    public void Attribute_RegionOrFavour_TellsTheSide(string text, string side)
    {
        var report = AttributingSpecs.Report(text);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!.Side.ShouldBe(side);
    }
}
