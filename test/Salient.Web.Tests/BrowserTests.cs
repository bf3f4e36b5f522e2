using Microsoft.Playwright;

namespace Salient.Web.Tests;

[Trait("Category", "Browser")]
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string> Addresses => PageTests.Addresses;

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InARealBrowser_ComplainsOfNothing(string address)
    {
        var (page, errors) = await browser.OpenAsync(address);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_ForEverySight_HasNoBarrier(string address)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var (page, _) = await browser.OpenAsync(address, scheme: scheme);
            await page.EvaluateAsync(await File.ReadAllTextAsync(Axe()));
            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 120) + ' ' + (n.any[0]?.message ?? '')))");
            found.ShouldBeEmpty();
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_OnANarrowScreen_DoesNotScrollSideways(string address)
    {
        var (page, _) = await browser.OpenAsync(address, width: 360);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_WithoutScript_StillReads(string address)
    {
        var (page, _) = await browser.OpenAsync(address, script: false);
        (await page.InnerTextAsync("main")).ShouldContain("Oak Hill");
    }

    [BrowserTheory]
    [InlineData("/map")]
    public async Task Map_SliderMoved_ShowsAnotherDay(string address)
    {
        var (page, errors) = await browser.OpenAsync(address);
        await page.WaitForSelectorAsync("#map[data-ready=true]", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await page.FocusAsync("#map-slider");
        await page.Keyboard.PressAsync("Home");
        (await page.InputValueAsync("#map-day")).ShouldBe("2022-02-23");
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("/reports/oak-hill")]
    public async Task Report_QuotationClicked_OpensItsClaim(string address)
    {
        var (page, _) = await browser.OpenAsync(address);
        await page.ClickAsync("mark a");
        page.Url.ShouldEndWith("/claims/" + InventedLedger.ClaimId);
        (await page.InnerTextAsync("mark")).ShouldContain("Oak Hill");
    }

    internal static string Axe()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "src", "Salient.Web", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("axe-core is not installed: npm ci in src/Salient.Web");
    }
}
