using System.Text;
using Salient.Records;

namespace Salient.Scoring;

/// <summary>Scores coded claims against gold claims, both as JSON lines in the codebook's form.</summary>
/// <remarks>
/// Two claims match when they have the same kind, their evidence overlaps by at least half of the shorter one, and what they
/// share is at least a quarter of their union; one to one, best pairs first (same act, then overlap). Slots are counted over
/// matched claims, where gold fills them.
/// </remarks>
public static class Scorer
{
    /// <summary>Scores <paramref name="predicted"/> (a file or a folder of .jsonl) against <paramref name="gold"/>.</summary>
    /// <param name="gold">A folder of &lt;report id&gt;.jsonl, or one file.</param>
    /// <param name="predicted">The same; claims of reports that gold does not cover are left out.</param>
    /// <param name="reports">The folder of the reports' texts (&lt;report id&gt;.txt).</param>
    /// <param name="misses">True where each miss and extra is wanted as a line.</param>
    /// <exception cref="ProblemException">SAL0910 a path or report's text is missing; SAL0911 a line is no claim; SAL0912 gold evidence is not in its report.</exception>
    public static Score Run(string gold, string predicted, string reports, bool misses)
    {
        var wanted = Load(gold);
        var made = Load(predicted);
        var score = new Score(wanted.Count);
        foreach (var (report, claims) in wanted)
        {
            One(score, report, claims, made.GetValueOrDefault(report) ?? [], Text(reports, report), misses);
        }

        return score;
    }

    private static void One(Score score, string report, List<ScoredClaim> gold, List<ScoredClaim> predicted, string text, bool misses)
    {
        var goldSpans = Matching.Spans(gold, text);
        if (goldSpans.Exists(s => s is null))
        {
            throw new ProblemException(new Problem("SAL0912", report, $"{goldSpans.Count(s => s is null)} gold evidence strings are not in the report.", "Give the reports that gold was coded from."));
        }

        var spans = Matching.Spans(predicted, text);
        score.Unverifiable += spans.Count(s => s is null);
        var pairs = Matching.Pair(gold, goldSpans, predicted, spans);
        for (var i = 0; i < gold.Count; i++)
        {
            var count = score.Kind(gold[i].Kind);
            count.Gold++;
            if (!pairs.TryGetValue(i, out var j))
            {
                if (misses)
                {
                    score.Misses.Add(Line("MISSED", report, gold[i]));
                }

                continue;
            }

            count.Found++;
            count.Coded += gold[i].Act == predicted[j].Act ? 1 : 0;
            foreach (var (slot, right) in Slots.Compare(gold[i], predicted[j]))
            {
                score.Slot(slot, right ? 1 : 0, 1);
            }

            var (both, all) = Slots.SharedPlaces(gold[i], predicted[j]);
            score.Slot("places", both, all);
            score.Slot("evidence", Matching.Tight(goldSpans[i]!.Value, spans[j]!.Value) ? 1 : 0, 1);
        }

        var paired = pairs.Values.ToHashSet();
        for (var j = 0; j < predicted.Count; j++)
        {
            score.Kind(predicted[j].Kind).Predicted++;
            if (misses && !paired.Contains(j))
            {
                score.Misses.Add(Line("EXTRA ", report, predicted[j]));
            }
        }
    }

    private static string Line(string what, string report, ScoredClaim claim) =>
        $"{what} {report} {claim.Kind}/{claim.Act}: {(claim.Evidence.Length > 140 ? claim.Evidence[..140] : claim.Evidence)}";

    private static SortedDictionary<string, List<ScoredClaim>> Load(string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path]
            : throw new ProblemException(new Problem("SAL0910", path, "There is no such file or folder.", "Name a .jsonl file or a folder of them."));
        var result = new SortedDictionary<string, List<ScoredClaim>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file, Encoding.UTF8))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var claim = ScoredClaim.Parse(line, Path.GetFileNameWithoutExtension(file), $"{file}:{number}");
                if (!result.TryGetValue(claim.Report, out var claims))
                {
                    result[claim.Report] = claims = [];
                }

                claims.Add(claim);
            }
        }

        return result;
    }

    private static string Text(string reports, string report)
    {
        foreach (var path in (string[])[Path.Combine(reports, report + ".txt"), Path.Combine(reports, report)])
        {
            if (File.Exists(path))
            {
                return Words.Flat(File.ReadAllText(path, Encoding.UTF8));
            }
        }

        throw new ProblemException(new Problem("SAL0910", reports, $"There is no text of report {report}.", "Name the folder of the reports' texts with --reports."));
    }
}
