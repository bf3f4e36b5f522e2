using System.Text.Json;
using Salient.Publishing.Exports;
using Salient.Reconciling;
using Salient.Records;
using Salient.Searching;
using Salient.Tests.Reconciling;
using Salient.Tests.Recording;

namespace Salient.Tests.Publishing.Exports;

/// <summary>A claim that its report no longer makes: each export says so, or leaves it out where its form has no word for that.</summary>
public sealed class RevisedTests(RevisedTests.Ledger made) : IClassFixture<RevisedTests.Ledger>
{
    private readonly ExportSource source = made.Source;

    private IEnumerable<RecordedClaim> Claims => source.Claims();

    public static TheoryData<string, string> Forms { get; } = Every();

    [Theory]
    [MemberData(nameof(Forms))]
    public void Export_ClaimsThatStandNoMore_SaySoOrAreLeftOut(string what, string format)
    {
        var gone = Claims.Where(c => !c.Stands).ToList();
        gone.Select(c => c.Revision!.Fate).Distinct().Order().ShouldBe([ClaimFate.Changed, ClaimFate.Vanished, ClaimFate.Retracted]);
        var text = ExportedLedger.Text(what, format, source);
        if (what == "claims" && format is "csv" or "jsonl" or "geojson" or "kml" or "stix")
        {
            foreach (var claim in gone)
            {
                Said(text, format, claim).ShouldContain(claim.Revision!.Fate.ToString().ToLowerInvariant(), Case.Sensitive, $"{what} {format}: {claim.Claim.Act}");
            }
        }
        else
        {
            gone.ShouldAllBe(c => !text.Contains(c.Claim.Id, StringComparison.Ordinal));
            gone.ShouldAllBe(c => !text.Contains(c.Claim.Evidence, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("revision:retracted", 3)]
    [InlineData("revision:changed", 1)]
    [InlineData("revision:vanished", 1)]
    [InlineData("revision:corrected", 0)]
    [InlineData("revision:any", 5)]
    [InlineData("NOT revision:any kind:control", 2)]
    public void Search_ByRevision_FindsThem(string query, int found)
    {
        Claims.Count(Query.Parse(query)!.Matches).ShouldBe(found);
        Should.Throw<QueryException>(() => Query.Parse("revision:perhaps")).Problem.Code.ShouldBe("SAL0622");
    }

    private static TheoryData<string, string> Every()
    {
        var forms = new TheoryData<string, string>();
        foreach (var form in ExportForms.All.Where(f => f.What != "reviews"))
        {
            forms.Add(form.What, form.Format);
        }

        return forms;
    }

    // What stands round the claim's id, in the form's own bounds.
    private static string Said(string text, string format, RecordedClaim claim)
    {
        var id = claim.Claim.Id;
        return format switch
        {
            "csv" or "jsonl" => text.Split('\n').Single(l => l.Contains(id, StringComparison.Ordinal) && (format == "csv" ? l.StartsWith(id, StringComparison.Ordinal) : l.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal))),
            "kml" => text.Split("<Placemark").Single(p => p.Contains($"<value>{id}</value>", StringComparison.Ordinal)),
            "geojson" => JsonDocument.Parse(text).RootElement.GetProperty("features").EnumerateArray().Single(f => f.GetRawText().Contains(id, StringComparison.Ordinal)).GetRawText(),
            _ => JsonDocument.Parse(text).RootElement.GetProperty("objects").EnumerateArray().Single(o => o.GetRawText().Contains($"\"evidence\":\"{claim.Claim.Evidence}\"", StringComparison.Ordinal) && o.GetRawText().Contains("revision", StringComparison.Ordinal)).GetRawText(),
        };
    }

    /// <summary>Two versions of one page, and a report that was withdrawn.</summary>
    public sealed class Ledger : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly Salient.Recording.Ledger ledger;

        public Ledger() => Source = ExportedLedger.Of(ledger = Made(folder));

        public ExportSource Source { get; }

        public void Dispose()
        {
            ledger.Dispose();
            folder.Dispose();
        }
    }

    private static Salient.Recording.Ledger Made(TemporaryFolder folder)
    {
        var ledger = Salient.Recording.Ledger.Write(folder.File("a.db"));
        RevisionTests.Add(ledger, RevisionTests.First, "https://example.org/a");
        RevisionTests.Add(ledger, RevisionTests.Second, "https://example.org/a");
        var brodiv = Recording.Made.Place("Brodiv", 1, 49, 36);
        var report = Recording.Made.Report("gone", "Guns fired at Brodiv. Ten buses burned. Men stormed Brodiv.", Front.Day(5, 4), outlet: "Second Post");
        using (var batch = ledger.Begin("1", "rules"))
        {
            batch.Add("gone", Recording.Made.Capture("gone", report.Text) with { Origin = "https://example.org/gone" }, report,
            [
                Recording.Made.Claim(report, "Guns fired at Brodiv", "combat", "shelling", "ru", null, [brodiv]),
                Recording.Made.Claim(report, "Ten buses burned", "loss", "destroyed", "ua", quantity: new Quantity(10, 10, "vehicle", false, "exact"), category: "vehicle"),
                Recording.Made.Claim(report, "Men stormed Brodiv", "control", "captured", "ua", null, [brodiv]),
            ]);
            batch.Commit();
        }

        ledger.Retract("gone", "https://example.org/atom", new DateTimeOffset(2022, 5, 5, 0, 0, 0, TimeSpan.Zero), null);
        new Reconciler(ledger, Front.Data, () => Front.Places).Reconcile();
        return ledger;
    }
}
