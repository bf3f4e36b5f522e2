using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task Rehearsal_OfEveryKindOfPage_LeavesThePagesAsTheyAre()
    {
        foreach (var rehearsed in (bool[])[false, true])
        {
            await using var app = WebHost.Build(
                WebOptions.Default with { Patience = TimeSpan.FromMinutes(1), Rehearsed = rehearsed }, () => new InventedLedger(figure: true), InventedLedger.Picture, host => host.UseTestServer(), desk: InventedLedger.Desk);
            await app.StartAsync();
            foreach (var address in PageTests.Main)
            {
                using var answer = await app.GetTestClient().GetAsync(address);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
                (await answer.Content.ReadAsStringAsync()).ShouldContain("Oak Hill", customMessage: address);
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/claims.json")]
    [InlineData("/assets/salient.css")]
    public async Task Request_UnderAnothersName_IsNotAnswered(string path)
    {
        await using var app = await StartAsync(WebOptions.Default);
        using var answer = await AskAsync(app, path, "evil.example");
        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("SAL0805");
    }

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    public async Task Request_UnderThisMachinesNames_IsAnswered(string host)
    {
        await using var app = await StartAsync(WebOptions.Default);
        using var answer = await AskAsync(app, "/claims", host);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Request_UnderAnotherName_IsAnsweredWhereServedElsewhereOrByKey()
    {
        await using var elsewhere = await StartAsync(WebOptions.Default with { Urls = "http://0.0.0.0:5080" });
        using var open = await AskAsync(elsewhere, "/claims", "salient.example");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var keyed = await StartAsync(WebOptions.Default with { Key = "invented" });
        using var known = await AskAsync(keyed, "/claims", "salient.example");
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Policy_TileServerNamed_IsAllowedOnTheMapAlone()
    {
        await using var app = await StartAsync(WebOptions.Default with { Tiles = new Uri("https://tiles.example/{z}/{x}/{y}.png") });
        using var map = await AskAsync(app, "/map", "localhost");
        map.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self' https://tiles.example;");
        (await map.Content.ReadAsStringAsync()).ShouldContain("data-tiles=\"https://tiles.example/{z}/{x}/{y}.png\"");
        using var claims = await AskAsync(app, "/claims", "localhost");
        claims.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("tiles.example");
    }

    [Fact]
    public async Task Answer_MapData_IsPackedAndPagesAreNot()
    {
        await using var app = await StartAsync(WebOptions.Default);
        using var data = await AskAsync(app, "/map/points.json", "localhost", "gzip");
        data.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        using var page = await AskAsync(app, "/claims", "localhost", "gzip");
        page.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Error_OfAPage_TellsNothingOfTheInside()
    {
        await using var app = WebHost.Build(WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => throw new InvalidOperationException("/secret/path"), InventedLedger.Picture, host => host.UseTestServer());
        await app.StartAsync();
        using var answer = await app.GetTestClient().GetAsync("/claims");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("SAL0800");
        text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Pages_BeforeTheFirstPicture_SaySoAtOnceAndAskAgain()
    {
        using var hold = new ManualResetEventSlim();
        await using var app = WebHost.Build(
            WebOptions.Default with { Patience = TimeSpan.FromMilliseconds(1) },
            () => new InventedLedger(),
            ledger =>
            {
                hold.Wait();
                return InventedLedger.Picture(ledger);
            },
            host => host.UseTestServer());
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var page = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } });
        ((int)page.StatusCode, page.Headers.RetryAfter!.Delta).ShouldBe((503, TimeSpan.FromSeconds(2)));
        page.Headers.GetValues("Refresh").ShouldBe(["2"]);
        page.Headers.GetValues("Content-Security-Policy").ShouldNotBeEmpty();
        (await page.Content.ReadAsStringAsync()).ShouldContain("being worked out");
        using var twin = await client.GetAsync("/claims.json");
        (await twin.Content.ReadAsStringAsync()).ShouldContain("SAL0806");
        hold.Set();
        for (var i = 0; i < 600 && (await client.GetAsync("/")).StatusCode != System.Net.HttpStatusCode.OK; i++)
        {
            await Task.Delay(100);
        }

        (await client.GetAsync("/")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static async Task<WebApplication> StartAsync(WebOptions options)
    {
        var app = WebHost.Build(options with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(), InventedLedger.Picture, host => host.UseTestServer());
        await app.StartAsync();
        return app;
    }

    private static Task<HttpResponseMessage> AskAsync(WebApplication app, string path, string host, string? packing = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        if (packing is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(packing);
        }

        return app.GetTestClient().SendAsync(request);
    }
}
