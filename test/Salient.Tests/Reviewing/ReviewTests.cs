using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Salient.Coding.Frames;
using Salient.Publishing.Exports;
using Salient.Reconciling;
using Salient.Recording;
using Salient.Records;
using Salient.Reviewing;
using Salient.Tests.Publishing.Exports;
using Salient.Tests.Reconciling;
using Salient.Tests.Recording;

namespace Salient.Tests.Reviewing;

public sealed class ReviewTests : IDisposable
{
    private const string Text = "Our men took Brodiv on Sunday. Some 40 tanks burned. The depot at Ostrivka was shelled.";
    private static readonly DateTimeOffset Noon = new(2022, 10, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly Ledger ledger;
    private readonly Report report = Made.Report("r1", Text, Front.Day(10, 4), outlet: "The Gazette");
    private readonly Claim taken, burned, shelled;
    private int minutes;

    public ReviewTests()
    {
        var brigade = Made.Source("the brigade", "military", "ru");
        taken = Made.Claim(report, "Our men took Brodiv on Sunday", "control", "captured", "ru", [brigade], [Made.Place("Brodiv", 1, 49, 36)]);
        burned = Made.Claim(report, "Some 40 tanks burned", "loss", "destroyed", "ua", [brigade], quantity: new Quantity(40, 40, "tank", true, "about"), category: "tank");
        shelled = Made.Claim(report, "The depot at Ostrivka was shelled", "combat", "shelling", "ru", [brigade], [Made.Place("Ostrivka", 2, 49, 36.2)]);
        ledger = Ledger.Write(folder.File("l.db"));
        Record(report, taken, burned, shelled);
    }

    public void Dispose()
    {
        ledger.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Reject_WeighsNothing_StaysShown_AndIsCounted()
    {
        Say("reject", taken.Id);
        var found = Reviewed.Claim(taken.Id)!;
        (found.Rejected, found.Review!.Word, found.Review.Last.By).ShouldBe((true, "rejected", "Ada"));
        Reviewed.Claims().Count().ShouldBe(3);
        Picture.Claims.Select(c => c.Claim.Id).ShouldNotContain(taken.Id);
        Picture.ControlOf(1)!.Views.ShouldBeEmpty();
        Picture.Happenings.ShouldNotContain(h => h.Claims.Contains(taken.Id));
        var source = Picture.Sources.Single();
        (source.Claims, source.Rejected, source.Accepted).ShouldBe((3, 1, 0));
    }

    [Fact]
    public void Undo_MakesItStandAsBefore_AndAnUndoCanBeUndone()
    {
        var entry = Say("reject", taken.Id);
        var undo = Say("undo", entry.Id);
        Reviewed.Claim(taken.Id)!.Review.ShouldBeNull();
        Picture.ControlOf(1)!.Views.ShouldNotBeEmpty();
        Say("undo", undo.Id);
        Reviewed.Claim(taken.Id)!.Rejected.ShouldBeTrue();
        ledger.Reviews().Length.ShouldBe(3);
    }

    [Fact]
    public void Correct_Slots_ReplaceWhatWasCoded_InEverythingThatReads()
    {
        Say("correct", burned.Id, changes: [new("actor.side", "ru"), new("quantity.min", "50"), new("quantity.max", "50"), new("quantity.basis", "exact"), new("time.to", "2022-10-02")]);
        var found = Reviewed.Claim(burned.Id)!;
        (found.Claim.Actor, found.Claim.Quantity, found.Claim.Time!.To).ShouldBe((new Party("ua", "ru"), new Quantity(50, 50, "tank", true, "exact"), Front.Day(10, 2)));
        found.Review!.Coded.ShouldBe(ledger.Claim(burned.Id)!.Claim, new SameId());
        found.Review.Corrected.ShouldBe(["actor.side", "quantity.min", "quantity.max", "quantity.basis", "time.to"]);
        var series = Picture.Figures.Single();
        (series.Side, series.Points.Single().Min).ShouldBe(("ru", 50));
        ExportedLedger.Text("claims", "jsonl", ExportedLedger.Of(Reviewed)).ShouldContain("\"review\":{\"is\":\"corrected\",\"by\":\"Ada\"");
        ExportedLedger.Text("claims", "csv", ExportedLedger.Of(Reviewed)).ShouldContain("corrected,Ada,2022-10-05T");
    }

    [Fact]
    public void Place_ByItsId_HasTheGazetteersCoordinates_AndAnOblastIsNoDot()
    {
        Say("place", shelled.Id, changes: [new("place.1.geonameid", "5")]);
        var place = Reviewed.Claim(shelled.Id)!.Claim.Places.Single();
        (place.GeonameId, place.Precision, place.Lon).ShouldBe((5, PlacePrecision.Oblast, 38));
        Dot.Of(Reviewed.Claim(shelled.Id)!).ShouldBeNull();
        Picture.Happenings.ShouldNotContain(h => h.Kind == "combat");
        Say("place", shelled.Id, changes: [new("place.1.geonameid", null)]);
        Reviewed.Claim(shelled.Id)!.Claim.Places.Single().ShouldBe(new ClaimPlace("Ostrivka", "at", null, null, null, PlacePrecision.None, 0));
    }

    [Fact]
    public void Add_WithTheReportsWords_IsAClaimAmongTheOthers()
    {
        var draft = Reviewer.Quote("r1", "The depot at Ostrivka was shelled", [new("kind", "logistics"), new("act", "disrupted"), new("actor", "the garrison"), new("actor.side", "ua"), new("place.1", "Ostrivka"), new("place.1.geonameid", "2")], "Ada", "missed");
        var entry = ledger.Append(Reviewer.Check(draft), Noon);
        var added = Reviewed.Claim(entry.Claim)!;
        added.Claim.Evidence.ShouldBe("The depot at Ostrivka was shelled");
        (added.Claim.Rule, added.Review!.Word, added.Claim.Places.Single().GeonameId).ShouldBe(("hand", "added", 2));
        Reviewed.Claims().Select(c => c.Claim.Id).ShouldBe(Reviewed.Claims().Order().Select(c => c.Claim.Id));
        Reviewed.Claims().Count().ShouldBe(4);
        Reviewed.ClaimsOf("r1").Length.ShouldBe(4);
        Code(() => Reviewer.Check(draft)).ShouldBe("SAL0735");
        Say("undo", entry.Id);
        Reviewed.Claims().Count().ShouldBe(3);
    }

    [Fact]
    public void JoinAndSplit_MakeOneEventOfTwo_AndTwoOfOne()
    {
        var second = Made.Report("r2", "They took Brodiv. A strike hit the depot.", Front.Day(10, 4));
        var again = Made.Claim(second, "They took Brodiv", "control", "captured", "ru", [], [Made.Place("Brodiv", 1, 49, 36)]);
        var strike = Made.Claim(second, "A strike hit the depot", "combat", "airstrike", "ru", [], [Made.Place("Ostrivka", 2, 49, 36.2)]);
        Record(second, again, strike);
        Picture.Happenings.Length.ShouldBe(3);
        Say("split", taken.Id, again.Id);
        Picture.Happenings.Count(h => h.Kind == "control").ShouldBe(2);
        Say("join", shelled.Id, strike.Id);
        Picture.Happenings.Single(h => h.Kind == "combat").Claims.ShouldBe([shelled.Id, strike.Id], ignoreOrder: true);
        Say("join", taken.Id, again.Id);
        Picture.Happenings.Length.ShouldBe(2);
    }

    [Fact]
    public void Recoded_WordsThatShiftALittle_CarryWhatWasSaid_OthersDoNot()
    {
        Say("reject", taken.Id);
        Say("accept", burned.Id);
        var shorter = Made.Claim(report, "men took Brodiv on Sunday", "control", "captured", "ru", [], [Made.Place("Brodiv", 1, 49, 36)]);
        var other = Made.Claim(report, "tanks burned", "loss", "damaged", "ua");
        var run = ledger.NewRun("2", "better");
        using (var batch = ledger.Begin("2", "better", run))
        {
            batch.Add("r1", Made.Capture("r1", Text), report, [shorter, other]);
            batch.Commit();
        }

        ledger.MakeCurrent(run);
        Reviewed.Claim(shorter.Id)!.Rejected.ShouldBeTrue();
        Reviewed.Claim(other.Id)!.Review.ShouldBeNull();
        var former = ledger.Former(burned.Id)!;
        former.Claim.Evidence.ShouldBe("Some 40 tanks burned");
        Successor.Of(former, ledger.ClaimsOf("r1"))!.Claim.Id.ShouldBe(other.Id);
        ledger.Former(other.Id).ShouldBeNull();
    }

    [Fact]
    public void Entries_AreNeverEditedOrTakenOut_AndEachCoversTheOneBefore()
    {
        var first = Say("accept", taken.Id);
        var second = Say("accept", taken.Id);
        first.Id.ShouldNotBe(second.Id);
        using var raw = new SqliteConnection($"Data Source={ledger.Path};Pooling=False");
        raw.Open();
        foreach (var sql in new[] { "UPDATE reviews SET author = 'x'", "DELETE FROM reviews" })
        {
            using var command = raw.CreateCommand();
            command.CommandText = sql;
            Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("never");
        }
    }

    [Theory]
    [InlineData("accept", "nothing", "Ada", "", "", "SAL0731")]
    [InlineData("accept", "taken", " ", "", "", "SAL0733")]
    [InlineData("correct", "taken", "Ada", "act", "flown", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "act", "", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "evidence", "other words", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "actor.side", "xx", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "time.from", "yesterday", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "quantity.min", "NaN", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "place.3.geonameid", "1", "SAL0732")]
    [InlineData("correct", "taken", "Ada", "place.1.geonameid", "987654", "SAL0732")]
    [InlineData("place", "taken", "Ada", "act", "lost", "SAL0732")]
    [InlineData("undo", "nothing", "Ada", "", "", "SAL0731")]
    [InlineData("bless", "taken", "Ada", "", "", "SAL0736")]
    public void Check_WhatCannotBeSaid_IsAProblem(string act, string claim, string by, string slot, string value, string code)
    {
        ImmutableArray<SlotChange> changes = slot.Length == 0 ? [] : [new(slot, value)];
        Code(() => Reviewer.Check(new ReviewDraft(act, claim == "taken" ? taken.Id : claim, by, null, changes, null))).ShouldBe(code);
        ledger.Reviews().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Our men took Lyman")]
    [InlineData("our men took Brodiv")]
    [InlineData("")]
    public void Quote_WordsThatAreNotThere_IsAProblem(string words) => Code(() => Reviewer.Quote("r1", words, [], "Ada", null)).ShouldBe("SAL0734");

    private ReviewedLedger Reviewed => new(ledger);

    private Reviewer Reviewer => new(Reviewed, Codebook.Acts, ["ua", "ru", "none"], id => Front.Places.FirstOrDefault(p => p.GeonameId == id));

    private Picture Picture => new(Reviewed, Front.Data, () => Front.Places);

    private static string Code(Action act) => Should.Throw<ProblemException>(act).Problem.Code;

    private ReviewEntry Say(string act, string claim, string? other = null, ImmutableArray<SlotChange>? changes = null) =>
        ledger.Append(Reviewer.Check(new ReviewDraft(act, claim, "Ada", other, changes ?? [], null)), Noon.AddMinutes(minutes++));

    private void Record(Report one, params Claim[] claims)
    {
        using var batch = ledger.Begin("1", "rules");
        batch.Add(one.Id, Made.Capture(one.Id, one.Text), one, claims).ShouldBeTrue();
        batch.Commit();
    }

    private sealed class SameId : IEqualityComparer<Claim?>
    {
        public bool Equals(Claim? x, Claim? y) => x?.Id == y?.Id && x?.Quantity == y?.Quantity;

        public int GetHashCode(Claim? obj) => 0;
    }
}
