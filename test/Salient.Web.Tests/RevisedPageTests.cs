using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Records;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

/// <summary>A claim that its report no longer makes says so wherever it is shown, and is shown nowhere as if it stood.</summary>
public sealed class RevisedPageTests
{
    private static WebApplication App(ClaimFate? fate) =>
        WebHost.Build(WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) }, () => new InventedLedger(fate: fate), InventedLedger.Picture, host => host.UseTestServer(), desk: InventedLedger.Desk);

    [Theory]
    [InlineData(ClaimFate.Retracted, $"/reports/{InventedLedger.ReportId}", true)]
    [InlineData(ClaimFate.Retracted, $"/claims/{InventedLedger.ClaimId}", true)]
    [InlineData(ClaimFate.Retracted, "/claims", true)]
    [InlineData(ClaimFate.Retracted, "/claims?q=revision:retracted", true)]
    [InlineData(ClaimFate.Retracted, "/reports", true)]
    [InlineData(ClaimFate.Retracted, "/situation?on=2022-05-11&since=2022-05-09", true)]
    [InlineData(ClaimFate.Retracted, "/sources/The%20Invented%20Post", true)]
    [InlineData(ClaimFate.Changed, $"/reports/{InventedLedger.ReportId}", true)]
    [InlineData(ClaimFate.Vanished, $"/claims/{InventedLedger.ClaimId}", true)]
    [InlineData(ClaimFate.Corrected, "/claims", true)]
    [InlineData(null, $"/reports/{InventedLedger.ReportId}", false)]
    [InlineData(null, "/claims", false)]
    [InlineData(null, "/situation?on=2022-05-11&since=2022-05-09", false)]
    public async Task Page_OfAClaimThatStandsNoMore_SaysSo(ClaimFate? fate, string address, bool said)
    {
        await using var app = App(fate);
        await app.StartAsync();
        var html = await app.GetTestClient().GetStringAsync(address);
        var word = fate?.ToString().ToLowerInvariant() ?? "retracted";
        (html.Contains($"{word}:", StringComparison.Ordinal) || html.Contains($"{word} in a", StringComparison.Ordinal) || html.Contains($">{word}<", StringComparison.Ordinal) || html.Contains($"claim {word}", StringComparison.Ordinal)
            || html.Contains("claims of reports that it withdrew", StringComparison.Ordinal)).ShouldBe(said, html);
        html.ShouldNotContain("<b>wrong</b>");
    }

    [Theory]
    [InlineData($"/reports/{InventedLedger.ReportId}.json", "retracted")]
    [InlineData($"/claims/{InventedLedger.ClaimId}.json", "retracted")]
    [InlineData("/claims.json", "retracted")]
    [InlineData("/reports.json", "invented.example/atom")]
    [InlineData("/sources/The%20Invented%20Post.json", "\"retracted\":1")]
    public async Task Twin_OfAClaimThatStandsNoMore_SaysSo(string address, string word)
    {
        await using var app = App(ClaimFate.Retracted);
        await app.StartAsync();
        var json = await app.GetTestClient().GetStringAsync(address);
        JsonDocument.Parse(json).RootElement.GetRawText().Replace(" ", "", StringComparison.Ordinal).ShouldContain(word);
    }

    [Theory]
    [InlineData("/places/1")]
    [InlineData("/events")]
    [InlineData("/disputes")]
    [InlineData("/")]
    public async Task Page_OfFindings_DoesNotShowItAsIfItStood(string address)
    {
        await using var app = App(ClaimFate.Retracted);
        await app.StartAsync();
        (await app.GetTestClient().GetStringAsync(address)).ShouldNotContain(InventedLedger.ClaimId);
    }
}
