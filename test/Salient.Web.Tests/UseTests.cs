using Microsoft.Playwright;

namespace Salient.Web.Tests;

/// <summary>What an analyst does with the pages, in a real browser.</summary>
[Trait("Category", "Browser")]
public sealed class UseTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly PageWaitForSelectorOptions Patient = new() { Timeout = 120_000 };

    [BrowserTheory]
    [InlineData("/figures")]
    public async Task Figures_Chart_DrawsAndTellsUnderThePolicy(string address)
    {
        var (page, errors) = await browser.OpenAsync(address);
        await page.WaitForSelectorAsync("#chart[data-ready=true] canvas", Patient);
        await page.EvaluateAsync("() => echarts.getInstanceByDom(document.getElementById('chart')).dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 0})");
        await page.HoverAsync("#chart");
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("/map")]
    public async Task Map_SettlementFound_LeadsToItsQuotation(string address)
    {
        var (page, errors) = await browser.OpenAsync(address);
        await page.WaitForSelectorAsync("#map[data-ready=true]", Patient);
        await page.FillAsync("#map-find", "Oak Hill");
        await page.PressAsync("#map-find", "Enter");
        (await page.InnerTextAsync("#map-place li a q")).ShouldContain("took Oak Hill");
        (await page.GetAttributeAsync("#map-place li a:has(q)", "href")).ShouldBe("/claims/" + InventedLedger.ClaimId);
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("/map")]
    public async Task Map_KeysAndFilters_ChangeWhatIsShown(string address)
    {
        var (page, errors) = await browser.OpenAsync(address);
        await page.WaitForSelectorAsync("#map[data-ready=true]", Patient);
        await page.Keyboard.PressAsync(",");
        (await page.InputValueAsync("#map-day")).ShouldBe("2022-05-09");
        (await page.InnerTextAsync("#map-status")).ShouldContain(": Russia 1.");
        foreach (var layer in (string[])["held", "claimed", "contested", "inferred"])
        {
            await page.UncheckAsync("#layer-" + layer);
        }

        (await page.InnerTextAsync("#map-status")).ShouldContain(": none.");
        // Asked in one go: with a day to go, it has played to the end soon.
        (await page.EvaluateAsync<string>("() => { const play = document.getElementById('map-play'); play.click(); return play.getAttribute('aria-pressed'); }")).ShouldBe("true");
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("/reports/oak-hill")]
    public async Task Report_KindSwitchedOff_HidesItsClaims(string address)
    {
        var (page, _) = await browser.OpenAsync(address);
        await page.ClickAsync("#kind-keys .k-loss button");
        (await page.IsVisibleAsync(".beside .claim.k-loss")).ShouldBeFalse();
        (await page.IsVisibleAsync(".beside .claim.k-control")).ShouldBeTrue();
    }

    [BrowserTheory]
    [InlineData("/?since=2022-05-08&on=2022-05-10")]
    public async Task Today_LineOpened_LeadsToTheWordsInTheReport(string address)
    {
        var (page, _) = await browser.OpenAsync(address);
        await page.ClickAsync(".situation summary");
        await page.ClickAsync("details[open] .citation a[href^='/reports/']");
        page.Url.ShouldContain("/reports/oak-hill#c-");
        (await page.InnerTextAsync(".text mark")).ShouldContain("Oak Hill");
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/map")]
    [InlineData("/claims/" + InventedLedger.ClaimId)]
    [InlineData("/reports/oak-hill")]
    [InlineData("/figures")]
    public async Task Page_OnTheWidestScreen_DoesNotScrollSideways(string address)
    {
        var (page, _) = await browser.OpenAsync(address, width: 3840);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(3840);
    }
}
