using Salient.Records;

namespace Salient.Tests.Locating;

public sealed class LocatorTests
{
    [Fact]
    public void Locate_AnyText_GivesSpansInOrderWithoutOverlap()
    {
        const string Text = "KYIV - The U.S. envoy went from Lviv to Kharkiv's Saltivka district, then to Nova Kakhovka, Kakhovka and the Kakhovka Reservoir.";
        var locations = LocatingFixture.Locator.Locate(LocatingFixture.Report(Text), []);
        locations.Length.ShouldBeGreaterThan(4);
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i].Span.Of(Text).ShouldBe(locations[i].Name);
            if (i > 0)
            {
                locations[i].Span.Start.ShouldBeGreaterThanOrEqualTo(locations[i - 1].Span.End);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("''''''’’’’----....")]
    [InlineData("\uD83D\uDE00 \uD800 Kyiv\uDC00")]
    [InlineData("5 km south of")]
    [InlineData("of of of the the Oblast oblast Region")]
    public void Locate_HostileText_DoesNotThrow(string text) =>
        LocatingFixture.Locator.Locate(LocatingFixture.Report(text), []).Length.ShouldBeLessThan(3);

    [Fact]
    public void Locate_LongWordsAndRuns_EndsInTime()
    {
        var text = new string('K', 200_000) + " " + string.Concat(Enumerable.Repeat("Velyka Nova-", 20_000));
        LocatingFixture.Locator.Locate(LocatingFixture.Report(text), []).ShouldNotBeNull<object>();
    }

    [Theory]
    [InlineData("The guns fell silent along Poland’s line in Lutsk.", "Poland’s line in Lutsk", "Lutsk")]
    [InlineData("The guns fell silent along Poland's line in Ukraine.", "Poland's line in Ukraine", "Ukraine")]
    [InlineData("The guns fell silent in Poland’s forests.", "Poland’s forests", "Poland")]
    public void Place_OfAnOwnerAndAPlace_IsThePlace(string text, string argument, string place)
    {
        var locations = LocatingFixture.Locator.Locate(LocatingFixture.Report(text), []);
        var start = text.IndexOf(argument, StringComparison.Ordinal);
        var span = new TextSpan(start, start + argument.Length);
        Salient.Locating.Locator.Explain(new PlaceArgument(span, argument, "at"), locations)!.Place!.Name.ShouldBe(place);
    }

    [Fact]
    public void Place_ExactSpan_TakesThatLocation()
    {
        const string Text = "Drones hit Lviv and Lutsk in Ukraine.";
        var locations = LocatingFixture.Locator.Locate(LocatingFixture.Report(Text), []);
        var place = LocatingFixture.Locator.Place(new PlaceArgument(new TextSpan(20, 25), "Lutsk", "at"), locations);
        place.GeonameId.ShouldBe(702569);
        place.Precision.ShouldBe(PlacePrecision.Settlement);
    }

    [Fact]
    public void Place_CarriedOver_TakesTheSameNameElsewhere()
    {
        var locations = LocatingFixture.Locator.Locate(LocatingFixture.Report("Drones hit Lutsk in Ukraine."), []);
        LocatingFixture.Locator.Place(new PlaceArgument(new TextSpan(0, 0), "the Lutsk", "at"), locations).GeonameId.ShouldBe(702569);
    }

    [Fact]
    public void Place_UnknownName_IsUnlocated()
    {
        var place = LocatingFixture.Locator.Place(new PlaceArgument(new TextSpan(0, 0), "the bridge", "near"), []);
        (place.Lat, place.Lon, place.Precision).ShouldBe((null, null, PlacePrecision.None));
    }
}
