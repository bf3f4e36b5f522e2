using Salient.Records;
using Salient.Web.Home;

namespace Salient.Web.Tests;

public sealed class CoverageTests
{
    private static readonly DateOnly First = new(2022, 3, 1);

    [Fact]
    public void Notes_DayWithFewReports_IsNamedWithWhatIsUsual()
    {
        var coverage = Coverage.Of(Enumerable.Range(0, 40).SelectMany(d => Enumerable.Range(0, d == 35 ? 1 : 5).Select(i => Report(d, i))));
        coverage.Notes(First.AddDays(33), First.AddDays(36)).ShouldHaveSingleItem().ShouldBe("5 Apr 2022: 1 report, usually 5.");
    }

    [Fact]
    public void Notes_BeforeFourWeeksOfReports_KnowNothingUsual() =>
        Coverage.Of(Enumerable.Range(0, 20).SelectMany(d => Enumerable.Range(0, d == 15 ? 1 : 5).Select(i => Report(d, i)))).Notes(First, First.AddDays(19)).ShouldBeEmpty();

    [Fact]
    public void Notes_OutletFallenSilent_IsNamed()
    {
        var coverage = Coverage.Of(Enumerable.Range(0, 40).SelectMany(d => (ReportHeader[])[Report(d, 0, "Steady"), Report(d < 30 ? d : 0, 1, "Lost")]));
        coverage.Notes(First.AddDays(35), First.AddDays(36)).ShouldHaveSingleItem().ShouldStartWith("No report of Lost in the 4 days up to 6 Apr 2022");
    }

    [Fact]
    public void Notes_AfterTheLastReport_SaySo() =>
        Coverage.Of([Report(0, 0)]).Notes(First.AddDays(3), First.AddDays(5)).ShouldBe(["No report is later than 1 Mar 2022."]);

    private static ReportHeader Report(int day, int i, string? outlet = null) => new(
        $"r{day}-{i}-{outlet}", null, new ReportDate(First.AddDays(day), null, null, DateBasis.Dateline, null), outlet, null, "en", null, false, "", "");
}
