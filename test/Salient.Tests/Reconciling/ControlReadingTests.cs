using Salient.Reconciling.Control;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class ControlReadingTests
{
    private static readonly ControlReading Reading = new(Front.Data.Policy.Wording);

    [Theory]
    [InlineData("Attackers captured Brodiv", "at")]
    [InlineData("Attackers captured Ostrivka, Lypky (a hamlet), and Brodiv", "at")]
    [InlineData("Attackers pushed in the direction of Brodiv", "toward")]
    [InlineData("Attackers moved toward Ostrivka and Brodiv", "toward")]
    [InlineData("Attackers prepare an offensive from the southeast on Brodiv", "toward")]
    [InlineData("Attackers struck out of Brodiv", "from")]
    [InlineData("Attackers assaulted trenches north of Brodiv", null)]
    [InlineData("Attackers captured the outskirts of Brodiv", null)]
    [InlineData("Attackers captured 90% of Brodiv", null)]
    [InlineData("Attackers captured large chunks of Brodiv", null)]
    [InlineData("Attackers captured Lypky in the Brodiv direction", null)]
    [InlineData("Attackers cut the Brodiv-Ostrivka highway", null)]
    [InlineData("Defend Brodiv against counterattacks", null)]
    [InlineData("Attackers moved toward Ostrivka. Defenders hold Brodiv", "at")]
    [InlineData("Attackers captured Brodiv-Station and Brodiv", "at")]
    [InlineData("Attackers captured Brodivske north of Brodiv", null)]
    public void Role_IsWhatTheWordsAboutTheNameSay(string evidence, string? role) =>
        Reading.Role(evidence, Made.Place("Brodiv", 1, 49, 36), wholly: true).ShouldBe(role);

    [Fact]
    public void Role_NameNotInTheWords_IsAsCoded() =>
        Reading.Role("Attackers captured the town", Made.Place("Brodiv", 1, 49, 36), wholly: true).ShouldBe("at");

    [Theory]
    [InlineData("the Brodiv-Lypky frontline")]
    [InlineData("the eastern outskirts of Brodiv")]
    [InlineData("Brodiv’s industrial zone")]
    [InlineData("held ground west of Brodiv")]
    public void Role_NameOfMoreThanThePlace_SaysNothingOfTheWhole(string name) =>
        Reading.Role($"Attackers captured {name}", Made.Place(name, 1, 49, 36), wholly: true).ShouldBeNull();

    [Fact]
    public void Role_NameOfTwoParts_IsOneName() => Reading.Role("Attackers captured Ivano-Brodiv", Made.Place("Ivano-Brodiv", 1, 49, 36), wholly: true).ShouldBe("at");
}
