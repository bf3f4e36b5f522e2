using System.Text;
using Salient.Acquiring;
using Salient.Records;

namespace Salient.Tests.Acquiring;

public sealed class PagedArticleTests
{
    private static Uri? Next(string link, string start = "https://example.org/story", int number = 1) =>
        PagedArticle.Next(Encoding.UTF8.GetBytes($"<html><head>{link}</head>"), new Uri(start), new Uri(start), number);

    [Theory]
    [InlineData("<link rel=\"next\" href=\"/story/2\">")]
    [InlineData("<a class=x href='/story?page=2' rel='nofollow next'>More</a>")]
    [InlineData("<link href=https://example.org/story/page/2 rel=next>")]
    public void Next_SameArticle_IsFollowed(string link) => Next(link).ShouldNotBeNull();

    [Theory]
    [InlineData("<link rel=\"next\" href=\"/another-story\">")]
    [InlineData("<link rel=\"next\" href=\"/story/3\">")]
    [InlineData("<link rel=\"next\" href=\"https://elsewhere.org/story/2\">")]
    [InlineData("<link rel=\"next\" href=\"file:///story/2\">")]
    [InlineData("<link rel=\"prev\" href=\"/story/2\">")]
    [InlineData("<a href=\"/story/2\">next</a>")]
    public void Next_AnythingElse_IsNot(string link) => Next(link).ShouldBeNull();

    [Fact]
    public async Task Join_ThreePages_AreOneReportWithOneTitle()
    {
        static string Page(int n, string body) => $"<html><head><title>Long march - Courier</title>{(n < 3 ? $"<link rel=next href=/story/{n + 1}>" : "")}</head><body><nav><a href=/>Home</a></nav><article><h1>Long march</h1>{body}</article><p>Copyright 2022 Courier.</p></body></html>";
        var pages = new Dictionary<string, string>
        {
            ["/story"] = Page(1, "<p>The column left the town at dawn on Monday, a driver of the second company said.</p><p>Nobody in it knew where the road would end that night.</p>"),
            ["/story/2"] = Page(2, "<p>At noon it stood before the bridge, which the engineers had blown up the day before.</p>"),
            ["/story/3"] = Page(3, "<p>By night the guns were across, the driver said, and so was he.</p>"),
        };
        WebAnswer Answer(string address) => new(new Uri(address), 200, null) { Bytes = Encoding.UTF8.GetBytes(pages[new Uri(address).AbsolutePath]), MediaType = "text/html" };
        var whole = await PagedArticle.Join(Answer("https://example.org/story"), a => Task.FromResult(Answer(a)));
        var report = Reading.Made.Reader.Read(WebContent.Take("https://example.org/story", whole, new AcquireOptions()).Single().Capture!).Report!;
        report.Title.ShouldBe("Long march");
        report.Paragraphs.Where(p => p.Role == ParagraphRole.Body).Select(p => p.Span.Of(report.Text)[..12]).ShouldBe(["The column l", "Nobody in it", "At noon it s", "By night the"]);
    }

    [Fact]
    public async Task Join_PagesWithoutEnd_AreBounded()
    {
        var asked = 0;
        WebAnswer Answer(int n) => new(new Uri($"https://example.org/s{(n > 1 ? "/" + n : "")}"), 200, null) { Bytes = Encoding.UTF8.GetBytes($"<link rel=next href=/s/{n + 1}><p>x</p>") };
        await PagedArticle.Join(Answer(1), a => Task.FromResult(Answer(++asked + 1)));
        asked.ShouldBeLessThan(40);
    }
}
