using Salient.Dating;
using Salient.Records;

namespace Salient.Tests.Dating;

public sealed class DaterTests
{
    [Fact]
    public void Find_ReportWithoutDate_ResolvesOnlyWhatIsWrittenInFull()
    {
        var found = Times.Find("Shelled yesterday and on Monday, as on March 14, 2022, the port burned.", null);
        Times.Show(found.Single(t => t.Governs is not null).Governs).ShouldBe("2022-03-14..2022-03-14");
    }

    [Theory]
    [InlineData("From June 3, the army took a dozen villages.", "2022-06-03..2022-06-20")]
    [InlineData("Footage from June 3 shows the bridge.", "2022-06-03..2022-06-03")]
    [InlineData("The decree is in force until July 31.", "-..2022-07-31")]
    [InlineData("In 2004 the league took them in. Four years later it offered them more.", "2008-01-01..2008-12-31")]
    [InlineData("Ten ships have been lost since the full-scale attack.", "2022-02-24..2022-06-20")]
    [InlineData("Ten ships have been lost since the assault on Ukraine.", "2022-02-24..2022-06-20")]
    public void Find_BoundedOrCounted_GivesItsDays(string text, string gives) =>
        Times.Show(Times.Find(text, "2022-06-20").Last().Governs).ShouldBe(gives);

    [Theory]
    [InlineData("Ten ships have been lost since the attack on the port.", "2022-06-20")]
    [InlineData("He has lived there since the war in the Donbas.", "2022-06-20")]
    [InlineData("They have armed since the start of the conflict.", "2022-02-11")]
    [InlineData("Ten ships have been lost during the fighting in Northhaven.", "2022-06-20")]
    [InlineData("Ten ships were lost in the first days of the fighting for Northhaven.", "2022-06-20")]
    [InlineData("They met on the anniversary of the invasion.", "2022-05-10")]
    public void Find_AnotherWar_GivesNoDays(string text, string date) =>
        Times.Find(text, date).ShouldAllBe(t => t.Governs == null);

    [Theory]
    [InlineData("99999999999999 days ago and 2147483647 years ago")]
    [InlineData("on 99/99/9999, on February 31, 2022, in the 99th century")]
    [InlineData("the the the early mid late of the of the - - - May May May May")]
    [InlineData("one hundred hundred hundred thousand thousand thousand years from now")]
    [InlineData("'s ' \u2019 \ud83d \ude00 \0 since since since by by")]
    public void Find_HostileText_DoesNotThrow(string text) => Should.NotThrow(() => Times.Find(text, "2022-10-04"));

    [Fact]
    public void Find_LongRunOfWords_TakesLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("since the start of the full scale Russian ", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Times.Find(text, "2022-10-04");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Load_UnknownReading_IsRefusedWithFileAndLine()
    {
        var yaml = File.ReadAllText(Path.Combine(Pipeline.DataFolder, "rules", "en", "time.yaml"))
            .Replace("as: day-shift", "as: no-such-reading", StringComparison.Ordinal);
        var problem = Should.Throw<ProblemException>(() => TimeRulesLoader.Read(new StringReader(yaml), "time.yaml")).Problem;
        problem.Code.ShouldBe("SAL0522");
        problem.Where.ShouldMatch("time.yaml:[0-9]+");
        problem.What.ShouldContain("no-such-reading");
    }

    [Fact]
    public void Load_FolderWithoutRules_IsRefused() =>
        Should.Throw<ProblemException>(() => TimeRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "samples-that-are-not"))).Problem.Code.ShouldBe("SAL0521");
}
