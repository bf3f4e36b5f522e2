using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Salient.Reconciling;
using Salient.Records;
using Salient.Recording;
using Salient.Reviewing;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

/// <summary>What claims amount to does not depend on the order in which reports came, nor on whether they came one by one or all at once.</summary>
public sealed class ReckoningTests
{
    private const string Text = "Forces took Brodiv. Some 40 tanks burned. The depot was shelled. Nobody took it. There are 97 groups of 700 to 800 men each.";
    private static readonly ClaimSource?[] Speakers =
    [
        null, Made.Source("the General Staff", "military", "ua"), Made.Source("the Russian Ministry of Defense", "government", "ru"), Made.Source("a spokesman", "official", "none", anonymous: true), Made.Source("the Institute", "think-tank", "us"),
    ];

    private static readonly string?[] Outlets = [null, "The Gazette", "The Courier", "The Wire"];

    /// <summary>What reports are made from, and an order to bring them in.</summary>
    private static Gen<(int[] Seeds, int[] Order, int Pieces)> Cases =>
        from count in Gen.Choose(4, 14)
        from seeds in Gen.Choose(0, int.MaxValue - 1).ArrayOf(count)
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from pieces in Gen.Choose(1, 4)
        select (seeds, order, pieces);

    [Fact]
    public void Findings_AnyOrderOfReports_AreTheSameBytes() =>
        Check(60, (reports, shuffled, _) => Written(new MemoryLedger(reports)) == Written(new MemoryLedger(shuffled)));

    [Fact]
    public void Findings_OneReportAfterAnother_AreThoseOfAllAtOnce() =>
        Check(40, (reports, shuffled, pieces) => OneByOne(shuffled, pieces, forget: 0) == Written(new MemoryLedger(reports)));

    [Fact]
    public void Findings_ReportsForgotten_AreThoseOfTheOthers() =>
        Check(30, (_, shuffled, pieces) => OneByOne(shuffled, pieces, forget: 2) == Written(new MemoryLedger(shuffled.Skip(2))));

