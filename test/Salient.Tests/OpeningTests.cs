using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests;

/// <summary>What a report is called that has no title.</summary>
public sealed class OpeningTests
{
    [Theory]
    [InlineData("The mill at Brodiv burned.", "The mill at Brodiv burned.")]
    [InlineData("The mill at Brodiv burned. The barn did not.", "The mill at Brodiv burned.")]
    [InlineData("Rain. The mill at Brodiv burned, the staff said.", "Rain. The mill at Brodiv burned, the staff said.")]
    [InlineData("The\nmill   at\tBrodiv", "The mill at Brodiv")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve, thirteen and more.", "One two three four five six seven eight nine ten eleven twelve, thirteen…")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve thirteen, and more.", "One two three four five six seven eight nine ten eleven twelve thirteen…")]
    public void Opening_OfAText_IsItsFirstSentenceOrLine(string text, string opening) => Made.Report("a", text).Opening.ShouldBe(opening);

    [Fact]
    public void Opening_OfOneEndlessWord_IsCutWithoutPartingALetter()
    {
        var opening = Made.Report("a", new string('x', 71) + "\U0001F690" + new string('y', 100)).Opening!;
        opening.ShouldBe(new string('x', 71));
    }

    [Fact]
    public void Opening_HeadingsAndSitesWordsBefore_AreNotIt()
    {
        var report = Made.Report("a", "Log in The mill burned") with
        {
            Paragraphs = [new Paragraph(new TextSpan(0, 6), ParagraphRole.Boilerplate), new Paragraph(new TextSpan(7, 22), ParagraphRole.Body)],
        };
        report.Opening.ShouldBe("The mill burned");
        (report with { Paragraphs = [] }).Opening.ShouldBeNull();
    }

    [Fact]
    public void Ledger_ReportWithoutTitle_IsCalledByItsFirstWords()
    {
        using var folder = new TemporaryFolder();
        using var ledger = Salient.Recording.Ledger.Write(folder.File("l.db"));
        var text = "Seventy-one мельниц burned at Brodiv. " + string.Join(' ', Enumerable.Repeat("More words follow.", 400));
        var (titled, untitled) = (Made.Report("a", text, new DateOnly(2022, 5, 4)), Made.Report("b", text, new DateOnly(2022, 5, 4)) with { Title = null });
        using (var batch = ledger.Begin("1", "rules"))
        {
            batch.Add("a", Made.Capture("a", text), titled, []);
            batch.Add("b", Made.Capture("b", text + " "), untitled, []);
            batch.Commit();
        }

        var headers = ledger.Reports();
        headers.Select(h => h.Opening).ShouldBe([null, "Seventy-one мельниц burned at Brodiv."]);
        Phrasing.Titled(headers[1]).ShouldBe("“Seventy-one мельниц burned at Brodiv.”");
        Phrasing.Called(headers[1]).ShouldBe("“Seventy-one мельниц burned at Brodiv.” (2022-05-04)");
        Phrasing.Called(headers[0]).ShouldBe("“Title of a”");
        Phrasing.Called(headers[1] with { Opening = null }).ShouldBe("a report of 2022-05-04 without a title");
    }
}
