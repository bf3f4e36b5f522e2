using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class BodiesTests
{
    private const string Text = "The depot was shelled. Some 40 tanks burned.";
    private static readonly ClaimPlace Brodiv = Made.Place("Brodiv", 1, 49, 36);
    private static readonly Bodies Bodies = Front.Data.Bodies;

    [Theory]
    [InlineData("ISW", "none", "the Institute for the Study of War", "none")]
    [InlineData("GUR", "ua", "Main Intelligence Directorate", "ua")]
    [InlineData("GUR", "none", "Ukraine’s military intelligence", "ua")]
    [InlineData("the General Staff", "ua", "Ukrainian General Staff", "ua")]
    [InlineData("UK MoD", "uk", "the British Ministry of Defence", "uk")]
    [InlineData("MoD", "ru", "the Russian Defence Ministry", "ru")]
    [InlineData("Intelligence Directorate", "ua", "GUR", "ua")]
    [InlineData("Petro Andryushenko", "ua", "Petro Andriushchenko", "ua")]
    [InlineData("Oleksii Gromov", "ua", "Oleksiy Hromov", "ua")]
    [InlineData("Iryna Vereschuk", "ua", "Iryna Vereshchuk", "ua")]
    public void Name_FormsOfOneBody_AreOne(string form, string side, string other, string itsSide) => Bodies.Name(form, side).ShouldBe(Bodies.Name(other, itsSide));

    [Theory]
    [InlineData("the General Staff", "ua", "the General Staff", "ru")]
    [InlineData("Petro Andryushenko", "ru", "Petro Andriushchenko", "ua")]
    [InlineData("Petro Andriyenko", "ua", "Petro Andriushchenko", "ua")]
    [InlineData("Main Intelligence Directorate", "ua", "Main Intelligence Directorate", "ru")]
    [InlineData("Ministry of Defence", "uk", "Ministry of Defence", "nato")]
    public void Name_OneFormOfTwoSides_IsTwo(string form, string side, string other, string itsSide) => Bodies.Name(form, side).ShouldNotBe(Bodies.Name(other, itsSide));

    [Theory]
    [InlineData("Russia", "soldier", true)]
    [InlineData("the Russians", "soldier", true)]
    [InlineData("Russian forces", "btg", true)]
    [InlineData("1,200 Russian servicemen", "soldier", true)]
    [InlineData("40 Russian tanks", "tank", true)]
    [InlineData("12 Russian battalion tactical groups", "btg", true)]
    [InlineData("Armed Forces of Russia", "soldier", true)]
    [InlineData("12 BTGs", "btg", true)]
    [InlineData("Russia’s 80th Brigade", "soldier", false)]
    [InlineData("the Black Sea Fleet", "soldier", false)]
    [InlineData("a column of Russian tanks", "tank", false)]
    [InlineData("a new regiment", "soldier", false)]
    public void Whole_OfASide_IsNoneOfItsUnits(string name, string counted, bool whole) => Bodies.Whole(name, "ru", counted).ShouldBe(whole);

    [Fact]
    public void Name_OfNobodyKnown_IsAsItStands() => Bodies.Name("the Ploughmen’s Union", "ua").ShouldBe("the Ploughmen’s Union");

    [Fact]
    public void Happenings_OneInstituteUnderTwoNames_IsOneOrigin()
    {
        var happening = Picture(Report("a", "The Gazette", Shelled("a", Made.Source("ISW", "think-tank", "none"))), Report("b", "Institute for the Study of War", Shelled("b"))).Happenings.ShouldHaveSingleItem();
        happening.Origins.ShouldBe(["Institute for the Study of War"]);
        happening.Reason.ShouldBe("one origin tells of it");
    }

    [Fact]
    public void Sources_OneStaffUnderTwoNames_IsOneRecord() =>
        Picture(Report("a", "The Gazette", Shelled("a", Made.Source("the General Staff", "military", "ua"))), Report("b", "The Courier", Shelled("b", Made.Source("Ukraine’s General Staff", "military", "ua"))))
            .Sources.ShouldHaveSingleItem().Claims.ShouldBe(2);

    [Fact]
    public void Figures_OneMinistryUnderTwoNames_IsOneSeriesAndNoDispute()
    {
        var picture = Picture(Report("a", "The Gazette", Tanks("a", 100, "British MoD")), Report("b", "The Courier", Tanks("b", 300, "UK Defence Ministry")));
        picture.Figures.ShouldHaveSingleItem().Points.Length.ShouldBe(2);
        picture.Disputes.ShouldBeEmpty();
    }

    private static Picture Picture(params (Report, Claim[])[] reports) => new(new MemoryLedger(reports), Front.Data, () => Front.Places);

    private static (Report, Claim[]) Report(string id, string outlet, params Claim[] claims) => (Made.Report(id, $"{Text} {outlet}", Front.Day(5, 1), outlet: outlet), claims);

    private static Claim Shelled(string report, params ClaimSource[] sources) => Made.Claim(Made.Report(report, Text), "The depot was shelled", "combat", "shelling", "ru", [.. sources], [Brodiv]);

    private static Claim Tanks(string report, double count, string ministry) => Made.Claim(
        Made.Report(report, Text), "40 tanks burned", "loss", "destroyed", "ru", [Made.Source(ministry, "government", "uk")], null,
        quantity: new Quantity(count, count, "tank", false, "exact"), category: "tank", time: new DateRange(Front.Day(2, 24), null));
}
