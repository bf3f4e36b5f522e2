using System.Text;
using Microsoft.Data.Sqlite;
using Salient.Acquiring;
using Salient.Recording;
using Salient.Recording.Schema;
using Salient.Records;

namespace Salient.Tests.Recording;

/// <summary>The ledger as it is kept: older forms, the chain of arrivals, forgetting.</summary>
public sealed class KeepingTests : IDisposable
{
    private const string Text = "The brigade took Brodiv on Sunday.";
    private readonly TemporaryFolder folder = new();

    private string Path => folder.File("a.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_LedgerOfTheFirstVersion_KeepsAllAndIsChained()
    {
        Make(version: 1);
        using (var ledger = Ledger.Read(Path))
        {
            ledger.Reports().Select(r => r.Id).ShouldBe(["old1", "old2"]);
            ledger.Capture("old2")!.Bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(Text + "old2"));
            ledger.Verify().ShouldSatisfyAllConditions(v => v.Faults.ShouldBeEmpty(), v => v.Arrivals.ShouldBe(2));
        }

        Add("new", Text);
        using var after = Ledger.Read(Path);
        after.Verify().ShouldSatisfyAllConditions(v => v.Faults.ShouldBeEmpty(), v => v.Arrivals.ShouldBe(3));
    }

    [Fact]
    public void Migrate_StepByStep_EndsInTheFormOfAFreshLedger()
    {
        Make(version: 1);
        Ledger.Write(Path).Dispose();
        Ledger.Write(folder.File("fresh.db")).Dispose();
        Form(Path).ShouldBe(Form(folder.File("fresh.db")));
    }

    [Fact]
    public void Verify_UntouchedLedger_HasNoFaultAndNamesItsHead()
    {
        Add("a", Text);
        var before = Verified();
        Add("b", Text + " Again.");
        var after = Verified(before.Head);
        after.Faults.ShouldBeEmpty();
        after.Head.ShouldNotBe(before.Head);
    }

    [Theory]
    [InlineData("DROP TRIGGER captures_stay; UPDATE captures SET packed = (SELECT packed FROM captures WHERE id = 2) WHERE id = 1")]
    [InlineData("DROP TRIGGER arrivals_stay; UPDATE arrivals SET origin = 'elsewhere' WHERE id = 1")]
    [InlineData("DROP TRIGGER arrivals_remain; DELETE FROM arrivals WHERE id = 1")]
    [InlineData("DROP TRIGGER arrivals_remain; DELETE FROM arrivals WHERE id = 2")]
    [InlineData("DROP TRIGGER claims_stay; UPDATE claims SET evidence = 'other words'")]
    [InlineData("DELETE FROM claims")]
    [InlineData("DELETE FROM readings; DELETE FROM reports WHERE id = 1")]
    public void Verify_LedgerTamperedWith_NamesAFault(string sql)
    {
        Add("a", Text, claims: true);
        Add("b", Text + " Again.", claims: true);
        Raw(Path, "PRAGMA foreign_keys = OFF; " + sql);
        Verified().Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void Verify_NotedLinkThatIsGone_IsAFault()
    {
        Add("a", Text);
        Verified("0000").Faults.ShouldHaveSingleItem().Code.ShouldBe("SAL0613");
    }

    [Fact]
    public void Arrivals_HeadersAndTime_AreKept()
    {
        var capture = Made.Capture("a", Text) with { Fetched = new DateTimeOffset(2022, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)), Headers = [new("ETag", "\"x\""), new("Last-Modified", "Sun")] };
        using (var ledger = Ledger.Write(Path))
        {
            using var batch = ledger.Begin("1", "rules");
            batch.Add("a", capture, Made.Report("a", Text), []);
            batch.Commit();
        }

        using var read = Ledger.Read(Path);
        read.Verify().Faults.ShouldBeEmpty();
        One("SELECT fetched || '|' || headers FROM arrivals").ShouldBe("2022-05-01T10:00:00Z|ETag: \"x\"\nLast-Modified: Sun");
    }

