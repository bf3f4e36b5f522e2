using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

/// <summary>A test that a real browser runs; skipped, saying so, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = "chromium is not installed";
        }
    }
}

/// <summary>The pages on a loopback address, and a browser before them.</summary>
public class Browser : IAsyncLifetime
{
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Debian's chromium, or what CHROMIUM names; null where there is none.</summary>
    public static string? Executable { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    private string Root { get; set; } = string.Empty;

    /// <summary>The server before which the browser stands.</summary>
    protected virtual WebApplication Build() =>
        WebHost.Build(WebOptions.Default with { Urls = "http://127.0.0.1:0", Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(figure: true), InventedLedger.Picture, desk: InventedLedger.Desk);

    public async Task InitializeAsync()
    {
        app = Build();
        await app.StartAsync();
        Root = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        if (Executable is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Executable,
                Args = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>Opens an address; the second value collects what the page complains of.</summary>
    public async Task<(IPage Page, List<string> Errors)> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        // A busy machine is slow, not wrong.
        context.SetDefaultTimeout(120_000);
        context.SetDefaultNavigationTimeout(120_000);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Root, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                errors.Add("a request leaves the machine: " + request.Url);
            }
        };
        await page.GotoAsync(Root + address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return (page, errors);
    }
}
