using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Salient.Tests.Cli;

/// <summary>The main job through the built program: from the samples to a situation that can be read and checked.</summary>
[Trait("Category", "Slow")]
public sealed class EndToEndTests : IDisposable
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "data", "samples");

    private readonly string folder = Directory.CreateTempSubdirectory("salient-e2e").FullName;

    private string Ledger => Path.Combine(folder, "salient.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Demo_Samples_EndsInTheSituation()
    {
        var run = BuiltProgram.Run("demo", "--no-serve", "--ledger", Ledger);
        run.Exit.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("# The situation on ");
        run.Output.ShouldContain("[1]");
        run.Output.ShouldContain("“");
    }

    [Fact]
    public void Add_Twice_IsOnce()
    {
        BuiltProgram.Run("add", Samples, "--ledger", Ledger).Exit.ShouldBe(0);
        var again = BuiltProgram.Run("add", Samples, "--ledger", Ledger);
        again.Exit.ShouldBe(0);
        again.Output.ShouldStartWith("0 added");
    }

    [Fact]
    public void Add_SomeBadInputs_NamesEachAndAddsTheRest()
    {
        var good = Path.Combine(folder, "20220510T090000Z_UA_en_invented.txt");
        var empty = Path.Combine(folder, "empty.txt");
        var binary = Path.Combine(folder, "binary.txt");
        File.WriteAllText(good, "Russian forces captured the village of Popasna on May 9, the Ukrainian General Staff said.");
        File.WriteAllText(empty, "");
        File.WriteAllBytes(binary, [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0, 0, 0, 255, 254, 0, 0]);
        var missing = Path.Combine(folder, "missing.txt");
        var run = BuiltProgram.Run("add", good, empty, binary, missing, "--ledger", Ledger);
        run.Exit.ShouldNotBe(0);
        run.Output.ShouldStartWith("1 added");
        foreach (var path in (string[])[empty, binary, missing])
        {
            run.Errors.Split('\n').ShouldContain(l => l.Contains(path, StringComparison.Ordinal) && l.StartsWith("SAL", StringComparison.Ordinal));
        }

        run.Errors.Split('\n').Where(l => l.StartsWith("SAL", StringComparison.Ordinal)).Select(l => l[..7]).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Read_Samples_GivesClaimsWhoseEvidenceStandsInTheirReport()
    {
        var run = BuiltProgram.Run("read", Samples, "--format", "jsonl");
        var claims = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        claims.Length.ShouldBeGreaterThan(50);
        foreach (var line in claims)
        {
            using var claim = JsonDocument.Parse(line);
            var report = claim.RootElement.GetProperty("report").GetString()!;
            var file = Path.Combine(Samples, report + ".txt");
            if (File.Exists(file))
            {
                var text = File.ReadAllText(file);
                var start = claim.RootElement.GetProperty("start").GetInt32();
                var evidence = claim.RootElement.GetProperty("evidence").GetString()!;
                string.Concat(text.EnumerateRunes().Skip(start).Select(r => r.ToString())).ShouldStartWith(evidence);
            }
        }
    }

    [Fact]
    public void Read_Twice_GivesTheSameBytes() => BuiltProgram.Run("read", Samples).Output.ShouldBe(BuiltProgram.Run("read", Samples).Output);

    [Theory]
    [InlineData("md", "# The situation")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("json", "{")]
    public void Report_EveryFormat_IsWritten(string format, string start)
    {
        BuiltProgram.Run("add", Samples, "--ledger", Ledger);
        var run = BuiltProgram.Run("report", "--ledger", Ledger, "--since", "2022-02-24", "--format", format);
        run.Exit.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith(start);
    }

    [Fact]
    public void Report_NoLedger_SaysWhatToDo()
    {
        var run = BuiltProgram.Run("report", "--ledger", Path.Combine(folder, "none.db"));
        run.Exit.ShouldNotBe(0);
        run.Errors.ShouldStartWith("SAL0606");
    }

    [Fact]
    public void Serve_AddressInUse_SaysSoAndPrintsNoStack()
    {
        BuiltProgram.Run("add", Samples, "--ledger", Ledger).Exit.ShouldBe(0);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var run = BuiltProgram.Run("serve", "--ledger", Ledger, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        run.Exit.ShouldNotBe(0);
        run.Errors.ShouldStartWith("SAL0801 ");
        (run.Output + run.Errors).ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("127.0.0.1:5081")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("https://127.0.0.1:5081")]
    [InlineData("")]
    public void Serve_WrongAddress_SaysSoAndPrintsNoStack(string urls)
    {
        var run = BuiltProgram.Run("serve", "--ledger", Ledger, "--urls", urls);
        run.Exit.ShouldBe(3);
        run.Errors.ShouldStartWith("SAL0801 ");
        (run.Output + run.Errors).ShouldNotContain("   at ");
    }

    [Fact]
    public void Demo_FileThatIsNoLedger_IsLeftAlone()
    {
        var notes = Path.Combine(folder, "notes.txt");
        File.WriteAllText(notes, "The ferry at Brodiv sails at six.");
        BuiltProgram.Run("demo", "--no-serve", "--ledger", notes).Errors.ShouldStartWith("SAL0604 ");
        File.ReadAllText(notes).ShouldBe("The ferry at Brodiv sails at six.");
    }

    [Fact]
    public void Demo_LedgerOfOtherReports_IsLeftAlone()
    {
        var report = Path.Combine(folder, "20220510T090000Z_UA_en_invented.txt");
        File.WriteAllText(report, "Russian forces captured the village of Popasna on May 9, the Ukrainian General Staff said.");
        BuiltProgram.Run("add", report, "--ledger", Ledger).Exit.ShouldBe(0);
        BuiltProgram.Run("demo", "--no-serve", "--ledger", Ledger).Errors.ShouldStartWith("SAL0616 ");
        BuiltProgram.Run("claims", "Popasna", "--ledger", Ledger).Output.ShouldContain("Popasna");
    }

    [Fact]
    public void Claims_LimitOfNone_IsAWrongCall()
    {
        BuiltProgram.Run("demo", "--no-serve", "--ledger", Ledger).Exit.ShouldBe(0);
        var run = BuiltProgram.Run("claims", "Lyman", "--limit", "0", "--ledger", Ledger);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldContain("--limit wants a number from 1");
    }

    [Fact]
    public void Figures_ReckonedAlone_AreNotToldToBeMissing()
    {
        var report = Path.Combine(folder, "invented.txt");
        File.WriteAllText(report, "Russia has 30 battalion tactical groups in Ukraine. A battalion tactical group has 700 to 800 soldiers.");
        BuiltProgram.Run("add", report, "--ledger", Ledger).Exit.ShouldBe(0);
        var run = BuiltProgram.Run("figures", "soldier", "--ledger", Ledger);
        run.Output.ShouldStartWith("derived, not reported: Russia 21,000–24,000 soldiers");
        run.Errors.ShouldStartWith("No reported figure is of that measure and side; there is none of any.");
    }

    [Fact]
    public void Help_NamesEveryVerb()
    {
        var run = BuiltProgram.Run("--help");
        run.Exit.ShouldBe(0);
        foreach (var verb in (string[])["add", "claims", "demo", "export", "read", "report", "score", "serve"])
        {
            run.Output.ShouldContain($"  {verb} ");
        }
    }
}