    [Fact]
    public void Forget_Report_TakesItOutLeavesAnEntryAndIsNotTakenInAgain()
    {
        Add("a", Text, claims: true);
        Add("b", Text + " Again.", claims: true);
        using (var ledger = Ledger.Write(Path))
        {
            ledger.Forget("a").ShouldBeTrue();
            ledger.Forget("a").ShouldBeFalse();
            ledger.Reports().Select(r => r.Id).ShouldBe(["b"]);
            ledger.Capture("a").ShouldBeNull();
            ledger.Search("Brodiv", 10).Length.ShouldBe(1);
            var again = new Adder(ledger, () => throw new InvalidOperationException("nothing is to be coded"), "1", "rules").Add([new Acquired(Made.Capture("other-name", Text), null)], 1);
            again.Refused.ShouldHaveSingleItem().Code.ShouldBe("SAL0612");
        }

        Verified().ShouldSatisfyAllConditions(v => v.Faults.ShouldBeEmpty(), v => v.Forgotten.ShouldBe(["a"]), v => v.Arrivals.ShouldBe(3));
    }

    [Fact]
    public void Forget_Report_LeavesNoneOfItsWordsInTheFile()
    {
        const string Secret = "Zzyzxqualm";
        Add("a", $"The brigade took {Secret} on Sunday.", claims: true);
        using (var ledger = Ledger.Write(Path))
        {
            ledger.Forget("a");
        }

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            var bytes = File.ReadAllBytes(file);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)).ShouldBe(-1, file);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret.ToLowerInvariant())).ShouldBe(-1, file);
        }
    }

    private Verification Verified(string? noted = null)
    {
        using var ledger = Ledger.Read(Path);
        return ledger.Verify(noted);
    }

    private void Add(string name, string text, bool claims = false)
    {
        using var ledger = Ledger.Write(Path);
        using var batch = ledger.Begin("1", "rules");
        var report = Made.Report(name, text, new DateOnly(2022, 5, 1));
        batch.Add(name, Made.Capture(name, text), report, claims ? [Made.Claim(report, text.Split(" on ")[0], "control", "captured")] : []);
        batch.Commit();
    }

    /// <summary>A ledger as an earlier version wrote it.</summary>
    private void Make(int version)
    {
        SQLitePCL.Batteries_V2.Init();
        using var raw = new SqliteConnection($"Data Source={Path};Pooling=False");
        raw.Open();
        LedgerSchema.Migrate(raw, version);
        raw.Run("INSERT INTO runs VALUES (1, '0', 'old', 1)");
        foreach (var (id, name) in new[] { (1, "old1"), (2, "old2") })
        {
            var capture = Made.Capture(name, Text + name);
            raw.Run("INSERT INTO captures VALUES ($0, $1, $2, $3)", id, capture.Hash, capture.Bytes.Length, Packing.Pack(capture.Bytes.Span));
            raw.Run("INSERT INTO reports VALUES ($0, $1, $0, $1, 'in', 1, NULL, NULL)", id, name);
            raw.Run("INSERT INTO readings VALUES (1, $0, 'old', NULL, '2022-05-01', NULL, NULL, 0, NULL, NULL, NULL, 'en', NULL, 0, '2022-05-01', '[]', $1, 0)", id, Packing.Pack(Text + name));
        }
    }

    private static List<string> Form(string path)
    {
        using var raw = new SqliteConnection($"Data Source={path};Pooling=False");
        raw.Open();
        return [.. raw.Rows(r => r.GetString(0), "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")];
    }

    private string One(string sql)
    {
        using var raw = new SqliteConnection($"Data Source={Path};Pooling=False");
        raw.Open();
        return (string)raw.Value(sql)!;
    }

    private static void Raw(string path, string sql)
    {
        using var raw = new SqliteConnection($"Data Source={path};Pooling=False");
        raw.Open();
        raw.Run(sql);
    }
}
