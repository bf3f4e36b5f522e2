using System.Collections.Immutable;
using System.Net.Http.Headers;
using Salient.Acquiring;
using Salient.Tests.Acquiring;
using Salient.Training.Measuring.Intake;
using Salient.Watching;

namespace Salient.Tests.Watching;

public sealed class WatcherTests
{
    private const string Feed = "https://one.example/feed";
    private static readonly DateTimeOffset Start = new(2022, 5, 3, 0, 0, 0, TimeSpan.Zero);
    private readonly AutoClock clock = new(Start);
    private readonly FakeWeb web;
    private readonly WatchState state = new();
    private readonly List<string> recorded = [];
    private readonly List<Records.Capture> captures = [];
    private readonly List<Records.Withdrawal> withdrawn = [];
    private int saves;

    public WatcherTests() => web = new FakeWeb(clock);

    private static WatchedSource Source(string address, SourceKind kind = SourceKind.Feed, bool pages = false, int minutes = 10) => new(kind, address, address, TimeSpan.FromMinutes(minutes), pages, 200);

    private Task Run(TimeSpan time, params WatchedSource[] sources)
    {
        var stop = new CancellationTokenSource();
        var until = clock.GetUtcNow() + time;
        AddResult Record(IReadOnlyList<Acquired> found)
        {
            recorded.AddRange(found.Where(f => f.Capture is not null).Select(f => f.Capture!.Name));
            captures.AddRange(found.Select(f => f.Capture).OfType<Records.Capture>());
            withdrawn.AddRange(found.Select(f => f.Withdrawn).OfType<Records.Withdrawal>());
            return new AddResult(found.Count, 0, 0, [], [.. found.Select(f => f.Problem).OfType<Records.Problem>()]);
        }

        var watcher = new Watcher(new WatchConfig(TimeSpan.FromSeconds(2), false, "Salient/0.1", [.. sources], []), new EndingClock(clock, until, stop), web, state, _ => saves++, Record, _ => { }, _ => Task.CompletedTask, _ =>
        {
        });
        return watcher.RunAsync(once: false, stop.Token);
    }

