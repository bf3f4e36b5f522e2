using System.Globalization;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Reconciling;
using Salient.Tests.Recording;

namespace Salient.Tests.Specs;

/// <summary>Runs specs/reconciling/copies.md.</summary>
public sealed class ReconcilingSpecs
{
    /// <summary>Each case.</summary>
    public static TheoryData<SpecCase> Cases => SpecFile.Cases("reconciling", "copies.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fold_Reports_AreOneOrTwo(SpecCase item)
    {
        var reports = item.Text.Split("== ", StringSplitOptions.RemoveEmptyEntries).Select(Report).ToList();
        var copies = new Picture(new MemoryLedger(reports.Select(r => (r, Array.Empty<Claim>()))), Front.Data, () => Front.Places).Copies;
        foreach (var line in item.Expect)
        {
            var parts = line.Split(' ');
            var one = copies.Any(g => new[] { g.Original }.Concat(g.Copies).Intersect([parts[0], parts[2]]).Count() == 2);
            one.ShouldBe(parts[1] == "=", line);
        }
    }

    private static Report Report(string written)
    {
        var (head, text) = (written[..written.IndexOf('\n', StringComparison.Ordinal)].Split(" | "), written[(written.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        return Made.Report(head[0], text, DateOnly.ParseExact(head[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
