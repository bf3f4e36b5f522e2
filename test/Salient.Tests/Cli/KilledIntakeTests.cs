using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Salient.Reconciling;
using Salient.Recording;
using Salient.Tests.Reconciling;

namespace Salient.Tests.Cli;

/// <summary>`salient add` killed at any moment: the ledger opens, nothing is lost, nothing is there twice, and the next run completes it. SALIENT_KILLS sets how many times.</summary>
[Trait("Category", "Slow")]
<<<<<<< HEAD:test/Salient.Tests/Cli/KillTests.cs
public sealed class KillTests : IDisposable
=======
public sealed class KilledIntakeTests
>>>>>>> a5fb337 (Tests of a simulated day and of kills, by themselves; a tar archive with wrong sizes is named):test/Salient.Tests/Cli/KilledIntakeTests.cs
{
    private const int Reports = 150, DefaultKills = 6;
    private readonly string folder = Directory.CreateTempSubdirectory("salient-kill").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Add_KilledAtAnyMoment_LosesNothingAndDoublesNothing()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("SALIENT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : DefaultKills;
        var reports = Path.Combine(folder, "in");
        Directory.CreateDirectory(reports);
        for (var i = 0; i < Reports; i++)
        {
            File.WriteAllText(Path.Combine(reports, $"r{i:D3}.txt"), Invented(i));
        }

        var watch = Stopwatch.StartNew();
        BuiltProgram.Run("add", reports, "--date", "2022-05-01", "--ledger", Path.Combine(folder, "whole.db")).Exit.ShouldBe(0);
        var whole = Everything(Path.Combine(folder, "whole.db"));
        var longest = (int)(watch.ElapsedMilliseconds * 1.1);
        var random = new Random(kills);
        var (path, round, before) = ("", 0, 0);
        for (var i = 0; i < kills; i++)
        {
            if (path.Length == 0)
            {
                (path, before) = (Path.Combine(folder, $"k{round++}.db"), 0);
            }

            var killed = BuiltProgram.Kill(random.Next(longest), "add", reports, "--date", "2022-05-01", "--ledger", path);
            if (!File.Exists(path) || new FileInfo(path).Length == 0)
            {
                continue;
            }

            var there = Whole(path);
            there.ShouldBeGreaterThanOrEqualTo(before, "what was committed stays");
            before = there;
            if (!killed || there == Reports)
            {
                Complete(path, reports, whole);
                path = "";
            }
        }

        if (path.Length > 0)
        {
            Complete(path, reports, whole);
        }
    }

    private static void Complete(string path, string reports, string whole)
    {
        BuiltProgram.Run("add", reports, "--date", "2022-05-01", "--ledger", path).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(0, r.Errors));
        Everything(path).ShouldBe(whole);
    }

    /// <summary>How many reports are there; none of them damaged or in part.</summary>
    private static int Whole(string path)
    {
        using var ledger = Ledger.Write(path);
        ledger.Verify().Faults.ShouldBeEmpty();
        var names = ledger.Reports().Select(r => r.Id).ToList();
        names.ShouldBeUnique();
        return names.Count;
    }

    private static string Everything(string path)
    {
        using var ledger = Ledger.Read(path);
        ledger.Verify().Faults.ShouldBeEmpty();
        ledger.Findings(Front.Data.Stamp).ShouldNotBeNull();
        var picture = new Picture(ledger, Front.Data, () => Front.Places);
        return string.Join(
            '\n',
            JsonSerializer.Serialize(ledger.Claims().Select(c => (c.Claim.Id, c.Claim.Evidence, c.Report.Id))),
            JsonSerializer.Serialize(picture.Happenings),
            JsonSerializer.Serialize(picture.Figures),
            JsonSerializer.Serialize(picture.Disputes),
            JsonSerializer.Serialize(picture.Sources),
            JsonSerializer.Serialize(picture.Copies));
    }

    private static string Invented(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"Russian forces shelled Popasna on May {1 + (i % 9)}, the Ukrainian General Staff said. Troops captured village number {i} and {i + 3} tanks were destroyed near Izyum. ")
        + string.Concat(Enumerable.Range(0, 12).Select(k => $"Sector {(i * 7) + k} saw {k + 2} attacks by day and {i + k} by night, a spokesman for brigade {i} added. "));
}
