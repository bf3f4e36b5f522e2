using System.Collections.Immutable;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Coding.Sites;

/// <summary>Which places claims get, with the weights that ship and without.</summary>
public sealed class ChosenPlacesTests
{
    private static readonly Pipeline Learned = new(Pipeline.DataFolder);
    private static readonly Pipeline Ruled = new(Pipeline.DataFolder, learned: false);

    [Theory]
    [InlineData("Russian forces shelled Kupiansk and Lyman on Monday.", "Kupiansk", "Lyman")]
    [InlineData("Ukrainian troops recaptured Lyman, Donetsk Oblast.", "Lyman")]
    [InlineData("Russian forces attacked Bohorodychne (about 20 km northwest of Sloviansk) on June 20.", "Bohorodychne")]
    [InlineData("Ukrainian forces crossed the river and entered Kupiansk.", "Kupiansk")]
    public void Code_NamesThePlacesThatAClaimIsAbout(string text, params string[] places) =>
        Of(Learned, text).Last(c => c.Kind is "combat" or "control" or "movement").Places.Select(p => p.Name).Where(n => char.IsUpper(n[0])).ShouldBe(places);

    [Theory]
    [InlineData("The chancellor will go to Kyiv on Friday for talks with the president.", "Kyiv")]
    [InlineData("The embassy asked its citizens to leave Belarus.", "Belarus")]
    [InlineData("Moscow wants to destabilize Georgia, the analyst said.", "Georgia")]
    public void Code_WhereSomebodyGoesOrBreaksIn_IsAPlace(string text, string place) => Of(Learned, text).ShouldContain(c => c.Places.Any(p => p.Name == place));

    [Theory]
    [InlineData("The sanctions that the bloc imposed on Moscow were widened on Monday.", "Moscow")]
    [InlineData("The ministers signed an agreement on a partnership between Kyiv and Vilnius.", "Kyiv")]
    [InlineData("The drill is meant to put pressure on the authorities in Minsk.", "Minsk")]
    [InlineData("The incident could lead to an open conflict between Poland and Russia.", "Russia")]
    [InlineData("The allies will not leave Ukraine defenceless, the chancellor promised.", "Ukraine")]
    public void Code_InTalk_APowerIsNoPlace(string text, string power)
    {
        var claims = Of(Learned, text);
        claims.ShouldNotBeEmpty();
        claims.ShouldAllBe(c => !c.Places.Any(p => p.Name.Contains(power)));
    }

    [Fact]
    public void Code_WithoutWeights_IsNearThePlaceThatTheSentenceNamedLast() =>
        Of(Ruled, "In Kupiansk the situation was tense when Russian forces launched an assault.").Where(c => c.Kind == "combat").ShouldContain(c => c.Places.Any(p => p.Name == "Kupiansk"));

    [Fact]
    public void Code_ItsPlaces_DoNotOverlap()
    {
        var claims = Of(Learned, "Russian forces shelled settlements in the northern Kharkiv Oblast, the Donbas region and the outskirts of the city of Kupiansk.");
        claims.ShouldNotBeEmpty();
        claims.ShouldAllBe(c => c.Places.Length == c.Places.Select(p => p.Name).Distinct().Count());
    }

    private static ImmutableArray<Claim> Of(Pipeline pipeline, string text) => pipeline.Code(AttributingSpecs.Report(text)).Claims;
}