    // Stops the watch at the wait that would lead past the end: no thread races another.
    private sealed class EndingClock(AutoClock clock, DateTimeOffset until, CancellationTokenSource stop) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan && clock.GetUtcNow() + dueTime >= until)
            {
                stop.Cancel();
            }

            return clock.CreateTimer(callback, state, dueTime, period);
        }
    }

    private Task Once(params WatchedSource[] sources)
    {
        AddResult Record(IReadOnlyList<Acquired> found)
        {
            recorded.AddRange(found.Where(f => f.Capture is not null).Select(f => f.Capture!.Name));
            captures.AddRange(found.Select(f => f.Capture).OfType<Records.Capture>());
            withdrawn.AddRange(found.Select(f => f.Withdrawn).OfType<Records.Withdrawal>());
            return new AddResult(found.Count, 0, 0, [], []);
        }

        return new Watcher(new WatchConfig(TimeSpan.FromSeconds(2), false, "Salient/0.1", [.. sources], []), clock, web, state, _ => saves++, Record, _ => { }, _ => Task.CompletedTask, _ =>
        {
        }).RunAsync(once: true, CancellationToken.None);
    }

    [Fact]
    public async Task Watch_UnchangedFeed_IsAskedWithItsTagAndTakenOnce()
    {
        web.Serve(Feed, Seeds.Rss, tag: "\"a\"");
        await Run(TimeSpan.FromHours(1), Source(Feed));
        recorded.ShouldBe(["bridge-1", "example.org-ferry"]);
        web.Times(Feed).ShouldBeInRange(5, 8);
        web.Asked.Where(a => a.Address == Feed).Skip(1).ShouldAllBe(a => a.Since!.ETag == "\"a\"");
        web.Times("https://one.example/robots.txt").ShouldBe(1);
    }

    [Fact]
    public async Task Watch_FailingFeed_IsAskedLessAndLessAndTouchesNoOther()
    {
        web.Serve(Feed, Seeds.Rss);
        web.Pages["https://two.example/feed"] = _ => throw new InvalidOperationException("made to fail");
        web.Pages["https://three.example/feed"] = _ => WebAnswer.Failed("SAL0135", "x", "Slow.", "Wait.");
        await Run(TimeSpan.FromHours(6), Source("https://two.example/feed"), Source("https://three.example/feed"), Source(Feed));
        web.Times(Feed).ShouldBeGreaterThan(30);
        web.Times("https://three.example/feed").ShouldBeInRange(3, 8);
        state.Sources["https://two.example/feed"].Problem!.Code.ShouldBe("SAL0128");
        state.Sources["https://three.example/feed"].Failures.ShouldBeGreaterThan(2);
        state.Sources[Feed].Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Watch_RetryAfter_IsKeptTo()
    {
        web.Pages[Feed] = _ => WebAnswer.Failed("SAL0139", Feed, "Later.", "Wait.", 503) with { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(3)) };
        var end = clock.GetUtcNow() + TimeSpan.FromHours(5);
        await Run(TimeSpan.FromHours(5), Source(Feed));
        var asked = web.Asked.Where(a => a.Address == Feed && a.At < end).Select(a => a.At).ToList();
        asked.Count.ShouldBe(2);
        (asked[1] - asked[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task Watch_RobotsThatForbid_AreKeptTo()
    {
        web.Serve("https://one.example/robots.txt", "User-agent: *\nDisallow: /feed", "text/plain");
        web.Serve(Feed, Seeds.Rss);
        await Once(Source(Feed));
        web.Times(Feed).ShouldBe(0);
        state.Sources[Feed].Problem!.Code.ShouldBe("SAL0138");
    }

    [Fact]
    public async Task Watch_PagesOfOneHost_AreFetchedOneByOneAtThePoliteRate()
    {
        web.Serve("https://example.org/robots.txt", "User-agent: *\nCrawl-delay: 5", "text/plain");
        web.Serve(Feed, Seeds.Rss);
        foreach (var page in (string[])["https://example.org/bridge", "https://example.org/ferry"])
        {
            web.Serve(page, $"<p>Page {page}</p>", "text/html");
        }

        await Once(Source(Feed, pages: true));
        recorded.ShouldBe(["example.org-bridge", "example.org-ferry"]);
        var times = web.Asked.Where(a => new Uri(a.Address).Host == "example.org").Select(a => a.At).ToList();
        times.Zip(times.Skip(1)).Skip(1).ShouldAllBe(p => p.Second - p.First >= TimeSpan.FromSeconds(5));
        state.Sources[Feed].Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task Watch_PageThatFailsForAWhile_IsFetchedInTheEndAndOneThatIsGone_IsGivenUp()
    {
        web.Serve(Feed, Seeds.Rss);
        var tries = 0;
        web.Pages["https://example.org/bridge"] = _ => ++tries < 3 ? WebAnswer.Failed("SAL0133", "x", "500.", "Wait.", 500) : FakeWeb.Answer("https://example.org/bridge", "<p>There.</p>");
        await Run(TimeSpan.FromHours(1), Source(Feed, pages: true));
        recorded.ShouldContain("example.org-bridge");
        state.Sources[Feed].Lost.ShouldBe(1);
        web.Times("https://example.org/ferry").ShouldBe(1);
    }

    [Fact]
    public async Task Watch_DeletedEntry_IsNoted()
    {
        web.Serve(Feed, Seeds.Atom, "application/atom+xml");
        await Once(Source(Feed));
        state.Sources[Feed].Withdrawn.ShouldBe(["urn:old"]);
        state.Sources[Feed].Failures.ShouldBe(0);
    }

    private static string Entries(string more, params int[] numbers) =>
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"><title>T</title>"
        + string.Concat(numbers.Select(n => $"<entry><id>urn:{n}</id><title>Entry {n}</title><link href=\"https://news.example/{n}\"/><summary>Text {n}.</summary></entry>")) + more + "</feed>";

    [Fact]
    public async Task Watch_DeletionOfAnEntryWhosePageIsTaken_NamesTheEntry()
    {
        web.Serve(Feed, Entries("", 2, 1), "application/atom+xml");
        web.Serve("https://news.example/1", "<p>One.</p>", "text/html");
        web.Serve("https://news.example/2", "<p>Two.</p>", "text/html");
        await Once(Source(Feed, pages: true));
        captures.Select(c => (c.Feed, c.Entry)).ShouldBe([(Feed, "urn:2"), (Feed, "urn:1")]);
        clock.Advance(TimeSpan.FromHours(1));
        web.Serve(Feed, Entries("<at:deleted-entry ref=\"urn:2\" when=\"2022-05-03T00:30:00Z\"><at:comment>Wrong.</at:comment></at:deleted-entry>", 1), "application/atom+xml");
        await Once(Source(Feed, pages: true));
        withdrawn.ShouldHaveSingleItem().ShouldSatisfyAllConditions(w => w.Entry.ShouldBe("urn:2"), w => w.Source.ShouldBe(Feed), w => w.Said.ShouldBe("2022-05-03T00:30:00Z"), w => w.Note.ShouldBe("Wrong."));
        web.Times("https://news.example/2").ShouldBe(1);
    }

    [Fact]
    public async Task Watch_EntryThatIsSaidToHaveChanged_HasItsPageFetchedAnew()
    {
        static string Updated(string when) => $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry><id>urn:1</id><title>One</title><link href=\"https://news.example/1\"/><updated>{when}</updated><summary>Same.</summary></entry></feed>";
        web.Serve("https://news.example/1", "<p>One.</p>", "text/html");
        foreach (var when in (string[])["2022-05-03T01:00:00Z", "2022-05-03T01:00:00Z", "2022-05-03T02:00:00Z"])
        {
            web.Serve(Feed, Updated(when), "application/atom+xml");
            await Once(Source(Feed, pages: true));
            clock.Advance(TimeSpan.FromHours(1));
        }

        web.Times("https://news.example/1").ShouldBe(2);
    }

    [Fact]
    public async Task WatchOnce_HostThatAsksToBeLeftAlone_IsLeftForTheNextRun()
    {
        web.Pages["https://one.example/busy"] = _ => WebAnswer.Failed("SAL0139", "x", "Later.", "Wait.", 429) with { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(3)) };
        web.Serve(Feed, Seeds.Rss);
        web.Serve("https://two.example/feed", Seeds.Rss);
        await Once(Source("https://one.example/busy"), Source(Feed), Source("https://two.example/feed"));
        (clock.GetUtcNow() - Start).ShouldBeLessThan(TimeSpan.FromMinutes(2));
        web.Times(Feed).ShouldBe(0);
        web.Times("https://two.example/feed").ShouldBe(1);
        clock.Advance(TimeSpan.FromHours(4));
        await Once(Source("https://one.example/busy"), Source(Feed), Source("https://two.example/feed"));
        web.Times("https://one.example/busy").ShouldBe(2);
    }

    [Fact]
    public async Task WatchOnce_PageThatFails_IsLeftForTheNextRun()
    {
        web.Serve(Feed, Entries("", 1), "application/atom+xml");
        web.Pages["https://news.example/1"] = _ => WebAnswer.Failed("SAL0133", "x", "500.", "Wait.", 500);
        await Once(Source(Feed, pages: true));
        (clock.GetUtcNow() - Start).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        state.Sources[Feed].Pending.ShouldHaveSingleItem().Tries.ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(5));
        web.Serve("https://news.example/1", "<p>One.</p>", "text/html");
        await Once(Source(Feed, pages: true));
        state.Sources[Feed].Pending.ShouldBeEmpty();
        recorded.ShouldBe(["news.example-1"]);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(200, false)]
    [InlineData(403, false)]
    public async Task Watch_EntryThatLeavesOutOfItsTurn_IsAskedForOnce(int status, bool gone)
    {
        web.Serve(Feed, Entries("", 3, 2, 1), "application/atom+xml");
        await Once(Source(Feed));
        clock.Advance(TimeSpan.FromHours(1));
        web.Pages["https://news.example/2"] = _ => status == 200 ? FakeWeb.Answer("https://news.example/2", "<p>Two.</p>") : WebAnswer.Failed("SAL0133", "x", $"{status}.", "Wait.", status);
        web.Serve(Feed, Entries("", 4, 3, 1), "application/atom+xml");
        await Once(Source(Feed));
        clock.Advance(TimeSpan.FromHours(1));
        await Once(Source(Feed));
        web.Times("https://news.example/2").ShouldBe(1);
        withdrawn.Select(w => w.Entry).ShouldBe(gone ? ["urn:2"] : []);
        (state.Sources[Feed].Lost, state.Sources[Feed].Problem).ShouldBe((0, null));
        state.Sources[Feed].Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task Watch_EntriesThatAgeOut_AreNotAskedFor()
    {
        web.Serve(Feed, Entries("", 3, 2, 1), "application/atom+xml");
        await Once(Source(Feed));
        clock.Advance(TimeSpan.FromHours(1));
        web.Serve(Feed, Entries("", 5, 4, 3), "application/atom+xml");
        await Once(Source(Feed));
        web.Asked.ShouldNotContain(a => a.Address.StartsWith("https://news.example/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_PageThatIsGoneForGood_IsWithdrawn()
    {
        web.Serve(Feed, "<p>Live.</p>", "text/html");
        await Once(Source(Feed, SourceKind.Page));
        clock.Advance(TimeSpan.FromHours(1));
        web.Pages[Feed] = _ => WebAnswer.Failed("SAL0133", Feed, "410.", "Wait.", 410);
        await Once(Source(Feed, SourceKind.Page));
        withdrawn.ShouldHaveSingleItem().Address.ShouldBe(Feed);
        state.Sources[Feed].Problem!.Code.ShouldBe("SAL0133");
    }

    [Fact]
    public async Task Watch_PageThatLeavesASitemap_IsAskedForOnce()
    {
        static string Map(params (int Number, string Day)[] pages) => "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + string.Concat(pages.Select(p => $"<url><loc>https://one.example/{p.Number}</loc><lastmod>{p.Day}</lastmod></url>")) + "</urlset>";
        foreach (var n in (int[])[1, 2, 3])
        {
            web.Serve($"https://one.example/{n}", $"<p>Page {n}.</p>", "text/html");
        }

        web.Serve(Feed, Map((1, "2022-05-01"), (2, "2022-05-02"), (3, "2022-04-30")), "application/xml");
        await Once(Source(Feed, SourceKind.Sitemap));
        clock.Advance(TimeSpan.FromHours(1));
        web.Pages.Remove("https://one.example/2");
        web.Serve(Feed, Map((1, "2022-05-01")), "application/xml");
        await Once(Source(Feed, SourceKind.Sitemap));
        withdrawn.Select(w => w.Address).ShouldBe(["https://one.example/2"]);
        web.Times("https://one.example/3").ShouldBe(1, "it was older than all that is listed: it aged out");
    }

    [Fact]
    public async Task Watch_FeedThatBecameAPage_IsNamed()
    {
        web.Serve(Feed, "<html><body><p>Moved.</p></body></html>", "text/html");
        await Once(Source(Feed));
        state.Sources[Feed].Problem!.Code.ShouldBe("SAL0127");
    }

    [Fact]
    public async Task Watch_Sitemap_TakesWhatIsNewSinceTheLastLook()
    {
        const string map = "https://example.org/map.xml";
        static string Text(string pages) => $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{pages}</urlset>";
        const string one = "<url><loc>https://example.org/1</loc><lastmod>2022-05-01</lastmod></url>";
        web.Serve("https://example.org/1", "<p>One.</p>", "text/html");
        web.Serve("https://example.org/2", "<p>Two.</p>", "text/html");
        web.Serve(map, Text(one), "text/xml");
        await Once(Source(map, SourceKind.Sitemap));
        web.Serve(map, Text(one + "<url><loc>https://example.org/2</loc></url>"), "text/xml");
        clock.Advance(TimeSpan.FromHours(1));
        await Once(Source(map, SourceKind.Sitemap));
        recorded.ShouldBe(["example.org-1", "example.org-2"]);
        web.Times("https://example.org/1").ShouldBe(1);
    }

    [Fact]
    public async Task Watch_Folder_TakesNewAndChangedFilesOnce()
    {
        using var folder = new Folder();
        var path = folder.Add("a.txt", "Shells fell."u8.ToArray());
        File.SetLastWriteTimeUtc(path, new DateTime(2022, 5, 1));
        var source = Source(Path.GetDirectoryName(path)!, SourceKind.Folder);
        await Once(source);
        clock.Advance(TimeSpan.FromHours(1));
        await Once(source);
        recorded.ShouldBe(["a"]);
        File.WriteAllText(path, "Shells fell again.");
        File.SetLastWriteTimeUtc(path, new DateTime(2022, 5, 2));
        clock.Advance(TimeSpan.FromHours(1));
        await Once(source);
        recorded.ShouldBe(["a", "a"]);
    }

    [Fact]
    public async Task Watch_FolderThatIsGone_IsNamed()
    {
        await Once(Source("/no/such/folder", SourceKind.Folder));
        state.Sources["/no/such/folder"].Problem!.Code.ShouldBe("SAL0111");
    }
}
