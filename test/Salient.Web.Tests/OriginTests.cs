using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

/// <summary>A report whose outlet is not known is called by its title, never by its id.</summary>
public sealed partial class OriginTests : IAsyncLifetime
{
    private readonly WebApplication app = WebHost.Build(
        WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(figure: true, alone: true), InventedLedger.Picture, host => host.UseTestServer(), desk: InventedLedger.Desk);

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/", true)]
    [InlineData("/situation?since=2022-05-08&on=2022-05-10", true)]
    [InlineData("/map", true)]
    [InlineData("/events", true)]
    [InlineData("/events/" + InventedLedger.ClaimId, true)]
    [InlineData("/places/1", true)]
    [InlineData("/figures", true)]
    [InlineData("/sources", true)]
    [InlineData("/sources/oak-hill", true)]
    [InlineData("/claims", true)]
    [InlineData("/claims/" + InventedLedger.ClaimId, true)]
    [InlineData("/dynamics", false)]
    [InlineData("/disputes", false)]
    public async Task Page_ReportWithoutOutlet_IsCalledByItsTitle(string address, bool titled)
    {
        var html = await app.GetTestClient().GetStringAsync(address);
        var text = WebUtility.HtmlDecode(Tags().Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], " "));
        text.ShouldNotContain(InventedLedger.ReportId);
        text.Contains("\"Oak Hill\" falls", StringComparison.Ordinal).ShouldBe(titled, text);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/situation?since=2022-05-08&on=2022-05-10&evidence=all")]
    [InlineData("/map")]
    [InlineData("/events")]
    [InlineData("/places/1")]
    [InlineData("/figures")]
    [InlineData("/sources")]
    [InlineData("/claims")]
    [InlineData("/reports")]
    [InlineData("/claims/" + InventedLedger.ClaimId)]
    [InlineData("/review/add?report=" + InventedLedger.ReportId)]
    public async Task Page_ReportWithoutTitle_IsCalledByItsFirstWords(string address)
    {
        await using var untitled = WebHost.Build(
            WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(figure: true, alone: true, titled: false), InventedLedger.Picture, host => host.UseTestServer(), desk: InventedLedger.Desk);
        await untitled.StartAsync();
        var html = await untitled.GetTestClient().GetStringAsync(address);
        var text = WebUtility.HtmlDecode(Tags().Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], " "));
        text.ShouldNotContain(InventedLedger.ReportId);
        text.ShouldContain("“Invented troops took Oak Hill & \"<b>Mill</b>\" on Monday");
    }

    [Fact]
    public async Task Place_ClaimsBehindItsHolder_SayWhichWayTheySpeak()
    {
        var html = WebUtility.HtmlDecode(await app.GetTestClient().GetStringAsync("/places/1?on=2022-05-10"));
        Headings().Matches(html).Select(m => m.Groups[1].Value).ShouldContain(h => h.StartsWith("For ", StringComparison.Ordinal) && h.EndsWith(" as its holder: 1 claim", StringComparison.Ordinal), html);
    }

    [Fact]
    public async Task Map_ReportWithoutOutlet_IsCalledByItsTitle()
    {
        using var month = System.Text.Json.JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/month.json?month=2022-05"));
        var origin = month.RootElement.GetProperty("events")[0].GetProperty("origins")[0].GetString();
        origin.ShouldStartWith("“");
        origin.ShouldContain("falls");
    }

    [GeneratedRegex("<h3>([^<]*)</h3>", RegexOptions.None, 1000)]
    private static partial Regex Headings();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