    [Fact]
    public void Findings_AddedReviewedWithdrawnForgottenInAnyOrder_AreThoseMadeAnew() => Prop.ForAll(
        Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
        seed =>
        {
            var random = new System.Random(seed);
            using var folder = new TemporaryFolder();
            using var ledger = Ledger.Write(folder.File("a.db"));
            var reconciler = Reconciler(ledger);
            var (next, there) = (0, new List<(Report Report, Claim[] Claims)>());
            for (var step = 0; step < 14; step++)
            {
                switch (there.Count == 0 ? 0 : random.Next(7))
                {
                    case < 3:
                        there.Add(Report(next++, random));
                        Add(ledger, [there[^1]]);
                        break;
                    case 3:
                        ledger.Retract(there[random.Next(there.Count)].Report.Id, "the outlet", new DateTimeOffset(2022, 10, 5, 12, 0, 0, TimeSpan.Zero), null);
                        break;
                    case 4:
                        var at = random.Next(there.Count);
                        ledger.Forget(there[at].Report.Id);
                        there.RemoveAt(at);
                        break;
                    default:
                        Review(ledger, [.. there.SelectMany(r => r.Claims).Select(c => c.Id)], random, step);
                        break;
                }

                if (random.Next(3) > 0)
                {
                    reconciler.Reconcile(settle: random.Next(2) == 0);
                }
            }

            reconciler.Reconcile();
            using var anew = Ledger.Write(Copy(ledger, folder.File("b.db")));
            anew.Unstamp();
            Reconciler(anew).Reconcile();
            var reviewed = new ReviewedLedger(ledger);
            return Kept(ledger) == Kept(anew) && Written(reviewed) == Written(new Unkept(reviewed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Findings_ReportDatedAnew_AreThoseOfTheNewDay()
    {
        var random = new System.Random(7);
        var reports = Enumerable.Range(0, 8).Select(i => Report(i, random)).ToArray();
        var dated = reports.ToArray();
        dated[3].Report = dated[3].Report with { Date = new ReportDate(Front.Day(5, 20), null, null, DateBasis.Given, null) };
        using var folder = new TemporaryFolder();
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, reports);
        Reconciler(ledger).Reconcile();
        using (var batch = ledger.Begin("1", "rules"))
        {
            batch.Add(dated[3].Report.Id, Capture(dated[3].Report), dated[3].Report, dated[3].Claims, again: true);
            batch.Commit();
        }

        ledger.Findings(Front.Data.Stamp).ShouldBeNull("what is due is not up to date");
        Reconciler(ledger).Reconcile();
        Kept(ledger).ShouldBe(Written(new MemoryLedger(dated)));
    }

    [Fact]
    public void Findings_OfOtherData_AreMadeAnew()
    {
        var random = new System.Random(3);
        using var folder = new TemporaryFolder();
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, [.. Enumerable.Range(0, 5).Select(i => Report(i, random))]);
        Reconciler(ledger).Reconcile();
        var other = Front.Data with { Stamp = "other" };
        ledger.Findings(other.Stamp).ShouldBeNull();
        new Reconciler(ledger, other, () => Front.Places).Reconcile();
        ledger.Findings(other.Stamp).ShouldNotBeNull();
    }

    [Fact]
    public void Holders_AnyDay_AreTheStatesOfThatDay()
    {
        var random = new System.Random(11);
        using var folder = new TemporaryFolder();
        using var ledger = Ledger.Write(folder.File("a.db"));
        Add(ledger, [.. Enumerable.Range(0, 14).Select(i => Report(i, random))]);
        Reconciler(ledger).Reconcile();
        var control = new Picture(ledger, Front.Data, () => Front.Places).Control;
        foreach (var day in Enumerable.Range(-3, 30).Select(Front.Day(5, 1).AddDays).Append(new DateOnly(2021, 1, 1)))
        {
            ledger.Holders(day).Select(h => (h.Place, h.Holder, h.Status)).ShouldBe(control.Select(h => (h.Place.GeonameId, h.On(day).Holder, h.On(day).Status)));
        }
    }

    [Fact]
    public void Findings_Reviewed_AreThoseOfTheReviewedClaimsAllAtOnce()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new System.Random(seed);
            var reports = Enumerable.Range(0, 12).Select(i => Report(i, random)).ToArray();
            using var folder = new TemporaryFolder();
            using var ledger = Ledger.Write(folder.File("a.db"));
            Add(ledger, reports);
            Reconciler(ledger).Reconcile();
            var ids = reports.SelectMany(r => r.Claims).Select(c => c.Id).ToArray();
            for (var n = 0; n < 6; n++)
            {
                var act = ((string[])["reject", "accept", "correct", "correct", "split"])[random.Next(5)];
                SlotChange[] changes = act == "correct" ? [random.Next(2) == 0 ? new SlotChange("actor.side", "us") : new SlotChange("factuality", "CT-")] : [];
                ledger.Append(new ReviewDraft(act, ids[random.Next(ids.Length)], "Ada", act == "split" ? ids[random.Next(ids.Length)] : null, [.. changes], null), new DateTimeOffset(2022, 10, 5, 12, n, 0, TimeSpan.Zero));
            }

            var reviewed = new ReviewedLedger(ledger);
            reviewed.Overlaid(Front.Data.Stamp).ShouldNotBeNull();
            Written(reviewed).ShouldBe(Written(new Unkept(reviewed)), $"seed {seed}");
            var early = new Picture(reviewed, Front.Data, () => Front.Places).Early();
            early.Control.Select(h => h.Place).ShouldBe(Front.Places.Where(p => p.Precision == PlacePrecision.Settlement && early.ControlOf(p.GeonameId) is not null).OrderBy(p => p.GeonameId));
            JsonSerializer.Serialize(early.Disputes).ShouldBe(JsonSerializer.Serialize(new Picture(new Unkept(reviewed), Front.Data, () => Front.Places).Disputes), $"seed {seed}");
            Written(early.Whole(reviewed)).ShouldBe(Written(new Unkept(reviewed)), $"seed {seed}");
        }
    }

