using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Locating;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

/// <summary>/places/{id}/names: why a name went where it did, and what else it could be.</summary>
public sealed class NamesPageTests
{
    private const string Town = "Vuhledar";
    private const int TownId = 690823;
    private static readonly Lazy<Pipeline> Rules = new(() => new Pipeline(Pipeline.DataFolder));

    /// <summary>Pages over a report that names a town of the gazetteer, which its claim was taken to mean Oak Hill by an earlier run.</summary>
    internal static WebApplication Build(WebOptions options, Action<Microsoft.AspNetCore.Hosting.IWebHostBuilder>? configure = null, bool rules = true) =>
        WebHost.Build(options with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(town: Town), InventedLedger.Picture, configure, rules ? () => Rules.Value : null);

    [Fact]
    public async Task Names_OfAPlace_SayWhyAndWhatTheRulesTakeThemForNow()
    {
        await using var app = Build(WebOptions.Default, host => host.UseTestServer());
        await app.StartAsync();
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync($"/places/{InventedLedger.PlaceId}/names.json"));
        var spot = json.RootElement.GetProperty("spots").EnumerateArray().ShouldHaveSingleItem();
        spot.GetProperty("name").GetString().ShouldBe(Town);
        spot.GetProperty("geonameId").GetInt32().ShouldBe(TownId);
        spot.GetProperty("claim").GetProperty("id").GetString().ShouldBe(InventedLedger.ClaimId);
        spot.GetProperty("confidence").GetDouble().ShouldBeInRange(0, 1);
        var reason = spot.GetProperty("reason").GetString()!;
        reason.ShouldContain("this name");
        var html = WebUtility.HtmlDecode(await app.GetTestClient().GetStringAsync($"/places/{InventedLedger.PlaceId}/names"));
        html.ShouldContain(reason);
        html.ShouldMatch($"Now taken for\\s+{Town}");
        html.ShouldContain($"href=\"/claims/{InventedLedger.ClaimId}\"");
        (await app.GetTestClient().GetStringAsync($"/places/{InventedLedger.PlaceId}")).ShouldContain($"href=\"/places/{InventedLedger.PlaceId}/names\"");
    }

    [Theory]
    [InlineData("/places/77/names", true)]
    [InlineData("/places/x/names", true)]
    [InlineData("/places/1/names", false)]
    public async Task Names_OfNothing_Are404(string address, bool rules)
    {
        await using var app = Build(WebOptions.Default, host => host.UseTestServer(), rules);
        await app.StartAsync();
        using var answer = await app.GetTestClient().GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task How_OfAClaim_ShowsWordsPlacesAndFrames()
    {
        await using var app = Build(WebOptions.Default, host => host.UseTestServer());
        await app.StartAsync();
        var html = await app.GetTestClient().GetStringAsync($"/claims/{InventedLedger.ClaimId}/how");
        html.ShouldContain(Town);
        html.ShouldContain("Frames considered");
        html.ShouldNotContain("<script>alert");
    }
}

/// <summary>The pages that read reports again, and a browser before them.</summary>
public sealed class RulesBrowser : Browser
{
    protected override WebApplication Build() => NamesPageTests.Build(WebOptions.Default with { Urls = "http://127.0.0.1:0" });
}

[Trait("Category", "Browser")]
public sealed class RulesBrowserTests(RulesBrowser browser) : IClassFixture<RulesBrowser>
{
    [BrowserTheory]
    [InlineData("/places/1/names")]
    [InlineData("/claims/" + InventedLedger.ClaimId + "/how")]
    public Task Page_ForEverySightAndWidth_HasNoBarrier(string address) => EveryPageTests.CheckAsync(browser, address);
}
