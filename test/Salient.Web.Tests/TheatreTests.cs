using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Playwright;
using Salient.Theatres;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Tests;

/// <summary>Pages and map tell the sides of any theatre apart, by its data alone.</summary>
public sealed partial class TheatreTests : IAsyncLifetime
{
    private readonly WebApplication app = WebHost.Build(WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, InventedTheatre.Ledger, InventedTheatre.Picture, host => host.UseTestServer());

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/places", "h-foe", "The Lowlands")]
    [InlineData("/places/1", "f-foe", "The Lowlands")]
    [InlineData("/places/1", "f-home", "The Uplands")]
    [InlineData("/map", "h-foe", "The Lowlands")]
    [InlineData("/claims/" + InventedLedger.ClaimId, "h-foe", "The Lowlands")]
    [InlineData("/sources", "h-home", "The Uplands")]
    public async Task Page_OfAnotherTheatre_ColoursByRoleAndNamesBySide(string address, string role, string name)
    {
        var html = await app.GetTestClient().GetStringAsync(address);
        html.ShouldMatch($"class=\"[^\"]*\\b{role}\\b");
        html.ShouldContain(name);
        Regex.Matches(html, "class=\"[^\"]*\"").Select(m => m.Value).ShouldAllBe(c => !c.Contains(InventedTheatre.Foe) && !c.Contains(InventedTheatre.Home));
        html.ShouldNotContain("Russia");
        html.ShouldNotContain("Ukraine");
    }

    [Fact]
    public async Task Map_OfAnotherTheatre_HasGroundWithoutOutlines()
    {
        using var ground = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/ground.json"));
        var baseline = ground.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")).Where(p => p.GetProperty("layer").GetString() == "baseline").Select(p => p.GetProperty("name").GetString());
        baseline.ShouldBe([InventedTheatre.Foe, InventedTheatre.Home]);
        using var map = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map.json"));
        map.RootElement.GetProperty("window").EnumerateArray().Select(n => n.GetDouble()).ShouldBe([37.2, 48.3, 37.9, 48.6]);
    }

    [Fact]
    public void Roles_FollowTheTheatre_NotTheOrderOfItsSides()
    {
        var roles = SideRole.Of([new Side("a", "A", false), new Side("b", "B", true), new Side("c", "C", true, Home: true), new Side("d", "D", true)]);
        (roles["a"], roles["b"], roles["c"], roles["d"], roles["contested"]).ShouldBe((SideRole.Other, SideRole.Foe, SideRole.Home, SideRole.Other, SideRole.Contested));
        SideRole.Of([new Side("b", "B", true), new Side("c", "C", true)])["b"].ShouldBe(SideRole.Home);
    }

    [Fact]
    public void Assets_NameNoSideOfATheatre()
    {
        var sides = TheatreLoader.Load(Path.Combine(AppContext.BaseDirectory, "data", "theatres", "ukraine")).Sides.Where(s => s.Party).Select(s => s.Id).ToList();
        var files = Directory.EnumerateFiles(WebOptions.Default.Assets, "*.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".js" or ".css" && !f.Contains(Path.DirectorySeparatorChar + "lib" + Path.DirectorySeparatorChar)).ToList();
        files.Count.ShouldBeGreaterThan(6);
        foreach (var file in files)
        {
            Words().Matches(File.ReadAllText(file)).Select(m => m.Value).Intersect(sides).ShouldBeEmpty(file);
        }
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}

/// <summary>The pages over another theatre, and a browser before them.</summary>
public sealed class OtherBrowser : Browser
{
    protected override WebApplication Build() => WebHost.Build(WebOptions.Default with { Urls = "http://127.0.0.1:0", Patience = TimeSpan.FromMinutes(1) }, InventedTheatre.Ledger, InventedTheatre.Picture);
}

[Trait("Category", "Browser")]
public sealed class TheatreBrowserTests(OtherBrowser browser) : IClassFixture<OtherBrowser>
{
    /// <summary>Counts a picture's pixels in which blue, or red, stands out: the two parties' colours, whose lightness is near.</summary>
    private const string Count = """
        async data => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + data;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const {data: d} = context.getImageData(0, 0, canvas.width, canvas.height);
          let blue = 0, red = 0;
          for (let i = 0; i < d.length; i += 4) { if (d[i + 2] > d[i] + 90) blue++; else if (d[i] > d[i + 2] + 90) red++; }
          return [blue, red];
        }
        """;

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Map_OfAnotherTheatre_ShowsItsSidesInTwoColours(ColorScheme scheme)
    {
        var (page, errors) = await browser.OpenAsync("/map", scheme: scheme);
        await page.WaitForSelectorAsync("#map[data-painted=true]", new PageWaitForSelectorOptions { Timeout = 120_000 });
        (await page.InnerTextAsync("#map-status")).ShouldContain("The Lowlands");
        (await page.InnerTextAsync("#map-status")).ShouldContain("The Uplands");
        var picture = Convert.ToBase64String(await page.Locator("#map").ScreenshotAsync());
        var keys = await page.EvaluateAsync<string[]>("() => ['.d-home', '.d-foe', '.d-contested'].map(c => getComputedStyle(document.querySelector(c)).backgroundColor)");
        keys.Distinct().Count().ShouldBe(3);
        var (blank, _) = await browser.OpenAsync("/exports");
        var counts = await blank.EvaluateAsync<int[]>(Count, picture);
        counts[0].ShouldBeGreaterThan(60, "the side at home");
        counts[1].ShouldBeGreaterThan(60, "its foe");
        errors.ShouldBeEmpty();
    }
}
