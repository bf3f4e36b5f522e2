using System.Globalization;
using Salient.Reconciling;
using Salient.Recording;

namespace Salient.Training.Measuring.SideBySide;

/// <summary>
/// <c>measure side-by-side SHARED[,LEDGER]</c>: reads the first five coded reports and the institute's pages of SHARED into a ledger, and checks what they must amount to.
/// Where SHARED is absent it says that it was skipped. LEDGER is kept for the next time; without it the ledger is a temporary one.
/// </summary>
internal static class SideBySideMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var shared = new SharedReports(parts[0]);
        if (!shared.AreThere)
        {
            output.WriteLine($"skipped: {parts[0]} has no reports to check");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("salient-side-by-side-").FullName;
        try
        {
            using var ledger = Ledger.Write(parts.Length > 1 ? parts[1] : Path.Combine(folder, "checks.db"));
            var (data, places) = shared.Fill(ledger);
            var picture = new Picture(ledger, data, places);
            List<Check> checks = [.. ReportChecks.All(shared, picture), .. CopyChecks.All(shared, data, places)];
            foreach (var check in checks)
            {
                output.WriteLine($"{(check.Holds ? "OK    " : "FAILED")} {check.Name}: {check.Found}{(check.Ids.IsEmpty ? "" : " (" + string.Join(' ', check.Ids) + ")")}");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{checks.Count(c => c.Holds)} of {checks.Count} hold"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
