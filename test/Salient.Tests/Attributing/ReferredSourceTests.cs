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
    [InlineData("Petro Honchar, the deputy minister of infrastructure, came to Kyiv. The minister said that the road was closed.", "Petro Honchar")]
    [InlineData("\"Nobody asked us,\" said the head of the delegation, Ariane Bauer. The head of the delegation added that the port would open.", "Ariane Bauer")]
    [InlineData("Olaf Scholz spoke in Berlin on Monday. The German chancellor said that tanks would come.", "Olaf Scholz")]
    [InlineData("The town may fall within days, according to the Dnister Institute of Strategy, which said that troops had held their ground only with heavy losses.", "Dnister Institute of Strategy")]
    [InlineData("Zelenskiy said that the road was closed.", "Volodymyr Zelenskiy")]
    [InlineData("Serhii Naiev came to Kyiv. Naiev said that the road was closed.", "Serhii Naiev")]
    [InlineData("The Ukrainian Energy Ministry held a briefing. The ministry said that the port would open.", "Ukrainian Energy Ministry")]
    [InlineData("Dame Caroline Ashe was uneasy. She said that the town would fall.", "Caroline Ashe")]
    [InlineData("Petro Honchar believes that the town will hold and noted that the port would open.", "Petro Honchar")]
    [InlineData("The road is closed to all traffic, Petro Honchar, the regional governor, said.", "Petro Honchar")]
    [InlineData("Hrabar: The mill will be rebuilt by autumn.\n\nThe road is closed, Olena Maria Hrabar, an analyst, said.", "Olena Maria Hrabar")]
    [InlineData("Denmark's parliament met on Monday. Its defence ministry said that the road was closed.", "Denmark's defence ministry")]
    [InlineData("Denmark is waiting for news, its infrastructure minister said.", "Denmark's infrastructure minister")]
    [InlineData("The British defence ministry on Monday said that the road was closed.", "British defence ministry")]
    [InlineData("Danish minister Ariane Bauer on Tuesday pledged that the port would open.", "Ariane Bauer")]
    [InlineData("The remarks mirror those of unnamed Russian officials to the Financial Times who noted that the mill would reopen.", "unnamed Russian officials")]
    [InlineData("Petro Honchar came to Kyiv. The Belarusian Ministry of Defence repeated its claims of an attack on the mill.", "Belarusian Ministry of Defence")]
    [InlineData("The brigade said to run short of shells.", "unnamed reports")]
    [InlineData("The ministry reported to have lost three ships.", "unnamed reports")]
    [InlineData("Norway shut the port, its coast guard said.\n\nNATO met in Brno on Monday. It declared that the road was closed.", "NATO")]
    [InlineData("“Latvia can be sure that the road will open,” Petro Honchar said.", "Petro Honchar")]
    public void Attribute_DefiniteNoun_IsTheLatestItFits(string text, string name)
    {
        var report = AttributingSpecs.Report(text);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("The DNR Territorial Defense claimed that the village had fallen.", "DNR Territorial Defense", "ru")]
    [InlineData("On Monday the Territorial Defense Force of the Donetsk People’s Republic (DNR) said that the mill was theirs.", null, "ru")]
    [InlineData("The Ukrainian General Staff said that the road was closed. Luhansk People’s Republic (LNR) Deputy Transport Minister Petro Honchar claimed that the bridge was gone.", "Petro Honchar", "ru")]
    [InlineData("The Territorial Defense said that the village had not fallen.", "Territorial Defense", "ua")]
    public void Attribute_ForceOfAParty_IsOfItsSide(string text, string? name, string side)
    {
        var report = AttributingSpecs.Report(text);
        var by = Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!;
        by.Side.ShouldBe(side, by.Name);
        (name ?? by.Name).ShouldBe(by.Name);
    }

    [Theory]
    [InlineData("Bruno Feld, the president of the Foundation for Open Harbours, said that Russia would lose.", "analyst", "none")]
    [InlineData("Bruno Feld, chief market analyst with the firm, said that Russia would lose.", "analyst", "none")]
    [InlineData("The US Deputy Minister of Defense for Harbour Affairs, Bruno Feld, said that Russia would lose.", "official", "us")]
    public void Attribute_WhatHeIsBesideHisName_TellsTypeAndSide(string text, string type, string side)
    {
        var report = AttributingSpecs.Report(text);
        var by = Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!;
        (by.Type, by.Side).ShouldBe((type, side), by.Name);
    }

    [Fact]
    public void Attribute_HeInAQuotation_IsNotWhoSpeaks()
    {
        var report = AttributingSpecs.Report("\"President Putin's aims are the same. He believes that the town will fall,\" Petro Honchar, the regional governor, said.");
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Single(a => a.Class == CueClass.Belief).By!.Name.ShouldContain("Putin");
    }

    [Theory]
    [InlineData("The ministry claimed to have shot down three drones.", "ministry")]
    [InlineData("Officials were told to leave the town.", null)]
    [InlineData("The brigade seized the mill on May 28.", null)]
    [InlineData("Officials said that the march was going according to plan.", "Officials")]
    [InlineData("No one believes that the port will open.", null)]
    [InlineData("The pressure from the street said that the port would open.", null)]
    [InlineData("Heavy fighting continues in the port, however the harbour office remains open.", null)]
    public void Attribute_ClaimsAndOrders_AreNoHearsay(string text, string? name)
    {
        var report = AttributingSpecs.Report(text);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).LastOrDefault(a => a.By is not null)?.By?.Name.ShouldBe(name);
    }
}
