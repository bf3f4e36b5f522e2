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
