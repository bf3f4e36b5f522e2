using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Salient.Publishing.Exports;
using Salient.Web.Hosting;

namespace Salient.Web.Tests.Exports;

public sealed class ExportPageTests : IAsyncLifetime
{
    private readonly WebApplication app = WebHost.Build(WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(), InventedLedger.Picture, host => host.UseTestServer(), desk: InventedLedger.Desk);

    public static TheoryData<string> Addresses { get; } = [.. ExportForms.All.Select(f => $"/exports/{f.What}/{f.Format}").Append("/changes.atom").Append("/claims.atom")];

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Export_Served_SaysWhatItIsAndOnWhatTerms(string address)
    {
        using var answer = await app.GetTestClient().GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("X-Salient-Licence").Single().ShouldBe(ExportNote.Licence);
        answer.Headers.GetValues("X-Salient-Generator").Single().ShouldContain("9.8.7");
        answer.Content.Headers.ContentType!.MediaType!.ShouldNotBe("text/html");
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldContain("salient-");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert", customMessage: "in what a browser would show");
    }

    [Fact]
    public async Task Page_LinksEveryExport()
    {
        var html = await app.GetTestClient().GetStringAsync("/exports");
        ExportForms.All.ShouldAllBe(f => html.Contains($"href=\"/exports/{f.What}/{f.Format}\""));
        html.ShouldContain("application/atom+xml");
    }

    [Theory]
    [InlineData("kind:control", true)]
    [InlineData("kind:loss", false)]
    [InlineData("oak place:1", true)]
    public async Task Export_OfASearch_HasWhatItFinds(string query, bool found)
    {
        var text = await app.GetTestClient().GetStringAsync("/exports/claims/csv?q=" + Uri.EscapeDataString(query));
        text.Contains(InventedLedger.ClaimId, StringComparison.Ordinal).ShouldBe(found);
    }

    [Theory]
    [InlineData("/exports/claims/csv?q=kid:loss", HttpStatusCode.BadRequest)]
    [InlineData("/exports/claims/parquet", HttpStatusCode.NotFound)]
    public async Task Export_ThatCannotBe_SaysSo(string address, HttpStatusCode status)
    {
        using var answer = await app.GetTestClient().GetAsync(address);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Claims_SearchThatCannotBeRead_HasCodeAndPlace()
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/claims.json?q=" + Uri.EscapeDataString("oak kid:loss")));
        var error = json.RootElement.GetProperty("error");
        (error.GetProperty("code").GetString(), error.GetProperty("position").GetInt32()).ShouldBe(("SAL0621", 5));
    }

    [Fact]
    public async Task Suggest_WhatIsTyped_GoesOn()
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/suggest.json?q=kind:co"));
        json.RootElement.GetProperty("queries")[0].GetString().ShouldBe("kind:control");
        (await app.GetTestClient().GetStringAsync("/claims")).ShouldContain("<script src=\"/assets/search.js\" defer");
    }

    [Fact]
    public async Task OpenApi_CoversEveryEndpoint_WithItsParameters()
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/openapi.json"));
        var paths = json.RootElement.GetProperty("paths");
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is not "/openapi.json" && e.RoutePattern.RawText?.Contains("{*", StringComparison.Ordinal) == false).ToList();
        endpoints.Count.ShouldBeGreaterThan(30);
        foreach (var endpoint in endpoints)
        {
            var path = endpoint.RoutePattern.RawText!;
            paths.TryGetProperty(path, out var described).ShouldBeTrue($"openapi.json does not name {path}");
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                described.TryGetProperty(method.ToLowerInvariant(), out var operation).ShouldBeTrue($"{method} {path}");
                operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty($"{method} {path}");
                var named = operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()!).ToList() : [];
                named.ShouldBe(endpoint.RoutePattern.Parameters.Select(p => p.Name), ignoreOrder: true, path);
            }
        }
    }
}

[Trait("Category", "Browser")]
public sealed class ExportBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData("/exports")]
    [InlineData("/review")]
    [InlineData("/review/add?report=" + InventedLedger.ReportId)]
    [InlineData("/claims/" + InventedLedger.ClaimId)]
    public async Task Page_ForEverySight_HasNoBarrierAndComplainsOfNothing(string address)
    {
        foreach (var scheme in (Microsoft.Playwright.ColorScheme[])[Microsoft.Playwright.ColorScheme.Light, Microsoft.Playwright.ColorScheme.Dark])
        {
            var (page, errors) = await browser.OpenAsync(address, scheme: scheme, width: 360);
            await page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            foreach (var details in await page.QuerySelectorAllAsync("details"))
            {
                await details.EvaluateAsync("d => d.open = true");
            }

            await page.EvaluateAsync(await File.ReadAllTextAsync(BrowserTests.Axe()));
            var found = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 120)))");
            found.ShouldBeEmpty();
            errors.ShouldBeEmpty();
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        }
    }

    [BrowserTheory]
    [InlineData("/claims")]
    public async Task Search_Typed_OffersWaysToGoOn(string address)
    {
        var (page, errors) = await browser.OpenAsync(address);
        await page.FillAsync("#seek", "kind:co");
        await page.WaitForFunctionAsync("() => document.querySelector('#seek').list?.options.length > 0");
        (await page.EvaluateAsync<string>("() => document.querySelector('#seek').list.options[0].value")).ShouldBe("kind:control");
        errors.ShouldBeEmpty();
    }
}
