using Salient.Reconciling.Control;
using Salient.Records;

namespace Salient.Tests.Reconciling;

public sealed class RiversTests
{
    // The Tykha runs south, then bends to the west.
    private static readonly Rivers Tykha = new([("Tykha", [(50, 36), (49, 36), (48.5, 35)])], ["Tykha"]);

    [Theory]
    [InlineData(49.5, 35.5, 1)]
    [InlineData(49.5, 36.5, -1)]
    [InlineData(49.0, 35.2, 1)]
    [InlineData(48.4, 35.8, -1)]
    [InlineData(48.95, 36.02, -1)]
    public void Of_PointBesideTheRiver_TellsItsBank(double lat, double lon, int bank) => Tykha.Of(0, lat, lon).Bank.ShouldBe(bank);

    [Fact]
    public void Of_PointBesideTheRiver_TellsHowFar() => Tykha.Of(0, 49.5, 36.1).Kilometres.ShouldBe(7.2, 0.2);

    [Theory]
    [InlineData(35.9, 36.1, true)]
    [InlineData(36.1, 36.3, false)]
    public void Part_PointsOnBothBanks_AreParted(double one, double other, bool parted)
    {
        Tykha.Part((49.5, one), (49.5, other)).ShouldBe(parted);
        new Rivers([("Tykha", [(50, 36), (49, 36)])], []).Part((49.5, one), (49.5, other)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("the right bank of the Tykha River", 1)]
    [InlineData("the western bank of the Tykha", 1)]
    [InlineData("the entire left bank of the Tykha", 2)]
    [InlineData("east side of the Tykha River", 2)]
    [InlineData("a bridge over the Tykha", 0)]
    [InlineData("the mouth of the Tykha", 0)]
    [InlineData("the right bank of the Hlyboka", 0)]
    public void Find_WordsForABank_GiveItsSettlements(string words, int member)
    {
        var places = new[] { new Place(1, "West", 49.5, 35.9, PlacePrecision.Settlement, "UA", "Steppe Oblast", null, 9), new Place(2, "East", 49.5, 36.1, PlacePrecision.Settlement, "UA", "Steppe Oblast", null, 9) };
        var index = new SettlementIndex(places, Front.Data.Baseline, "ru", Tykha);
        var found = index.Banks.Find(words, 0, 49.5, 36);
        (found is { } bank ? index.Settlements[index.Within(bank)[0]].GeonameId : 0).ShouldBe(member);
        if (found is { } number)
        {
            index.Around(index.Find(member)).ShouldContain(number);
        }
    }

    [Fact]
    public void Load_LineThatIsNoCourse_IsAProblem()
    {
        var folder = Directory.CreateTempSubdirectory("waters").FullName;
        File.WriteAllText(Path.Combine(folder, "waters.tsv"), "Tykha\t49,36; nowhere\n");
        Should.Throw<ProblemException>(() => Rivers.Load(folder, [])).Problem.Code.ShouldBe("SAL0305");
        Directory.Delete(folder, true);
    }
}
