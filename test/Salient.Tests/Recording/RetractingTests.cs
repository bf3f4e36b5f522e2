using Salient.Acquiring;
using Salient.Recording;
using Salient.Records;

namespace Salient.Tests.Recording;

/// <summary>Reports that their outlets withdrew: who may withdraw what, and that nothing is lost.</summary>
public sealed class RetractingTests : IDisposable
{
    private const string Feed = "https://news.example/atom";
    private static readonly DateTimeOffset Noon = new(2022, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly Ledger ledger;

    public RetractingTests() => ledger = Ledger.Write(folder.File("a.db"));

    public void Dispose()
    {
        ledger.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(Feed, "urn:1", Feed, "https://elsewhere.example/1", true, "the feed that listed it")]
    [InlineData(Feed, "urn:1", "https://other.example/atom", "https://elsewhere.example/1", false, "another feed")]
    [InlineData(Feed, "urn:1", "https://elsewhere.example/atom", "https://elsewhere.example/1", true, "a feed of the page's own host")]
    [InlineData(Feed, "urn:1", "http://elsewhere.example:8080/atom", "https://elsewhere.example/1", false, "a feed at another port of the host")]
    [InlineData(null, null, "https://elsewhere.example/atom", "https://elsewhere.example/1", true, "named by its address, by its own host")]
    [InlineData(null, null, Feed, "https://elsewhere.example/1", false, "named by its address, by another host")]
    [InlineData("day1.atom", "urn:1", "day2.atom", "https://elsewhere.example/1", true, "a file after a file")]
    [InlineData(Feed, "urn:1", "day2.atom", "https://elsewhere.example/1", false, "a file, of what came from the web")]
    public void Withdrawn_Report_IsItsOwnFeedsMatter(string? feed, string? entry, string source, string origin, bool own, string why)
    {
        Add("a", origin, feed, entry);
        Add("b", "https://elsewhere.example/2", Feed, "urn:2");
        var found = ledger.Withdrawn(new Withdrawal(entry ?? origin, source));
        found.Reports.ShouldBe(own ? ["a"] : [], why);
        found.Others.ShouldBe(own ? [] : ["a"], why);
    }

    [Fact]
    public void Retract_Report_StaysWholeAndIsInTheChain()
    {
        Add("a", "https://news.example/1", Feed, "urn:1");
        Say(new Withdrawal("urn:1", Feed) { Said = "2022-05-03T11:00:00Z", Note = "wrong\nfrom the start", Noted = Noon }).Retracted.ShouldBe(["a"]);
        var report = ledger.Reports().ShouldHaveSingleItem();
        report.Retracted.ShouldBe(new Retraction(Feed, "2022-05-03T12:00:00Z", "2022-05-03T11:00:00Z", "wrong from the start"));
        report.Retracted!.Day.ShouldBe("2022-05-03");
        ledger.Capture("a").ShouldNotBeNull();
        ledger.ClaimsOf("a").ShouldHaveSingleItem().Revision.ShouldBe(new ClaimRevision(ledger.ClaimsOf("a")[0].Claim.Id, ClaimFate.Retracted, "a", null));
        ledger.Claim(ledger.ClaimsOf("a")[0].Claim.Id)!.Stands.ShouldBeFalse();
        ledger.Search("Brodiv", 5).ShouldHaveSingleItem().Revision!.Later.ShouldBeNull();
        ledger.Verify().ShouldSatisfyAllConditions(v => v.Faults.ShouldBeEmpty(), v => v.Arrivals.ShouldBe(2), v => v.Claims.ShouldBe(1));
    }

    [Fact]
    public void Retract_SaidAgainAtEachLook_WritesOnce()
    {
        Add("a", "https://news.example/1", Feed, "urn:1");
        var word = new Withdrawal("urn:1", Feed) { Said = "2022-05-03T11:00:00Z", Noted = Noon };
        Say(word);
        var (revision, arrivals) = (ledger.Revision, ledger.LastArrival);
        Say(word with { Noted = Noon.AddHours(1) }).Retracted.ShouldBeEmpty();
        Say(new Withdrawal("urn:other", Feed)).Refused.ShouldBeEmpty();
        (ledger.Revision, ledger.LastArrival).ShouldBe((revision, arrivals));
    }

    [Fact]
    public void Retract_AnothersReport_IsNamedAndStands()
    {
        Add("a", "https://elsewhere.example/1", "https://elsewhere.example/atom", "urn:1");
        var revision = ledger.Revision;
        Say(new Withdrawal("urn:1", Feed)).Refused.ShouldHaveSingleItem().Code.ShouldBe("SAL0122");
        ledger.Reports().ShouldHaveSingleItem().Retracted.ShouldBeNull();
        ledger.Revision.ShouldBe(revision);
    }

    [Fact]
    public void Retract_UndoneByAnAnalyst_StandsThoughTheFeedSaysItAgain()
    {
        Add("a", "https://news.example/1", Feed, "urn:1");
        var word = new Withdrawal("urn:1", Feed) { Said = "2022-05-03T11:00:00Z" };
        Say(word);
        ledger.Retract("a", "Ada", Noon, "it is on their page", restored: true).ShouldBeTrue();
        ledger.Retract("a", "Ada", Noon, null, restored: true).ShouldBeFalse();
        Say(word).Retracted.ShouldBeEmpty();
        ledger.Reports().ShouldHaveSingleItem().Retracted.ShouldBeNull();
        ledger.Retract("a", "Ada", Noon, null).ShouldBeTrue();
        ledger.Reports().ShouldHaveSingleItem().Retracted!.Source.ShouldBe("Ada");
        ledger.Retract("nothing", "Ada", Noon, null).ShouldBeFalse();
        ledger.Verify().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Forget_RetractedReport_LeavesNothingToTheNextOfThatName()
    {
        Add("a", "https://news.example/1", Feed, "urn:1");
        Say(new Withdrawal("urn:1", Feed));
        ledger.Forget("a").ShouldBeTrue();
        Add("a", "https://news.example/1", Feed, "urn:1", " Again.");
        ledger.Reports().ShouldHaveSingleItem().Retracted.ShouldBeNull();
        ledger.Verify().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Add_DeletionBehindItsEntry_IsWrittenInItsOrder()
    {
        var capture = Made.Capture("a", "The brigade took Brodiv on Sunday.") with { Origin = "https://news.example/1", Feed = Feed, Entry = "urn:1" };
        var result = Adder().Add([new Acquired(capture, null), new Acquired(null, null) { Withdrawn = new Withdrawal("urn:1", Feed) }], 2);
        result.ShouldSatisfyAllConditions(r => r.Added.ShouldBe(1), r => r.Retracted.ShouldBe(["a"]), r => r.Refused.ShouldBeEmpty());
    }

    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));

    private Adder Adder() => new(ledger, () => Stages.Value, "1", "rules");

    private AddResult Say(Withdrawal word) => Adder().Add([new Acquired(null, null) { Withdrawn = word }], 1);

    private void Add(string name, string origin, string? feed, string? entry, string more = "")
    {
        var text = $"The brigade took Brodiv on Sunday.{more}{name}";
        var report = Made.Report(name, text, new DateOnly(2022, 5, 1));
        using var batch = ledger.Begin("1", "rules");
        batch.Add(name, Made.Capture(name, text) with { Origin = origin, Feed = feed, Entry = entry }, report, [Made.Claim(report, "The brigade took Brodiv", "control", "captured")]);
        batch.Commit();
    }
}
