using Salient.Coding.Sites;
using Salient.Records;
using Salient.Training.Coding.Sites;

namespace Salient.Tests.Training;

/// <summary>What those who marked written reports take for a place is learned beside the rest, and left out of what ships.</summary>
public sealed class SiteFitTests
{
    private const string Generous = SiteReports.Marked + "generous";

    // Whoever coded by hand takes no such site; who marked the written reports takes them all.
    private static readonly SiteFit Fit = new(Hidden: 8, Seeds: 2, Rounds: 300, Penalty: 1e-4, Least: 1, Coded: 1, Threshold: 0.4);

    [Fact]
    public void Train_WithMarkers_HearsThoseWhoCodedByHand()
    {
        Chance(["near"]).ShouldBeLessThan(0.4);
        Chance(["near", Generous]).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Bare_LeavesMarkersOut_AndSumsAsBefore()
    {
        var (whole, bare) = (Fit.Train(Examples()), SiteFit.Bare(Fit.Train(Examples())));
        bare.Features.ShouldBe(["far", "near"]);
        bare.Sum(["near"], [], []).ShouldBe(whole.Sum(["near"], [], []));
        bare.Sum(["near", Generous], [], []).ShouldBe(whole.Sum(["near"], [], []));
        bare.Threshold.ShouldBe(whole.Threshold);
    }

    [Theory]
    [InlineData("/made/reports-n-25.txt", "reports-n")]
    [InlineData("alone.txt", "alone")]
    public void MarkerOf_IsTheNameBeforeItsNumber(string path, string marker) => SiteReports.MarkerOf(path).ShouldBe(marker);

    private static double Chance(string[] features) => SiteChooser.Chance(Fit.Train(Examples()).Sum(features, [], []));

    private static List<SiteExample> Examples() =>
        [.. Enumerable.Range(0, 120).Select(i => i % 2 == 0 ? Example(i, [i % 10 == 0 ? "far" : "near"], false) : Example(i, ["near", Generous], true))];

    private static SiteExample Example(int report, List<string> features, bool right) =>
        new(report, [new Site(new PlaceArgument(new TextSpan(0, 4), "Brod", "at"), 0, 0, SiteZone.Evidence, null, Kept: false)], [features], [right], right ? ["Brod"] : [], Coded: !right, "");
}
