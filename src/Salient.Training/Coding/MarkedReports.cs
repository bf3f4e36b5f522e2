using System.Text;
using Salient.Acquiring;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>Reads reports with the claims that somebody marked in them.</summary>
internal sealed class MarkedReports(Pipeline pipeline)
{
    // Written reports tell of no day of their own: they are read as of one in the war.
    private static readonly DateOnly Day = new(2023, 3, 1);

    /// <summary>Those of <paramref name="reports"/> that <paramref name="gold"/> has claims for, one .jsonl a report.</summary>
    public IEnumerable<(Report Report, List<GoldClaim> Claims)> Coded(string gold, string reports)
    {
        foreach (var acquired in new Acquirer().Acquire([reports]))
        {
            var path = Path.Combine(gold, acquired.Capture!.Name + ".jsonl");
            if (File.Exists(path) && pipeline.Read(acquired.Capture).Report is { } report)
            {
                yield return (report, Labelling.Read(path, report.Text));
            }
        }
    }

    /// <summary>Those of a file written for training that have a claim of which the slots beside it tell what is <paramref name="wanted"/>.</summary>
    public IEnumerable<(Report Report, List<GoldClaim> Claims)> Invented(string path, Predicate<GoldClaim> wanted)
    {
        var slots = SlotLines.Load(Path.ChangeExtension(path, ".slots"));
        foreach (var (marked, line, slug) in InventedFile.Read(path))
        {
            if (slug is null)
            {
                continue;
            }

            var (text, claims) = Bracketed.Read(marked, $"{path}:{line}");
            List<GoldClaim> filled = [.. claims.Select(c => slots.Fill(slug, c))];
            var capture = new Capture($"invented-{line}", path, Encoding.UTF8.GetBytes(text), MediaKind.Text, Date: Day);
            if (filled.Exists(wanted) && pipeline.Read(capture).Report is { } report)
            {
                yield return (report, filled);
            }
        }
    }
}
