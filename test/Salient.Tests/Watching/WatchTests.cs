using System.Net;
using System.Text;
using System.Text.Json;
using Salient.Records;
using Salient.Recording;
using Salient.Tests.Recording;
using Salient.Training.Measuring.Intake;
using Salient.Watching;

namespace Salient.Tests.Watching;

/// <summary>A watch over a real ledger: alerts, resuming, a simulated day.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Feed = "https://one.example/feed";
    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));
    private readonly TemporaryFolder folder = new();
    private readonly AutoClock clock = new(new DateTimeOffset(2022, 5, 3, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeWeb web;
    private readonly Hooks hooks = new();
    private readonly List<string> told = [];
    private readonly List<bool> reconciled = [];

    public WatchTests() => web = new FakeWeb(clock);

    public void Dispose()
    {
        hooks.Dispose();
        folder.Dispose();
    }

    private static string Rss(params string[] texts) =>
        "<rss><channel><title>Courier</title>" + string.Concat(texts.Select((t, i) => $"<item><title>Entry</title><guid>e{i}</guid><pubDate>Mon, 02 May 2022 14:00:00 GMT</pubDate><description>{t}</description></item>")) + "</channel></rss>";

    private async Task Watch(params AlertRule[] rules)
    {
        using var ledger = Ledger.Write(folder.File("l.db"));
        var config = new WatchConfig(TimeSpan.FromSeconds(2), false, "Salient/0.1", [new WatchedSource(SourceKind.Feed, Feed, "feed", TimeSpan.FromMinutes(10), false, 0)], [.. rules]);
        var host = new WatchHost(ledger, () => Stages.Value, c => [c], reconciled.Add, () => [], "1", "rules", clock, told.Add);
        await Salient.Watching.Watch.RunAsync(config, host, web, hooks, once: true, CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(1));
    }

    private AlertRule Rule(string? place, string? kind, double? least = null) => new("rule", place, null, kind, null, null, least, false, [new AlertTarget(TargetKind.File, folder.File("alerts.jsonl")), new AlertTarget(TargetKind.Feed, folder.File("alerts.atom")), new AlertTarget(TargetKind.Webhook, "https://hooks.example/a")]);

    [Fact]
    public async Task Watch_ClaimThatARuleWaitsFor_IsToldOnceToEachTarget()
    {
        web.Serve(Feed, Rss("Ukrainian forces destroyed 7 tanks near Popasna on Sunday, the General Staff said.", "Ukrainian forces destroyed 9 tanks near Lyman on Sunday, the General Staff said."));
        await Watch(Rule(null, "loss", least: 8));
        await Watch(Rule(null, "loss", least: 8));
        var line = File.ReadAllLines(folder.File("alerts.jsonl")).ShouldHaveSingleItem();
        using var alert = JsonDocument.Parse(line);
        alert.RootElement.GetProperty("kind").GetString()!.ShouldStartWith("loss/");
        alert.RootElement.GetProperty("text").GetString()!.ShouldContain("Lyman");
        File.ReadAllText(folder.File("alerts.atom")).Split("<entry>").Length.ShouldBe(2);
        hooks.Got.ShouldHaveSingleItem().ShouldContain("Lyman");
    }

    [Fact]
    public async Task Watch_ReportsThatArrive_AreReconciledAtOnceAndSettledAtTheEnd()
    {
        web.Serve(Feed, Rss("Ukrainian forces destroyed 9 tanks near Lyman on Sunday, the General Staff said."));
        await Watch();
        reconciled.ShouldBe([false, true]);
        await Watch();
        reconciled.Count.ShouldBe(2);
    }

    [Fact]
    public void Keep_ArrivalAfterArrival_SettlesSeldom()
    {
        var settled = 0;
        var keeper = new Keeper(
            settle =>
            {
                settled += settle ? 1 : 0;
                clock.Advance(settle ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));
            },
            clock,
            told.Add);
        for (var i = 0; i < 600; i++)
        {
            keeper.Keep();
        }

        settled.ShouldBeInRange(1, 2);
        keeper.Due.ShouldNotBeNull();
        keeper.Settle();
        keeper.Due.ShouldBeNull();
    }

    [Fact]
    public async Task Watch_WebhookThatIsDown_GetsTheAlertLater()
    {
        hooks.Answer = HttpStatusCode.ServiceUnavailable;
        web.Serve(Feed, Rss("Ukrainian forces destroyed 9 tanks near Lyman on Sunday, the General Staff said."));
        await Watch(Rule(null, "loss"));
        hooks.Tries.ShouldBe(4);
        told.ShouldContain(t => t.StartsWith("SAL0143", StringComparison.Ordinal));
        hooks.Answer = HttpStatusCode.OK;
        await Watch(Rule(null, "loss"));
        hooks.Got.ShouldHaveSingleItem();
        File.ReadAllLines(folder.File("alerts.jsonl")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_ThresholdNotReached_RaisesNothing()
    {
        web.Serve(Feed, Rss("Ukrainian forces destroyed 7 tanks on Sunday, the General Staff said.", "Ukrainian forces destroyed 40 tanks on Sunday, the General Staff said."));
        await Watch(Rule(null, "loss", least: 30));
        File.ReadAllLines(folder.File("alerts.jsonl")).ShouldHaveSingleItem().ShouldContain("40 tanks");
    }

    [Fact]
    public async Task Watch_ChangedEntry_IsANewReportAndTheOldStays()
    {
        web.Serve(Feed, Rss("The bridge was closed on Sunday, engineers said."));
        await Watch();
        web.Serve(Feed, Rss("The bridge was opened again on Sunday, engineers said."));
        await Watch();
        using var ledger = Ledger.Read(folder.File("l.db"));
        ledger.Reports().Length.ShouldBe(2);
        ledger.Reports().Select(r => r.Id.Split('~')[0]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Watch_StateLostOrBroken_TakesNothingTwice()
    {
        web.Serve(Feed, Rss("The bridge was closed on Sunday, engineers said."), tag: "\"a\"");
        await Watch();
        File.WriteAllText(folder.File("l.db.watch.json"), "{ broken");
        await Watch();
        File.Delete(folder.File("l.db.watch.json"));
        await Watch();
        told.ShouldContain(t => t.StartsWith("SAL0144", StringComparison.Ordinal));
        using var ledger = Ledger.Read(folder.File("l.db"));
        ledger.Reports().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_LedgerMadeAnew_IsWatchedAnew()
    {
        web.Serve(Feed, Rss("The bridge was closed on Sunday, engineers said."), tag: "\"a\"");
        await Watch();
        foreach (var file in Directory.EnumerateFiles(folder.Path, "l.db*").Where(f => !f.EndsWith("json", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        await Watch();
        using var ledger = Ledger.Read(folder.File("l.db"));
        ledger.Reports().Length.ShouldBe(1);
    }

    [Fact]
    public void Hold_SecondWatch_IsRefused()
    {
        using var first = WatchStateFile.Hold(folder.File("l.db"));
        Should.Throw<ProblemException>(() => WatchStateFile.Hold(folder.File("l.db"))).Problem.Code.ShouldBe("SAL0145");
    }

    private sealed class Hooks : HttpMessageHandler
    {
        public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

        public List<string> Got { get; } = [];

        public int Tries { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tries++;
            if (Answer == HttpStatusCode.OK)
            {
                Got.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            }

            return new HttpResponseMessage(Answer);
        }

        protected override void Dispose(bool disposing)
        {
            // Each watch disposes of its sender, and with it of the handler, which serves the next.
        }
    }
}
