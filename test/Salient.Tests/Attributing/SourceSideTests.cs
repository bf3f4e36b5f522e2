using Salient.Tests.Specs;

namespace Salient.Tests.Attributing;

/// <summary>Of which side those are whom their region, whom they favour, or for whom they fight, places.</summary>
public sealed class SourceSideTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("Ukrainian officials said that the mill burned. Chelyabinsk Oblast officials said that the road was closed.", "ru")]
    [InlineData("Ukrainian officials said that the mill burned. The Penza regional governor said that the road was closed.", "ru")]
    [InlineData("Tula authorities said that the road was closed.", "ru")]
    [InlineData("Mykhailo Borodin, the head of Ryazan's emergency service, said that the road was closed.", "ru")]
    [InlineData("Russian officials said that the mill burned. Poltava Oblast officials said that the road was closed.", "ua")]
    [InlineData("Ukrainian officials said that the mill burned. The occupation authorities of Kursk said that the road was closed.", "ru")]
    [InlineData("A store of fuel burned in the Voronezh region, the regional governor said.", "ru")]
    [InlineData("Two people died in Belgorod. Officers were at the scene, local police said.", "ru")]
    [InlineData("Ukraine is short of shells. The road was closed, Ariane Bauer of the Halden University of Defence said.", "none")]
    [InlineData("Ukrainian officials said that the mill burned. Poland has sent ten cranes, the prime minister said.", "nato")]
    [InlineData("A pro-Russian blogger said that the road was closed.", "ru")]
    [InlineData("Pro-Ukrainian channels said that the road was closed.", "ua")]
    [InlineData("Belgorod residents said that the road was closed.", "none")]
    [InlineData("Pavel Kazanik, a commander of the Belarusian volunteer battalion, said that the road was closed.", "ua")]
    [InlineData("Pavel Kazanik, a Belarusian officer of the Kastus Kalinouski Battalion, said that the road was closed.", "ua")]
    [InlineData("A British soldier in the International Legion said that the road was closed.", "ua")]
    [InlineData("Georgian Legion commander Gia Beridze said that the road was closed.", "ua")]
    [InlineData("The fighters of the Belarusian volunteer regiment said that the road was closed.", "ua")]
    [InlineData("Pavel Kazanik, a commander of the Belarusian army, said that the road was closed.", "by")]
    [InlineData("Mark Ashe, a British officer who trains the International Legion, said that the road was closed.", "uk")]
    [InlineData("A British general said that the road was closed.", "uk")]
    public void Attribute_WhatASourceIs_TellsItsSide(string text, string side)
    {
        var report = AttributingSpecs.Report(text);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!.Side.ShouldBe(side);
    }
}
