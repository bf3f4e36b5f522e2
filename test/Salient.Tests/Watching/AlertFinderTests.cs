using System.Collections.Immutable;
using Salient.Records;
using Salient.Recording;
using Salient.Tests.Recording;
using Salient.Training.Measuring.Intake;
using Salient.Watching;

namespace Salient.Tests.Watching;

public sealed class AlertFinderTests : IDisposable
{
    private static readonly AlertTarget Target = new(TargetKind.File, "alerts.jsonl");
    private readonly TemporaryFolder folder = new();
    private readonly Ledger ledger;
    private ImmutableArray<Dispute> disputes = [];

    public AlertFinderTests() => ledger = Ledger.Write(folder.File("l.db"));

    public void Dispose()
    {
        ledger.Dispose();
        folder.Dispose();
    }

    private void Record(string id, string text, string kind, string act, string actor, ClaimPlace? place = null, double? count = null)
    {
        var report = Made.Report(id, text, new DateOnly(2022, 5, 2));
        var claim = Made.Claim(report, text, kind, act, actor, places: place is null ? [] : [place], quantity: count is null ? null : new Quantity(count, null, "tank", false, "at-least"));
        using var batch = ledger.Begin("1", "rules");
        batch.Add(id, Made.Capture(id, text), report, [claim]);
        batch.Commit();
    }

    private List<string> Find(AlertRule rule, WatchState state) =>
        [.. new AlertFinder([rule], ledger, () => disputes, new AutoClock(DateTimeOffset.UnixEpoch)).Find(state).Select(u => u.Alert.Report ?? u.Alert.Text)];

    [Fact]
    public void Find_FirstTime_OnlyNotesWhereTheLedgerStands()
    {
        Record("a", "Tanks burnt in Brodiv.", "loss", "destroyed", "ru");
        var state = new WatchState();
        Find(new AlertRule("r", null, null, null, null, null, null, false, [Target]), state).ShouldBeEmpty();
        Record("b", "Guns burnt in Brodiv.", "loss", "destroyed", "ru");
        Find(new AlertRule("r", null, null, null, null, null, null, false, [Target]), state).ShouldBe(["b"]);
        Find(new AlertRule("r", null, null, null, null, null, null, false, [Target]), state).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("brodiv", null, null, null, "a b")]
    [InlineData(null, "loss", null, null, "a c")]
    [InlineData(null, "control/captured", null, null, "b")]
    [InlineData("Brodiv", "loss", null, null, "a")]
    [InlineData(null, null, 10.0, null, "c")]
    [InlineData(null, null, null, "ua", "b")]
    [InlineData("Nowhere", null, null, null, "")]
    public void Find_Rule_TakesWhatAllOfItHoldsFor(string? place, string? kind, double? least, string? side, string reports)
    {
        var state = new WatchState { Alerted = 0 };
        Record("a", "Tanks burnt in Brodiv.", "loss", "destroyed", "ru", Made.Place("Brodiv", 1), 3);
        Record("b", "Troops took Brodiv.", "control", "captured", "ua", Made.Place("Brodiv", 1));
        Record("c", "Forty tanks burnt.", "loss", "destroyed", "ru", null, 40);
        var parts = kind?.Split('/');
        string.Join(' ', Find(new AlertRule("r", place, null, parts?[0], parts?.ElementAtOrDefault(1), side, least, false, [Target]), state)).ShouldBe(reports);
    }

    [Fact]
    public void Find_DisputeThatIsNew_IsRaisedOnce()
    {
        var rule = new AlertRule("r", "Brodiv", null, "who-holds", null, null, null, true, [Target]);
        var state = new WatchState();
        Dispute Made(string id, string subject) => new(id, DisputeKind.WhoHolds, subject, 1, new DateOnly(2022, 5, 2), new DateOnly(2022, 5, 3), [new DisputePosition("ru", ["x"], ["c1"]), new DisputePosition("ua", ["y"], ["c2"])], false, null, "reason");
        disputes = [Made("old", "Brodiv")];
        Find(rule, state).ShouldBeEmpty();
        disputes = [Made("old", "Brodiv"), Made("new", "Brodiv"), Made("other", "Nowhere")];
        Record("a", "Tanks burnt in Brodiv.", "loss", "destroyed", "ru");
        Find(rule, state).ShouldBe(["Brodiv: ru | ua"]);
        Find(rule, state).ShouldBeEmpty();
    }
}
