using System.Diagnostics;
using System.Text;

namespace Salient.Tests.Reading;

/// <summary>Pages and texts made to stall or break a reader. Each must be done in seconds on a slow machine, where anything but linear work would take minutes.</summary>
public sealed class HostilePageTests
{
    private const string Body = "<p>Shells fell on the market of the town on Sunday morning, the mayor said, and nobody was hurt.</p>";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Pages => new()
    {
        { "deep", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<div>", 60_000)) + Body },
        { "formatting never closed", "<html><body>" + Body + string.Concat(Enumerable.Range(0, 8_000).Select(i => $"<b id={i}><i class={i}><p>x")) },
        { "huge attribute", "<html><body>" + Body + "<div class=\"" + new string('a', 400_000) + "\">x</div>" },
        { "many attributes", "<html><body>" + Body + "<div " + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"a{i}=1 ")) + ">x</div>" },
        { "angle brackets", "<html><body>" + Body + new string('<', 300_000) },
        { "comments", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<!--", 100_000)) },
        { "scripts", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<script>", 50_000)) },
        { "entities", "<html><body>" + Body + "<p>" + string.Concat(Enumerable.Repeat("&amp;&#x41;&notanentity;&#99999999;", 12_000)) },
        { "tables", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)) },
        { "links", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<a href=x>y", 30_000)) },
        { "notes", "<html><body>" + Body + string.Concat(Enumerable.Range(0, 12_000).Select(i => $"<p>[{i % 1000}] http://example.org/{i}</p>")) },
        { "lists", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<ul><li>a", 30_000)) },
        { "selects", "<html><body>" + Body + string.Concat(Enumerable.Repeat("<select><svg><math>", 20_000)) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Read_HostilePage_EndsSoonAndKeepsTheArticle(string what, string page)
    {
        var clock = Stopwatch.StartNew();
        var report = Made.Read(Encoding.UTF8.GetBytes(page), "hostile", Records.MediaKind.Html).Report;
        clock.Elapsed.ShouldBeLessThan(Limit, what);
        report.ShouldNotBeNull(what).Text.ShouldContain("Shells fell on the market");
    }

    public static TheoryData<string, string> Texts => new()
    {
        { "one line", new string('a', 400_000) },
        { "spaces", string.Concat(Enumerable.Repeat("a ", 200_000)) },
        { "lines", string.Concat(Enumerable.Repeat("a\n", 150_000)) },
        { "comment heads", string.Concat(Enumerable.Repeat("1. Alex\nMay 3, 2022 at 4:10 pm\n", 10_000)) },
        { "comment headings", string.Concat(Enumerable.Repeat("Leave a reply\n", 30_000)) },
        { "read next", string.Concat(Enumerable.Repeat("Read next: the same story again\nthe same story again\n", 8_000)) },
        { "credits", string.Concat(Enumerable.Repeat("(Source: (Source: (Source: (AP Photo/X)\n", 10_000)) },
        { "notes", string.Concat(Enumerable.Repeat("[1] ", 100_000)) },
        { "dates", string.Concat(Enumerable.Repeat("May 3, ", 60_000)) },
        { "days of war", "On " + string.Concat(Enumerable.Repeat("day 1 of the day 2 of the ", 20_000)) },
        { "biographies", string.Concat(Enumerable.Repeat("Olha Marchuk is a columnist. Follow her on Twitter.\n", 8_000)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_HostileText_EndsSoon(string what, string text)
    {
        var clock = Stopwatch.StartNew();
        Made.Read(Encoding.UTF8.GetBytes(text), "hostile", Records.MediaKind.Text).Report.ShouldNotBeNull(what).Text.Length.ShouldBe(text.Length);
        clock.Elapsed.ShouldBeLessThan(Limit, what);
    }

    [Fact]
    public void Read_ScriptText_IsNeverRead()
    {
        var report = Made.Page("<html><body>" + Body + "<script>document.write('<p>Russian forces captured the script of the whole page today.</p>')</script><p onclick=\"x\">The second paragraph says that the market opened again on Monday.</p></body></html>");
        report.Text.ShouldNotContain("captured the script");
        report.Text.ShouldContain("opened again");
    }
}
