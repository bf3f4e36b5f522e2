using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Attributing;

/// <summary>Through which outlet somebody speaks.</summary>
public sealed class OutletsTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("Petro Honchar, a captain, told the BBC that the bridge was closed.", "Petro Honchar", "BBC")]
    [InlineData("Petro Honchar, a captain, said in an interview with the portal Harbour that the bridge was closed.", "Petro Honchar", "Harbour")]
    [InlineData("As reported by the BBC, Petro Honchar, a captain, said that the bridge was closed.", "Petro Honchar", "BBC")]
    [InlineData("The bridge was closed, the Reuters agency reported, citing officials close to the harbour.", "officials close to the harbour", "Reuters")]
    [InlineData("The bridge was closed, according to Danish officials citing data from Ukraine.", "data from Ukraine", "Danish officials")]
    [InlineData("The bridge was closed, according to Danish officials citing data.", "Danish officials", null)]
    [InlineData("Petro Honchar, a captain, told dockers that the bridge was closed.", "Petro Honchar", null)]
    [InlineData("Petro Honchar, a captain, told Harbour Protection Agency Chief Ivan Kral that the bridge was closed.", "Petro Honchar", null)]
    [InlineData("Petro Honchar, a captain, said in comments on a BBC report that the bridge was closed.", "Petro Honchar", null)]
    public void Attribute_ToldOrCited_IsSaidThroughTheOutlet(string text, string name, string? outlet)
    {
        var said = Said(AttributingSpecs.Report(text));
        said.By!.Name.ShouldBe(name);
        said.Through?.Name.ShouldBe(outlet);
        (said.Through is null).ShouldBe(outlet is null);
    }

    [Fact]
    public void Attribute_ToldToTheReportsOwnOutlet_IsSaidToTheReport() =>
        Said(AttributingSpecs.Report("Petro Honchar, a captain, told the BBC that the bridge was closed.") with { Outlet = "BBC" }).Through.ShouldBeNull();

    private static Attribution Said(Report report) => Pipeline.Attribute(report, Pipeline.Sentences(report)).First(a => a.By is not null && a.Content.Any(c => c.Of(report.Text).Contains("bridge", StringComparison.Ordinal)));
}
