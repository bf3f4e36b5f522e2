using Salient.Reconciling;
using Salient.Records;
using Salient.Recording;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

/// <summary>Versions of one page: what a later one no longer says is marked, and weighs nothing.</summary>
public sealed class RevisionTests : IDisposable
{
    internal const string First = "Forces took Brodiv on Sunday. Some 40 tanks burned. The depot was shelled.";
    internal const string Second = "Forces took Brodiv on Sunday. Some 14 tanks burned.";
    private const string Note = "\n\nCorrection: the number of tanks was wrong.";
    private static readonly ClaimPlace Brodiv = Made.Place("Brodiv", 1, 49, 36);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Add_ChangedPage_MarksWhatChangedAndVanished(bool laterFirst)
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        string[] order = laterFirst ? [Second, First] : [First, Second];
        foreach (var text in order)
        {
            Add(ledger, text, "https://example.org/a");
            Reconcile(ledger);
        }

        Fates(ledger).ShouldBe([("captured", null), ("destroyed", ClaimFate.Changed), ("shelling", ClaimFate.Vanished), ("captured", null), ("destroyed", null)]);
        var changed = ledger.Claims().Single(c => c.Revision?.Fate == ClaimFate.Changed);
        ledger.Claim(changed.Revision!.Successor!)!.Claim.Quantity!.Min.ShouldBe(14);
        ledger.Claim(changed.Claim.Id)!.Revision.ShouldBe(changed.Revision);
        var picture = new Picture(ledger, Front.Data, () => Front.Places);
        picture.Happenings.ShouldNotContain(h => h.Act == "shelling");
        picture.Figures.ShouldHaveSingleItem().Points.ShouldHaveSingleItem().Min.ShouldBe(14);
        picture.Sources.Single().Retracted.ShouldBe(2);
        Salient.Publishing.ClaimText.Write(changed).ShouldContain("changed in ");
    }

    [Fact]
    public void Add_PageWithANote_MarksAsCorrected()
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        Add(ledger, Second + Note, "https://example.org/a");
        Reconcile(ledger);
        Fates(ledger).Where(f => f.Fate is not null).Select(f => f.Fate).ShouldBe([ClaimFate.Corrected, ClaimFate.Corrected]);
    }

    [Fact]
    public void Add_OtherPages_AreNoVersions()
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        Add(ledger, Second, "https://example.org/b");
        Reconcile(ledger);
        Fates(ledger).ShouldAllBe(f => f.Fate == null);
    }

    [Fact]
    public void Forget_LaterVersion_LetsTheEarlierStandAgain()
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        Add(ledger, Second, "https://example.org/a");
        Reconcile(ledger);
        ledger.Forget(ledger.Reports().Single(r => r.Fetched == "2022-05-02T00:00:00Z").Id);
        Reconcile(ledger);
        Fates(ledger).ShouldAllBe(f => f.Fate == null);
        new Picture(ledger, Front.Data, () => Front.Places).Happenings.ShouldContain(h => h.Act == "shelling");
    }

    [Theory]
    [InlineData("https://other.example/feed 1", "https://other.example/feed 2", false, "two entries that have no page of their own")]
    [InlineData(null, "https://other.example/feed", false, "a feed's words on a page are no version of the page")]
    [InlineData("https://other.example/feed", "https://other.example/feed", true, "one feed's words, then its words again")]
    [InlineData("https://example.org/feed", "https://other.example/feed", false, "two feeds' words on one page")]
    public void Add_WordsOfAFeed_AreVersionsOfItsOwnWordsAlone(string? first, string? second, bool versions, string why)
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a", first);
        Add(ledger, Second, "https://example.org/a", second);
        Reconcile(ledger);
        Fates(ledger).Any(f => f.Fate is not null).ShouldBe(versions, why);
        ledger.Unstamp();
        new Picture(ledger, Front.Data, () => Front.Places).Shown.Any(c => !c.Stands).ShouldBe(versions, why);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Retract_Report_ItsClaimsAreMarkedAndWeighNothing(bool littleByLittle)
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        if (littleByLittle)
        {
            Reconcile(ledger);
        }

        ledger.Retract("early", "https://example.org/atom", new DateTimeOffset(2022, 5, 3, 0, 0, 0, TimeSpan.Zero), "wrong from the start").ShouldBeTrue();
        Reconcile(ledger);
        Fates(ledger).Select(f => f.Fate).ShouldBe([ClaimFate.Retracted, ClaimFate.Retracted, ClaimFate.Retracted]);
        var picture = new Picture(ledger, Front.Data, () => Front.Places);
        picture.Claims.ShouldBeEmpty();
        picture.Shown.Length.ShouldBe(3);
        picture.Happenings.ShouldBeEmpty();
        picture.Figures.ShouldBeEmpty();
        picture.ControlOf(1)?.Views.ShouldBeEmpty();
        picture.Sources.Single().ShouldSatisfyAllConditions(s => s.Name.ShouldBe("The Gazette"), s => s.Retracted.ShouldBe(3));
        Salient.Publishing.ClaimText.Write(picture.Shown[0]).ShouldContain("retracted by its outlet, 2022-05-03");
        ledger.Retract("early", "Ada", new DateTimeOffset(2022, 5, 4, 0, 0, 0, TimeSpan.Zero), null, restored: true).ShouldBeTrue();
        Reconcile(ledger);
        Fates(ledger).ShouldAllBe(f => f.Fate == null);
        new Picture(ledger, Front.Data, () => Front.Places).Sources.Single().Retracted.ShouldBe(0);
    }

    [Fact]
    public void Retract_BothVersions_WhatTheLaterChangedStaysChanged()
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        Add(ledger, Second, "https://example.org/a");
        ledger.Retract("early", "them", default, null);
        ledger.Retract("later", "them", default, null);
        Reconcile(ledger);
        Fates(ledger).Select(f => f.Fate).ShouldBe([ClaimFate.Retracted, ClaimFate.Changed, ClaimFate.Vanished, ClaimFate.Retracted, ClaimFate.Retracted]);
    }

    [Fact]
    public void Situation_OfDaysWithARevision_LeavesItsClaimsOutAndSaysSo()
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        Add(ledger, Second, "https://example.org/a");
        Reconcile(ledger);
        var situation = new Picture(ledger, Front.Data, () => Front.Places).Situation(Front.Day(5, 2));
        situation.Sections.SelectMany(s => s.Id == "taken-back" ? [] : s.Sentences).ShouldAllBe(s => !s.Text.Contains("40", StringComparison.Ordinal) && !s.Text.Contains("shell", StringComparison.Ordinal));
        var taken = situation.Sections.Single(s => s.Id == "taken-back").Sentences.ShouldHaveSingleItem();
        taken.Text.ShouldBe("The Gazette, report of 2022-05-01: 1 claim changed, 1 claim vanished.");
        taken.Citations.Length.ShouldBe(2);
        new Picture(ledger, Front.Data, () => Front.Places).Situation(Front.Day(5, 20)).Sections.ShouldNotContain(s => s.Id == "taken-back");
    }

    [Fact]
    public void Picture_OfALedgerThatKeepsNothing_MarksThemToo()
    {
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, First, "https://example.org/a");
        Add(ledger, Second, "https://example.org/a");
        var picture = new Picture(ledger, Front.Data, () => Front.Places);
        picture.Shown.Count(c => c.Revision is not null).ShouldBe(2);
        picture.Claims.Length.ShouldBe(3);
    }

    private static List<(string Act, ClaimFate? Fate)> Fates(Ledger ledger) =>
        [.. ledger.Claims().OrderBy(c => c.Report.Fetched, StringComparer.Ordinal).ThenBy(c => c).Select(c => (c.Claim.Act, c.Revision?.Fate))];

    private static void Reconcile(Ledger ledger) => new Reconciler(ledger, Front.Data, () => Front.Places).Reconcile();

    internal static void Add(Ledger ledger, string text, string address, string? excerptOf = null)
    {
        var later = text.StartsWith(Second, StringComparison.Ordinal);
        var capture = Made.Capture(later ? "later" : "early", text) with { Origin = address, Feed = excerptOf?.Split(' ')[0], Entry = excerptOf?.Split(' ')[^1], Excerpt = excerptOf is not null, Fetched = new DateTimeOffset(2022, 5, later ? 2 : 1, 0, 0, 0, TimeSpan.Zero) };
        var day = Front.Day(5, 1);
        var at = text.IndexOf("\n\n", StringComparison.Ordinal);
        var report = Made.Report(capture.Name, text, day, outlet: "The Gazette");
        report = at < 0 ? report : report with { Paragraphs = [new Paragraph(new TextSpan(0, at), ParagraphRole.Body), new Paragraph(new TextSpan(at + 2, text.Length), ParagraphRole.Correction)] };
        var tanks = later ? 14 : 40;
        List<Claim> claims =
        [
            Made.Claim(report, "Forces took Brodiv on Sunday", "control", "captured", "ru", null, [Brodiv]),
            Made.Claim(report, $"Some {tanks} tanks burned", "loss", "destroyed", "ru", quantity: new Quantity(tanks, tanks, "tank", false, "exact"), category: "tank"),
        ];
        if (!later)
        {
            claims.Add(Made.Claim(report, "The depot was shelled", "combat", "shelling", "ru", null, [Brodiv]));
        }

        using var batch = ledger.Begin("1", "rules");
        batch.Add(capture.Name, capture, report, claims);
        batch.Commit();
    }
}