    private static void Review(Ledger ledger, string[] ids, System.Random random, int minute)
    {
        if (ids.Length == 0)
        {
            return;
        }

        var act = ((string[])["reject", "accept", "correct", "correct", "place", "split"])[random.Next(6)];
        ImmutableArray<SlotChange> changes = act switch
        {
            "correct" => [random.Next(2) == 0 ? new SlotChange("actor.side", "us") : new SlotChange("factuality", "CT-")],
            "place" => [new SlotChange("place.1.geonameid", Front.Places[random.Next(5)].GeonameId.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            _ => [],
        };
        ledger.Append(
            new ReviewDraft(act, ids[random.Next(ids.Length)], "Ada", act == "split" ? ids[random.Next(ids.Length)] : null, changes, null), new DateTimeOffset(2022, 10, 5, 12, minute, 0, TimeSpan.Zero));
    }

    private static string Copy(Ledger ledger, string path)
    {
        using var from = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + ledger.Path + ";Pooling=False");
        using var to = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + path + ";Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return path;
    }

    private sealed class Unkept(ILedgerReader inner) : ILedgerReader
    {
        public long Revision => inner.Revision;

        public ImmutableArray<ReportHeader> Reports() => inner.Reports();

        public Report? Report(string id) => inner.Report(id);

        public IEnumerable<RecordedClaim> Claims() => inner.Claims();

        public ImmutableArray<RecordedClaim> ClaimsOf(string report) => inner.ClaimsOf(report);

        public RecordedClaim? Claim(string id) => inner.Claim(id);

        public ImmutableArray<ReviewEntry> Reviews() => inner.Reviews();

        public ImmutableArray<RecordedClaim> Search(string query, int limit) => inner.Search(query, limit);
    }

    private static void Check(int tests, Func<(Report, Claim[])[], (Report Report, Claim[] Claims)[], int, bool> holds) => Prop.ForAll(
        Cases.ToArbitrary(),
        c =>
        {
            var reports = c.Seeds.Select((seed, i) => Report(i, new System.Random(seed))).ToArray();
            return holds(reports, [.. c.Order.Select(i => reports[i])], c.Pieces);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static string OneByOne((Report Report, Claim[] Claims)[] reports, int pieces, int forget)
    {
        using var folder = new TemporaryFolder();
        using var ledger = Ledger.Write(folder.File("a.db"));
        var reconciler = Reconciler(ledger);
        foreach (var piece in reports.Chunk(Math.Max(1, reports.Length / pieces)))
        {
            Add(ledger, piece);
            reconciler.Reconcile(settle: piece.Length % 2 == 0);
        }

        foreach (var (report, _) in reports.Take(forget))
        {
            ledger.Forget(report.Id);
            reconciler.Reconcile();
        }

        return Kept(ledger);
    }

    private static string Kept(Ledger ledger)
    {
        ledger.Findings(Front.Data.Stamp).ShouldNotBeNull();
        return Written(ledger);
    }

    internal static void Add(Ledger ledger, IEnumerable<(Report Report, Claim[] Claims)> reports)
    {
        using var batch = ledger.Begin("1", "rules");
        foreach (var (report, claims) in reports)
        {
            batch.Add(report.Id, Capture(report), report, claims);
        }

        batch.Commit();
    }

    private static Capture Capture(Report report) => Made.Capture(report.Id, report.Text + report.Id);

    private static Reconciler Reconciler(Ledger ledger) => new(ledger, Front.Data, () => Front.Places);

    /// <summary>Everything that a picture holds.</summary>
    internal static string Written(ILedgerReader ledger) => Written(new Picture(ledger, Front.Data, () => Front.Places));

    private static string Written(Picture p)
    {
        return string.Join(
            '\n',
            JsonSerializer.Serialize(p.Control),
            JsonSerializer.Serialize(p.Copies),
            JsonSerializer.Serialize(p.Figures),
            JsonSerializer.Serialize(p.Derived),
            JsonSerializer.Serialize(p.Disputes),
            JsonSerializer.Serialize(p.Happenings),
            JsonSerializer.Serialize(p.Sources),
            Salient.Publishing.SituationJson.Write(p.Situation()));
    }

    internal static (Report Report, Claim[] Claims) Report(int i, System.Random random)
    {
        var id = $"r{i}";
        var text = Text + " " + string.Join(' ', Enumerable.Range(0, 60).Select(w => $"word{(w * 31) + random.Next(3)}x{random.Next(8) / 7}"));
        var report = Made.Report(id, text, random.Next(10) == 0 ? null : Front.Day(5, 1 + random.Next(14)), random.Next(5) == 0, Outlets[random.Next(Outlets.Length)]);
        report = report with { CaptureHash = Capture(report).Hash };
        return (report, [.. Enumerable.Range(0, random.Next(1, 7)).Select(n => Claim(report, n, random))]);
    }

    private static Claim Claim(Report report, int n, System.Random random)
    {
        var speaker = Speakers[random.Next(Speakers.Length)];
        ImmutableArray<ClaimSource> sources = speaker is null ? [] : [speaker];
        var place = Front.Places[random.Next(5)];
        var at = Made.Place(place.Name, place.GeonameId, place.Lat, place.Lon, place.Precision);
        var actor = random.Next(2) == 0 ? "ru" : "ua";
        var day = random.Next(3) == 0 ? Front.Day(5, 1 + random.Next(14)) : (DateOnly?)null;
        var time = day is null ? null : new DateRange(day, random.Next(6) == 0 ? day.Value.AddDays(9) : day);
        var sure = random.Next(4) == 0 ? Factuality.CertainlyNot : random.Next(5) == 0 ? Factuality.Possible : Factuality.Certain;
        var count = random.Next(1, 4) * 100;
        var made = random.Next(6) switch
        {
            0 => Made.Claim(report, "Forces took Brodiv", "control", random.Next(3) == 0 ? "held" : "captured", actor, sources, [at], sure, time),
            1 => Made.Claim(report, "40 tanks burned", "loss", "destroyed", actor, sources, random.Next(2) == 0 ? [at] : null, sure, new DateRange(Front.Day(2, 24), null), new Quantity(count, count, "tank", false, "exact"), "tank"),
            2 => Made.Claim(report, "97 groups", "strength", "force-count", actor, sources, null, quantity: new Quantity(97, 97, "btg", false, "exact")),
            3 => Made.Claim(report, "700 to 800 men each", "strength", "unit-size", actor, sources, null, quantity: new Quantity(700, 800, "soldier", false, "exact")),
            4 => Made.Claim(report, "The depot was shelled", "civilian-harm", "killed", actor, sources, [at], sure, time, new Quantity(count / 100, count / 100, "civilian", false, "exact")),
            _ => Made.Claim(report, "The depot was shelled", "combat", "shelling", actor, sources, [at], sure, time),
        };
        return made with { Id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{report.Id} {n}")).AsSpan(0, 8)) };
    }
}
