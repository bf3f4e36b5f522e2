using Salient.Locating.Importing;

namespace Salient.Tests.Locating;

public sealed class GeoNamesDumpTests
{
    [Fact]
    public void Read_SoundRow_IsTaken()
    {
        var dump = GeoNamesDump.Read("dump", [Row(1, "Lubny", 50.01, 33)]);
        dump.Refused.ShouldBeEmpty();
        dump.Rows.ShouldHaveSingleItem().Name.ShouldBe("Lubny");
    }

    [Theory]
    [InlineData("1\tLubny", "columns")]
    [InlineData("x\tLubny\tLubny\t\t50\t33\tP\tPPL\tUA\t\t18\t\t\t\t0\t\t0\tEurope/Kyiv\t2020-01-01", "no GeoNames id")]
    [InlineData("7\t\tLubny\t\t50\t33\tP\tPPL\tUA\t\t18\t\t\t\t0\t\t0\tEurope/Kyiv\t2020-01-01", "name is empty")]
    [InlineData("7\tLubny\tLubny\t\t\t33\tP\tPPL\tUA\t\t18\t\t\t\t0\t\t0\tEurope/Kyiv\t2020-01-01", "missing")]
    [InlineData("7\tLubny\tLubny\t\t0\t0\tP\tPPL\tUA\t\t18\t\t\t\t0\t\t0\tEurope/Kyiv\t2020-01-01", "stand for none")]
    [InlineData("7\tLubny\tLubny\t\t133\t50\tP\tPPL\tUA\t\t18\t\t\t\t0\t\t0\tEurope/Kyiv\t2020-01-01", "swapped")]
    [InlineData("7\tLubny\tLubny\t\t95\t200\tP\tPPL\tUA\t\t18\t\t\t\t0\t\t0\tEurope/Kyiv\t2020-01-01", "globe")]
    public void Read_BadRow_IsRefusedByLine(string row, string why)
    {
        var dump = GeoNamesDump.Read("dump", [Row(1, "Khorol", 49.8, 33.3), row]);
        dump.Rows.Length.ShouldBe(1);
        var problem = dump.Refused.ShouldHaveSingleItem();
        problem.Where.ShouldBe("dump:2");
        problem.What.ShouldContain(why);
    }

    [Fact]
    public void Read_DuplicateId_NamesTheFirstLine() =>
        GeoNamesDump.Read("dump", [Row(5, "A", 50, 33), Row(5, "B", 50, 33)]).Refused.ShouldHaveSingleItem().What.ShouldContain("line 1");

    [Fact]
    public void Read_SwappedWithinRange_IsToldByTheCountrysOtherPlaces()
    {
        var rows = Enumerable.Range(1, 100).Select(i => Row(i, $"P{i}", 46 + (i % 6), 24 + (i % 15))).Append(Row(500, "Swapped", 33.5, 49.5));
        GeoNamesDump.Read("dump", rows).Refused.ShouldHaveSingleItem().Where.ShouldBe("dump:101");
    }

    internal static string Row(int id, string name, double lat, double lon, string alternates = "") =>
        FormattableString.Invariant($"{id}\t{name}\t{name}\t{alternates}\t{lat}\t{lon}\tP\tPPL\tUA\t\t18\t\t\t\t900\t\t0\tEurope/Kyiv\t2020-01-01");
}
