using Microsoft.Playwright;

namespace Salient.Web.Tests;

/// <summary>Every page, folded parts open: light and dark, narrow and wide, on paper and without script.</summary>
[Trait("Category", "Browser")]
public sealed class EveryPageTests(Browser browser) : IClassFixture<Browser>
{
    private const int A4 = 718;

    /// <summary>Every page but those that read reports again.</summary>
    public static TheoryData<string> Addresses { get; } =
    [
        .. PageTests.Main, .. (string[])["/?since=2022-05-08&on=2022-05-10", "/situation?since=2022-05-08&on=2022-05-10&evidence=all", "/claims?q=oak", "/claims?q=%22", "/figures", "/sources", "/disputes", "/dynamics", "/review", "/review/add?report=oak-hill", "/exports", "/exports?q=oak"],
    ];

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public Task Page_ForEverySightAndWidth_HasNoBarrier(string address) => CheckAsync(browser, address);

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_OnPaper_HasNoControlsAndIsNotCutOff(string address)
    {
        var (page, _) = await browser.OpenAsync(address, width: A4);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.IsVisibleAsync(".top")).ShouldBeFalse();
        (await page.IsVisibleAsync("h1") || address == "/map").ShouldBeTrue();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(A4);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('nav, form.filter, form.review button')].filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))")).ShouldBeEmpty();
        var (background, ink) = (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"), await page.EvaluateAsync<string>("() => getComputedStyle(document.body).color"));
        (background, ink).ShouldBe(("rgb(255, 255, 255)", "rgb(0, 0, 0)"));
    }

    [BrowserTheory]
    [InlineData("/review/add?report=oak-hill")]
    public async Task Form_ThatAdds_IsPrintedToBeFilledIn(string address)
    {
        var (page, _) = await browser.OpenAsync(address, width: A4);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.IsVisibleAsync("form.review textarea")).ShouldBeTrue();
        (await page.Locator("form.review label:visible").CountAsync()).ShouldBeGreaterThan(15);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('form.review input, form.review select')].filter(e => e.checkVisibility() && getComputedStyle(e).borderTopWidth === '0px').map(e => e.name)")).ShouldBeEmpty();
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_WithoutScript_Reads(string address)
    {
        var (page, errors) = await browser.OpenAsync(address, script: false);
        (await page.InnerTextAsync("h1")).Trim().ShouldNotBeEmpty();
        (await page.InnerTextAsync("main")).Trim().Length.ShouldBeGreaterThan(20);
        (await page.IsVisibleAsync("nav a[href='/claims']")).ShouldBeTrue();
        errors.ShouldBeEmpty();
    }

    // How far the letters of the search box stand out from what is behind them, as WCAG reckons it.
    private const string Contrast = """
        () => {
          const numbers = text => text.match(/[\d.]+/g).map(Number);
          const light = rgb => { const [r, g, b] = rgb.slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const box = document.getElementById('seek');
          let at = box;
          while (at.parentElement && numbers(getComputedStyle(at).backgroundColor)[3] === 0) at = at.parentElement;
          const [a, b] = [numbers(getComputedStyle(box).color), numbers(getComputedStyle(at).backgroundColor)].map(light);
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }
        """;

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Head_SearchedWords_CanBeRead(ColorScheme scheme)
    {
        var (page, _) = await browser.OpenAsync("/claims?q=oak", scheme: scheme);
        (await page.InputValueAsync("#seek")).ShouldBe("oak");
        (await page.EvaluateAsync<double>(Contrast)).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [BrowserTheory]
    [InlineData("/claims", 3840, 22)]
    [InlineData("/claims", 1280, 16)]
    public async Task Letters_OnAWideScreen_AreLarger(string address, int width, int least)
    {
        var (page, _) = await browser.OpenAsync(address, width: width);
        (await page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('.claim blockquote')).fontSize)")).ShouldBeGreaterThanOrEqualTo(least);
    }

    /// <summary>No barrier (axe-core), no complaint, nothing wider than the screen, light and dark.</summary>
    internal static async Task CheckAsync(Browser browser, string address)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(360, ColorScheme.Light), (1280, ColorScheme.Dark)])
        {
            var (page, errors) = await browser.OpenAsync(address, width, scheme);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
            await page.EvaluateAsync(await File.ReadAllTextAsync(BrowserTests.Axe()));
            var found = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 120) + ' ' + (n.any[0]?.message ?? '')))");
            found.ShouldBeEmpty($"{width} {scheme}");
            errors.ShouldBeEmpty($"{width} {scheme}");
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.scroll')].filter(s => s.scrollWidth > s.clientWidth + 1).map(s => s.getAttribute('aria-label'))")).ShouldBeEmpty($"wider than the screen of {width}");
        }
    }
}
