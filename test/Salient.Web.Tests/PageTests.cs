using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

public sealed partial class PageTests : IAsyncLifetime
{
    private readonly WebApplication app = WebHost.Build(WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(), InventedLedger.Picture, host => host.UseTestServer(), desk: InventedLedger.Desk);

    internal static readonly string[] Main = ["/", "/map", "/situation", "/places", $"/places/{InventedLedger.PlaceId}", "/events", "/claims", "/reports", $"/claims/{InventedLedger.ClaimId}", $"/reports/{InventedLedger.ReportId}", $"/events/{InventedLedger.ClaimId}", "/sources/an%20officer"];

    public static TheoryData<string> Addresses { get; } = [.. Main];

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_HostileWords_AreInert(string address)
    {
        var html = await app.GetTestClient().GetStringAsync(address);
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("style=");
        html.ShouldContain("Oak Hill");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Twin_OfEveryPage_IsJson(string address)
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync(address == "/" ? "/index.json" : address + ".json"));
        json.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_DaysAtTheEndsOfTime_AreAnswered(string address)
    {
        foreach (var (since, on) in ((string, string)[])[("0001-01-01", "9999-12-31"), ("9999-12-31", "0001-01-01"), ("1800-01-01", "2199-12-31"), ("2022-02-30", "x")])
        {
            using var answer = await app.GetTestClient().GetAsync($"{address}?since={since}&on={on}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{since} {on}");
        }
    }

