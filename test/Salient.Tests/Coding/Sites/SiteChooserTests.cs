using Salient.Coding.Sites;
using Salient.Records;

namespace Salient.Tests.Coding.Sites;

/// <summary>Which of several likely places stay.</summary>
public sealed class SiteChooserTests
{
    [Fact]
    public void Distinct_OfOverlapping_TheLikelierStays() =>
        SiteChooser.Distinct([(Site("the Brod region", 0), 0.9), (Site("Brod", 4), 0.6)]).Select(p => p.Argument.Name).ShouldBe(["the Brod region"]);

    [Fact]
    public void Distinct_OfOneName_OneStays() =>
        SiteChooser.Distinct([(Site("Brod", 40), 0.5), (Site("Brod", 4), 0.6)]).Single().Argument.Span.Start.ShouldBe(4);

    [Fact]
    public void Distinct_GivesThemByPosition_CarriedOnesLast() =>
        SiteChooser.Distinct([(Carried("Dubove"), 0.99), (Site("Halivka", 30), 0.9), (Site("Brod", 4), 0.4)]).Select(p => p.Argument.Name).ShouldBe(["Brod", "Halivka", "Dubove"]);

    [Fact]
    public void Chance_OfEqualSums_IsHalf() => SiteChooser.Chance([1.5, 1.5]).ShouldBe(0.5);

    private static Site Site(string name, int start) => new(new PlaceArgument(new TextSpan(start, start + name.Length), name, "at"), 0, 0, SiteZone.Evidence, null, Kept: false);

    private static Site Carried(string name) => new(new PlaceArgument(default, name, "at"), 0, 0, SiteZone.Before, null, Kept: false);
}
