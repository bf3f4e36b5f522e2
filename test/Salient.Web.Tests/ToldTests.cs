using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Salient.Reconciling;
using Salient.Records;
using Salient.Theatres;
using Salient.Web.Hosting;

namespace Salient.Web.Tests;

/// <summary>A day quotes what was told by then, and an oblast is shaded for words on all of it.</summary>
public sealed class ToldTests : IAsyncLifetime
{
    private const string Later = "00000000000000c1", Whole = "00000000000000c2", Around = "00000000000000c3";
    private static readonly Place Oblast = new(5, "Donetsk", 48.3, 37.8, PlacePrecision.Oblast, "UA", "Donetsk", null, 0);

    private readonly WebApplication app = WebHost.Build(
        WebOptions.Default with { Patience = TimeSpan.FromMinutes(1) },
        () => new InventedLedger(more: [On(Later, 25), Of(Whole, "Invented troops hold all of Donetsk Oblast"), Of(Around, "Invented troops dug in across occupied Donetsk Oblast")]),
        Picture,
        host => host.UseTestServer());

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData(10, false)]
    [InlineData(26, true)]
    public async Task Today_ChangeOfHands_QuotesWhatWasToldByThen(int day, bool quoted)
    {
        using var json = JsonDocument.Parse(await app.GetTestClient().GetStringAsync($"/index.json?since=2022-05-08&on=2022-05-{day}"));
        var control = json.RootElement.GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "control");
        var told = control.GetProperty("lines").EnumerateArray().SelectMany(l => l.GetProperty("evidence").EnumerateArray()).Select(e => e.GetProperty("claim").GetString()).ToList();
        told.ShouldContain(InventedLedger.ClaimId);
        told.Contains(Later).ShouldBe(quoted);
    }

    [Fact]
    public async Task MapMonth_WordsOnAnOblast_AreThoseOnAllOfIt()
    {
        using var month = JsonDocument.Parse(await app.GetTestClient().GetStringAsync("/map/month.json?month=2022-05"));
        month.RootElement.GetProperty("words").EnumerateArray().Select(w => w.GetProperty("claim").GetString()).ShouldBe([Whole]);
    }

    private static Picture Picture(ILedgerReader ledger)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        return new Picture(ledger, ReconcilingData.Load(TheatreLoader.Load(Path.Combine(data, "theatres", "ukraine")), Path.Combine(data, "rules", "en")), () => [InventedLedger.OakHill, Oblast]);
    }

    private static RecordedClaim On(string id, int day) =>
        InventedLedger.Only with { Claim = InventedLedger.Only.Claim with { Id = id, Report = id }, Report = InventedLedger.Only.Report with { Id = id, Date = InventedLedger.Only.Report.Date with { Day = new DateOnly(2022, 5, day) } } };

    private static RecordedClaim Of(string id, string words) => InventedLedger.Only with
    {
        Claim = InventedLedger.Only.Claim with { Id = id, Act = "held", Evidence = words, Places = [new ClaimPlace("Donetsk Oblast", "at", Oblast.GeonameId, Oblast.Lat, Oblast.Lon, PlacePrecision.Oblast, 0.9)] },
    };
}
