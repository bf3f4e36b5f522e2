using Salient.Reconciling.Control;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class SideReadingTests
{
    private static readonly SideReading Reading = new(Front.Data.Policy.Wording);
    private static readonly Salient.Records.ClaimPlace Brodiv = Made.Place("Brodiv", 1, 49, 36);

    [Theory]
    [InlineData("Ukrainian forces either retook the villages or Russian forces withdrew from Brodiv", "ru")]
    [InlineData("Russian sources said that Ukrainian troops left Brodiv", "ua")]
    [InlineData("Ukraine hailed the withdrawal of Russian troops from Brodiv", "ru")]
    [InlineData("after Russia’s retreat from Brodiv", "ru")]
    [InlineData("Ukrainian gunners fired. Russian units abandoned Brodiv", "ru")]
    [InlineData("the two battalions withdrew from Brodiv", null)]
    public void Leaver_IsWhoTheWordsNameLast(string evidence, string? side) => Reading.Leaver(evidence, Brodiv).ShouldBe(side);

    [Theory]
    [InlineData("Ukrainian officials confirmed that Russian forces took full control of Brodiv", "ru")]
    [InlineData("Russian sources said that Ukrainian troops have reportedly retaken Brodiv", "ua")]
    [InlineData("Russian forces beat off Ukrainian attacks and took Brodiv", null)]
    [InlineData("the defenders took Brodiv", null)]
    public void Taker_IsWhoStandsBesideTheTaking(string evidence, string? side) => Reading.Taker(evidence, Brodiv).ShouldBe(side);

    [Theory]
    [InlineData("troops will assault Russian-held Brodiv", "ru")]
    [InlineData("guns fired from Ukrainian-controlled Lypky and Brodiv", "ua")]
    [InlineData("troops long held Brodiv", null)]
    public void Holder_IsNamedBeforeThePlace(string evidence, string? side) => Reading.Holder(evidence, Brodiv).ShouldBe(side);

    [Theory]
    [InlineData("officials met in occupied Brodiv", true)]
    [InlineData("occupied Lypky and Brodiv would be joined", true)]
    [InlineData("Russian-occupied Brodiv", true)]
    [InlineData("Russian forces occupied Brodiv", false)]
    [InlineData("Forces have occupied Brodiv", false)]
    public void Territory_IsWhatIsToldFromTheRest(string evidence, bool territory) => Reading.Territory(evidence, Brodiv).ShouldBe(territory);
}