    [Fact]
    public async Task Map_WithoutScript_SaysWhereTheSameIsTold()
    {
        var html = await app.GetTestClient().GetStringAsync("/map");
        html[html.IndexOf("<noscript>", StringComparison.Ordinal)..html.IndexOf("</noscript>", StringComparison.Ordinal)].ShouldContain("href=\"#map-tables\"");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_Headers_ForbidWhatIsNotOurs(string address)
    {
        using var answer = await app.GetTestClient().GetAsync(address);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
    }

    [Fact]
    public async Task Report_ClaimsWords_AreMarkedInPlace()
    {
        var html = await app.GetTestClient().GetStringAsync($"/reports/{InventedLedger.ReportId}");
        html.ShouldContain($"id=\"c-{InventedLedger.ClaimId}\"");
        html.ShouldContain("<mark class=\"k-control\"");
        html.ShouldContain("Left out: 1 paragraph (comment)");
    }

    [Fact]
    public async Task Map_NamedSettlement_IsAPointWithStates()
    {
        using var points = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/points.json"));
        points.RootElement.GetProperty("points")[0][1].GetString().ShouldBe("Oak Hill");
        using var changes = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/changes.json"));
        changes.RootElement.GetProperty("days").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task MapChanges_BySidesWord_AreItsOwn()
    {
        using var changes = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/changes.json?word=side:ua"));
        var day = changes.RootElement.GetProperty("days").EnumerateArray().ShouldHaveSingleItem();
        day.GetProperty("day").GetInt32().ShouldBe(new DateOnly(2022, 5, 9).DayNumber - new DateOnly(2022, 2, 23).DayNumber);
        using var unknown = await app.GetTestClient().GetAsync("/map/changes.json?word=source:nobody");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task MapMonth_HappeningOfASettlement_HasAPlace()
    {
        using var month = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/month.json?month=2022-05"));
        month.RootElement.GetProperty("events")[0].GetProperty("at")[1].GetDouble().ShouldBe(48.5);
        using var outside = await app.GetTestClient().GetAsync("/map/month.json?month=2031-05");
        outside.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task MapGround_SentOnce_IsNotSentAgain()
    {
        using var first = await app.GetTestClient().GetAsync("/map/ground.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/map/ground.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await app.GetTestClient().SendAsync(again);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/claims/none")]
    [InlineData("/reports/none")]
    [InlineData("/no-such-page")]
    [InlineData("/places/77")]
    [InlineData("/places/x")]
    [InlineData("/claims/none.json")]
    public async Task Address_OfNothing_Is404(string address)
    {
        using var answer = await app.GetTestClient().GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/figures")]
    [InlineData("/sources")]
    [InlineData("/disputes")]
    [InlineData("/dynamics")]
    public async Task Findings_PageAndTwin_AreServed(string address)
    {
        (await app.GetTestClient().GetStringAsync(address)).ShouldContain("<h1>");
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync(address + ".json"));
        json.RootElement.EnumerateObject().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Links_OfEveryPage_LeadSomewhere()
    {
        var (client, waiting, seen) = (app.GetTestClient(), new Queue<string>(Main), new HashSet<string>(Main));
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var link in Links().Matches(await answer.Content.ReadAsStringAsync()).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]))
            {
                if (link.Length > 0 && !link.StartsWith("/?", StringComparison.Ordinal) && !link.StartsWith("/exports/", StringComparison.Ordinal) && !link.EndsWith(".atom", StringComparison.Ordinal)
                    && !link.EndsWith("/how", StringComparison.Ordinal) && !link.EndsWith("/names", StringComparison.Ordinal) && seen.Add(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Source_WhoseNameHoldsASlash_HasAPage()
    {
        await using var other = WebHost.Build(
            WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(speaker: "an officer/Agency"), InventedLedger.Picture, host => host.UseTestServer());
        await other.StartAsync();
        (await other.GetTestClient().GetStringAsync("/sources")).ShouldContain("href=\"/sources/an%20officer%2FAgency\"");
        (await other.GetTestClient().GetStringAsync("/sources/an%20officer%2FAgency")).ShouldContain("Oak Hill");
    }

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [Theory]
    [InlineData("name", "name")]
    [InlineData("letter", "letter")]
    [InlineData("no-such", "claims")]
    public async Task Sources_Order_IsWhatWasAskedForIfThereIsSuch(string asked, string used)
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/sources.json?sort=" + asked));
        json.RootElement.GetProperty("sort").GetString().ShouldBe(used);
        (await app.GetTestClient().GetStringAsync("/sources?sort=" + asked)).ShouldContain($"<option value=\"{used}\" selected");
    }

    [Fact]
    public async Task Claims_Found_AreCounted()
    {
        foreach (var (query, count) in ((string, int)[])[("", 1), ("?kind=loss", 0), ("?q=oak", 1), ("?page=9", 1)])
        {
            using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/claims.json" + query));
            json.RootElement.GetProperty("found").GetInt32().ShouldBe(count, query);
        }
    }

    [Fact]
    public async Task Search_ThatCannotBeRead_SaysSoOnThePage()
    {
        var html = await app.GetTestClient().GetStringAsync("/claims?q=%22");
        html.ShouldContain("SAL0608");
    }

    [Fact]
    public async Task Claim_OfAnEarlierRun_KeepsItsAddress()
    {
        var html = await app.GetTestClient().GetStringAsync($"/claims/{InventedLedger.FormerId}");
        html.ShouldContain("The current coding run does not make this claim");
        html.ShouldContain("Oak Hill");
    }

    [Fact]
    public async Task Today_DayOfTheReport_TellsWhatItSaysWithItsWords()
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/index.json?since=2022-05-09&on=2022-05-10"));
        var words = json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("lines").EnumerateArray()).SelectMany(l => l.GetProperty("evidence").EnumerateArray()).ToList();
        words.Select(w => w.GetProperty("claim").GetString()).ShouldContain(InventedLedger.ClaimId);
        using var before = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/index.json?since=2022-05-01&on=2022-05-02"));
        before.RootElement.GetProperty("sections").EnumerateArray().Sum(s => s.GetProperty("count").GetInt32()).ShouldBe(0);
    }

    [Fact]
    public async Task OpenApi_NamesEveryTwin()
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/openapi.json"));
        var paths = json.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        ((string[])["/index.json", "/situation.json", "/events.json", "/figures.json", "/sources.json", "/disputes.json", "/dynamics.json", "/map.json", "/map/points.json", "/map/changes.json", "/map/month.json", "/map/ground.json", "/events/{id}.json", "/sources/{name}.json", "/disputes/{id}.json", "/places.json", "/claims/{id}/how.json", "/places/{id}.json", "/claims.json", "/claims/{id}.json", "/reports.json", "/reports/{id}.json"]).ShouldAllBe(p => paths.Contains(p));
    }
}
