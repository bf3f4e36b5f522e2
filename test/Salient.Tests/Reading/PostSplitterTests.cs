using System.Text;
using Salient.Reading;
using Salient.Records;

namespace Salient.Tests.Reading;

public sealed class PostSplitterTests
{
    private static readonly string Live = File.ReadAllText(Path.Combine(House.Repository.Root, "test", "fuzz", "seeds", "live.html"));
    private static readonly PostSplitter Splitter = new(Made.Rules);

    private static List<Capture> Split(string page) => [.. Splitter.Split(new Capture("live", "https://example.org/live", Encoding.UTF8.GetBytes(page), MediaKind.Html))];

    private static string WithoutData(string page) => page[..page.IndexOf("<script", StringComparison.Ordinal)] + page[(page.IndexOf("</script>", StringComparison.Ordinal) + 9)..];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Split_LivePage_GivesPostsWithTheirTimes(bool data)
    {
        var posts = Split(data ? Live : WithoutData(Live));
        posts.Select(p => p.Name).ShouldBe(["live.p2", "live.p1"]);
        posts.Select(p => p.Origin).ShouldBe(["https://example.org/live#p2", "https://example.org/live#p1"]);
        var reports = posts.Select(p => Made.Reader.Read(p).Report!).ToList();
        reports.ShouldAllBe(r => r.Date.Day == new DateOnly(2022, 5, 2) && r.Outlet == "Steppe Review");
        reports[0].Date.Note!.ShouldContain("2022-05-02T14:05:00Z");
        reports[0].Title.ShouldBe("Pumps stop");
        reports[0].Text.ShouldContain("The pumps of Beryslav");
        reports[0].Text.ShouldNotContain("Shells fell");
        reports[1].Title.ShouldBe("Day on the canal");
    }

    [Fact]
    public void Split_NewPost_LeavesTheOthersAsTheyWere()
    {
        var before = Split(WithoutData(Live));
        var after = Split(WithoutData(Live).Replace("<div class=\"live-feed\">", "<div class=\"live-feed\"><div class=\"live-post\" id=\"p3\"><time datetime=\"2022-05-02T18:00:00Z\">18:00</time><p>The ferry runs again, the port said.</p></div>"));
        after.Count.ShouldBe(3);
        after.Skip(1).Select(p => p.Hash).ShouldBe(before.Select(p => p.Hash));
    }

    [Fact]
    public void Split_OrdinaryPage_IsLeftWhole()
    {
        var page = File.ReadAllText(Path.Combine(House.Repository.Root, "test", "fuzz", "seeds", "page.html"));
        Split(page).ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(page));
    }

    [Fact]
    public void Split_HostileNesting_EndsSoon() =>
        Split(string.Concat(Enumerable.Repeat("<div class=live-post><time datetime=2022-05-02>", 30_000))).Count.ShouldBeGreaterThan(0);
}
