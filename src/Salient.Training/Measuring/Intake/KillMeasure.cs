using System.Globalization;
using Salient.Recording;

namespace Salient.Training.Measuring.Intake;

/// <summary><c>measure kills PROGRAM.dll,KILLS[,REPORTS[,SEED]]</c>: `add` and `watch --once` killed at random moments, half the kills each, or as ADD+WATCH says; after every ledger is whole it is held against one that was made in peace.</summary>
internal static class KillMeasure
{
    private const int AtATime = 12;

    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var kills = parts[1].Split('+').Select(k => int.Parse(k, CultureInfo.InvariantCulture)).ToArray();
        var reports = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 400;
        var (add, watch, wrong) = Wear(parts[0], kills.Length > 1 ? (kills[0], kills[1]) : ((kills[0] + 1) / 2, kills[0] / 2), reports, parts.Length > 3 ? int.Parse(parts[3], CultureInfo.InvariantCulture) : 1, output);
        output.WriteLine($"kills during add {add}, during watch {watch}; ledgers that differ from one made in peace: {wrong.Count}");
        foreach (var what in wrong)
        {
            output.WriteLine(what);
        }
    }

    /// <summary>Kills; gives the kills of each verb and what was found wrong.</summary>
    public static (int Add, int Watch, List<string> Wrong) Wear(string program, (int Add, int Watch) kills, int reports, int seed, TextWriter? output)
    {
        var folder = Directory.CreateTempSubdirectory("salient-kills-").FullName;
        try
        {
            var wrong = new List<string>();
            var inputs = Inputs(folder, reports);
            var add = kills.Add == 0 ? 0 : Trial(folder, "add", new Killing(program, seed), kills.Add, l => ["add", inputs, "--ledger", l], wrong, output);
            using var server = new FeedServer(reports);
            var config = Path.Combine(folder, "watch.yaml");
            File.WriteAllText(config, $"polite: 0s\nallow_private: true\nfeeds:\n  - {{ address: \"{server.Address}feed\", every: 1h }}\n  - {{ address: \"{server.Address}list\", every: 1h, pages: true }}\nfolders:\n  - {{ path: \"{inputs}\", every: 1h }}\nalerts:\n  - {{ name: control, kind: control, to: [{{ file: alerts.jsonl }}] }}\n");
            var watch = Trial(folder, "watch", new Killing(program, seed + 1), kills.Watch, l => ["watch", config, "--once", "--ledger", l], wrong, output);
            return (add, watch, wrong);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Trial(string folder, string verb, Killing killing, int kills, Func<string, string[]> arguments, List<string> wrong, TextWriter? output)
    {
        var peace = Path.Combine(folder, $"{verb}-peace.db");
        var exit = killing.Run(arguments(peace));
        var expected = Content(peace);
        if (exit != 0 || expected.Count == 0)
        {
            wrong.Add($"{verb}: the run in peace ended with {exit} and {expected.Count} reports");
            return 0;
        }

        for (var n = 0; killing.Kills < kills; n++)
        {
            var ledger = Path.Combine(folder, $"{verb}-{n}.db");
            killing.Wear(Math.Min(AtATime, kills - killing.Kills), arguments(ledger));
            var got = Content(ledger);
            if (!got.SequenceEqual(expected))
            {
                wrong.Add($"{verb} {n}: {got.Except(expected).Count()} too many, {expected.Except(got).Count()} missing, {got.Count} instead of {expected.Count}");
            }

            foreach (var file in Directory.EnumerateFiles(folder, $"{verb}-{n}.db*"))
            {
                File.Delete(file);
            }

            output?.WriteLine($"{verb}: {killing.Kills} kills, {n + 1} ledgers, {wrong.Count} wrong");
        }

        return killing.Kills;
    }

    // Every report with its bytes' hash and its claims' ids: what is lost or doubled shows.
    private static List<string> Content(string path)
    {
        using var ledger = Ledger.Read(path);
        var verified = ledger.Verify();
        return [.. ledger.Reports().Select(r => $"{r.Id} {r.CaptureHash} {r.Retracted?.Source} {string.Join(' ', ledger.ClaimsOf(r.Id).Select(c => c.Claim.Id))}").Order(StringComparer.Ordinal), $"faults {verified.Faults.Length}, arrivals {verified.Arrivals}"];
    }

    private static string Inputs(string folder, int reports)
    {
        var inputs = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
        for (var n = 0; n < reports; n++)
        {
            var path = Path.Combine(inputs, $"202205{1 + (n % 28):00}T090000Z_UA_en_{n:0000}.txt");
            File.WriteAllText(path, $"Report {n}\n\n{InventedFeeds.Text(1, n)} {InventedFeeds.Text(2, n + 7)}\n");
            File.SetLastWriteTimeUtc(path, new DateTime(2022, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        return inputs;
    }
}
