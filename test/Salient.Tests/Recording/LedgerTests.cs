using Microsoft.Data.Sqlite;
using Salient.Records;
using Salient.Recording;

namespace Salient.Tests.Recording;

public sealed class LedgerTests : IDisposable
{
    private const string Text = "The brigade said its men took Brodiv on Sunday 😀. Some 40 tanks burned.";
    private static readonly DateOnly Day = new(2022, 10, 4);
    private readonly TemporaryFolder folder = new();

    private string Path => folder.File("a.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Claim_WrittenAndRead_KeepsEverySlot()
    {
        var (report, claim) = Sample();
        Add(report, claim);
        using var ledger = Ledger.Read(Path);
        var read = ledger.Claims().ShouldHaveSingleItem();
        read.Claim.Sources.ShouldBe(claim.Sources);
        read.Claim.Places.ShouldBe(claim.Places);
        (read.Claim with { Sources = claim.Sources, Places = claim.Places }).ShouldBe(claim);
        read.Report.Date.ShouldBe(report.Date);
        var full = ledger.Report("r1")!;
        full.Text.ShouldBe(Text);
        full.Paragraphs.ShouldBe(report.Paragraphs);
    }

    [Fact]
    public void Capture_Read_GivesTheBytesAsTheyCame()
    {
        Add(Sample().Report);
        using var ledger = Ledger.Read(Path);
        ledger.Capture("r1")!.Bytes.ToArray().ShouldBe(Made.Capture("r1", Text).Bytes.ToArray());
    }

    [Theory]
    [InlineData("tanks", 1)]
    [InlineData("brodiv", 1)]
    [InlineData("\"took Brodiv\"", 1)]
    [InlineData("Ostrivka", 0)]
    public void Search_WordsAndNames_AreFound(string query, int expected)
    {
        var report = Sample().Report;
        Add(report, Sample().Claim, Made.Claim(report, "40 tanks burned", "loss", "destroyed"));
        using var ledger = Ledger.Read(Path);
        ledger.Search(query, 10).Length.ShouldBe(expected);
    }

    [Fact]
    public void Search_BadQuery_IsAProblem()
    {
        Add(Sample().Report);
        using var ledger = Ledger.Read(Path);
        Code(() => ledger.Search("\"open", 10)).ShouldBe("SAL0608");
    }

    [Fact]
    public void Captures_Edited_AreRefusedByTheLedger()
    {
        Add(Sample().Report, Sample().Claim);
        using var raw = new SqliteConnection($"Data Source={Path};Pooling=False");
        raw.Open();
        foreach (var sql in new[] { "UPDATE captures SET hash = 'x'", "UPDATE claims SET kind = 'x'" })
        {
            using var command = raw.CreateCommand();
            command.CommandText = sql;
            Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("never edited");
        }
    }

    [Fact]
    public void Batch_NotCommitted_LeavesNothing()
    {
        using (var ledger = Ledger.Write(Path))
        {
            using var batch = ledger.Begin("1", "rules");
            batch.Add("r1", Made.Capture("r1", Text), Sample().Report, [Sample().Claim]);
        }

        using var read = Ledger.Read(Path);
        read.Reports().ShouldBeEmpty();
        read.Search("Brodiv", 10).ShouldBeEmpty();
    }

    [Fact]
    public void Open_NoFile_IsAProblem() => Code(() => Ledger.Read(Path)).ShouldBe("SAL0606");

    [Fact]
    public void Open_OtherFile_IsAProblem()
    {
        File.WriteAllText(Path, "some other file, long enough to be read as a header of a hundred bytes, which it is not, as anyone can see");
        Code(() => Ledger.Write(Path)).ShouldBe("SAL0604");
    }

    [Fact]
    public void Open_OtherDatabase_IsAProblem()
    {
        Raw("CREATE TABLE t (x)");
        Code(() => Ledger.Write(Path)).ShouldBe("SAL0604");
    }

    [Fact]
    public void Open_NewerLedger_IsAProblem()
    {
        Add(Sample().Report);
        Raw("PRAGMA user_version = 99");
        Code(() => Ledger.Write(Path)).ShouldBe("SAL0603");
        Code(() => Ledger.Read(Path)).ShouldBe("SAL0603");
    }

    [Fact]
    public void Write_ReadOnlyFile_IsAProblem()
    {
        Add(Sample().Report);
        File.SetAttributes(Path, FileAttributes.ReadOnly);
        Code(() => Ledger.Write(Path)).ShouldBe("SAL0602");
        File.SetAttributes(Path, FileAttributes.Normal);
    }

    [Fact]
    public void Begin_WhileAnotherWrites_IsAProblemAfterItsPatience()
    {
        using var first = Ledger.Write(Path);
        using var second = Ledger.Write(Path, patience: 1);
        using var batch = first.Begin("1", "rules");
        Code(() => second.Begin("1", "rules")).ShouldBe("SAL0601");
    }

    [Fact]
    public void NewRun_MadeCurrent_ReplacesWhatIsRead()
    {
        var (report, claim) = Sample();
        Add(report, claim);
        using var ledger = Ledger.Write(Path);
        var run = ledger.NewRun("2", "better");
        using (var batch = ledger.Begin("2", "better", run))
        {
            batch.Add("r1", Made.Capture("r1", Text), report, []);
            batch.Commit();
        }

        ledger.Claims().Count().ShouldBe(1);
        ledger.MakeCurrent(run);
        ledger.Claims().ShouldBeEmpty();
        ledger.Runs().Select(r => (r.Current, r.Claims)).ShouldBe([(false, 1), (true, 0)]);
    }

    private static (Report Report, Claim Claim) Sample()
    {
        var report = Made.Report("r1", Text, Day, outlet: "The Gazette");
        var claim = Made.Claim(
            report, "its men took Brodiv on Sunday 😀", "control", "captured", "ru", [Made.Source("the brigade", "military", "ru")],
            [Made.Place("Brodiv", 7), new ClaimPlace("the mill", "near", null, null, null, PlacePrecision.None, 0)],
            Factuality.PossiblyNot, new DateRange(new DateOnly(2022, 10, 2), null), new Quantity(1, null, "town", true, "at-least"));
        return (report, claim);
    }

    private static string Code(Func<object> act) => Should.Throw<ProblemException>(() => act()).Problem.Code;

    private void Add(Report report, params Claim[] claims)
    {
        using var ledger = Ledger.Write(Path);
        using var batch = ledger.Begin("1", "rules");
        batch.Add(report.Id, Made.Capture(report.Id, Text), report, claims).ShouldBeTrue();
        batch.Add(report.Id, Made.Capture(report.Id, Text), report, claims).ShouldBeFalse();
        batch.Commit();
    }

    private void Raw(string sql)
    {
        using var raw = new SqliteConnection($"Data Source={Path};Pooling=False");
        SQLitePCL.Batteries_V2.Init();
        raw.Open();
        using var command = raw.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
