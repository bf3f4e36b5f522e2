using System.Collections.Immutable;
using System.Globalization;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Training.Measuring.SideBySide;

/// <summary>Articles that are one text by an exact count of their runs of words, against the groups that folding finds by sketches of them.</summary>
internal static class CopyChecks
{
    private const int Run = 4, Days = 30, LeastWords = 120;
    private const double Alike = 0.7, Apart = 0.3;

    public static IEnumerable<Check> All(SharedReports shared, ReconcilingData data, Func<IEnumerable<Place>> places)
    {
        // Captures of fewer words hold no article: a site's own lines, which stand on all its pages.
        var reports = shared.ReadArticles(new Pipeline(Pipeline.DataFolder)).DistinctBy(r => r.Id).Where(r => CodedText.Of(r).Split(' ').Length >= LeastWords).ToList();
        var groups = new Picture(new ReadLedger(reports), data, places).Copies;
        var pairs = groups.SelectMany(g => g.Copies.Select(c => (g.Original, Copy: c))).ToList();
        var runs = reports.ToDictionary(r => r.Id, r => Runs(CodedText.Of(r)));
        var together = groups.SelectMany((g, i) => g.Copies.Append(g.Original).Select(r => KeyValuePair.Create(r, i))).ToDictionary();
        var (same, missed) = (0, new List<string>());
        for (var i = 0; i < reports.Count; i++)
        {
            for (var k = i + 1; k < reports.Count; k++)
            {
                var (a, b) = (reports[i], reports[k]);
                if (Near(a, b) && Likeness(runs[a.Id], runs[b.Id]) >= Alike)
                {
                    same++;
                    if (!together.TryGetValue(a.Id, out var group) || !together.TryGetValue(b.Id, out var other) || group != other)
                    {
                        missed.Add($"{a.Id}+{b.Id}");
                    }
                }
            }
        }

        var wrong = pairs.Where(p => Likeness(runs[p.Original], runs[p.Copy]) < Apart).Select(p => $"{p.Original}+{p.Copy}").ToImmutableArray();
        yield return new Check("copies: articles that are one text fold", same > 0 && missed.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{same - missed.Count} of {same} pairs alike by {Alike} or more"), [.. missed]);
        yield return new Check("copies: what folds is alike", pairs.Count > 0 && wrong.IsEmpty, string.Create(CultureInfo.InvariantCulture, $"{pairs.Count - wrong.Length} of {pairs.Count} copies alike by {Apart} or more to their original"), wrong);
    }

    private static bool Near(Report a, Report b) => a.Date.Reference is { } x && b.Date.Reference is { } y && Math.Abs(x.DayNumber - y.DayNumber) <= Days;

    private static HashSet<string> Runs(string text)
    {
        var words = text.ToUpperInvariant().Split([' ', '\n', '\r', '\t', '.', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(i => string.Join(' ', words[i..(i + Run)]))];
    }

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var (least, most) = a.Count < b.Count ? (a, b) : (b, a);
        var shared = least.Count < Apart * most.Count ? 0 : least.Count(most.Contains);
        return a.Count + b.Count == 0 ? 0 : (double)shared / (a.Count + b.Count - shared);
    }

    /// <summary>Reports alone, without claims.</summary>
    private sealed class ReadLedger(List<Report> reports) : ILedgerReader
    {
        public long Revision => 1;

        public ImmutableArray<ReportHeader> Reports() => [.. reports.Select(r => new ReportHeader(r.Id, r.Title, r.Date, r.Outlet, r.Author, r.Language, r.CopyOf, r.Institute, r.CaptureHash, r.Id))];

        public Report? Report(string id) => reports.FirstOrDefault(r => r.Id == id);

        public IEnumerable<RecordedClaim> Claims() => [];

        public ImmutableArray<RecordedClaim> ClaimsOf(string report) => [];

        public RecordedClaim? Claim(string id) => null;

        public ImmutableArray<RecordedClaim> Search(string query, int limit) => [];
    }
}
