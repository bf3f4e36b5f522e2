using System.Globalization;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording.Findings;

/// <content>Copies.</content>
internal sealed partial class LedgerFindings
{
    private const string SketchColumns = "s.words, s.least, s.numbers, s.bands";

    /// <inheritdoc/>
    public TextSketch? Sketch(long report) => connection.Rows(r => ReadSketch(r), $"SELECT {SketchColumns} FROM sketches s WHERE s.report = $0", report).FirstOrDefault();

    /// <inheritdoc/>
    public void Put(long report, TextSketch? sketch)
    {
        foreach (var band in Sketch(report)?.Bands ?? [])
        {
            connection.Run("DELETE FROM bands WHERE band = $0 AND report = $1", band, report);
        }

        connection.Run("DELETE FROM sketches WHERE report = $0", report);
        if (sketch is null)
        {
            return;
        }

        connection.Run("INSERT INTO sketches VALUES ($0, $1, $2, $3, $4)", report, sketch.Words, FindingForm.Write(sketch.Least), FindingForm.Write(sketch.Numbers), FindingForm.Write(sketch.Bands));
        foreach (var band in sketch.Bands)
        {
            connection.Run("INSERT OR IGNORE INTO bands VALUES ($0, $1)", band, report);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SketchedReport> Like(IEnumerable<long> bands)
    {
        var list = string.Join(',', bands.Select(b => b.ToString(CultureInfo.InvariantCulture)));
        var found = connection.Rows(
            r => (Row: r.GetInt64(4), Sketch: ReadSketch(r)),
            $"SELECT {SketchColumns}, s.report FROM sketches s WHERE s.report IN (SELECT report FROM bands WHERE band IN ({list})) ORDER BY s.report").ToList();
        Load(found.Select(f => f.Row));
        return found.Where(f => headers[f.Row] is not null).Select(f => new SketchedReport(f.Row, headers[f.Row]!, f.Sketch));
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Group(long report)
    {
        var original = Original(report);
        var members = connection.Rows(r => r.GetInt64(0), "SELECT report FROM copies WHERE original = $0 ORDER BY report", original).ToList();
        return members.Count == 0 ? [report] : members;
    }

    /// <inheritdoc/>
    public void Put(long report, CopyLink? link)
    {
        if (link is null)
        {
            connection.Run("DELETE FROM copies WHERE report = $0", report);
        }
        else
        {
            connection.Run("INSERT OR REPLACE INTO copies VALUES ($0, $1, $2)", report, link.Original, link.Likeness);
        }
    }

    /// <inheritdoc/>
    public long Original(long report) => (long?)connection.Value("SELECT original FROM copies WHERE report = $0", report) ?? report;

    /// <inheritdoc/>
    public IEnumerable<CopyGroup> Copies() => connection.Rows(
            r => (Original: r.GetInt64(0), Report: r.GetInt64(1), Likeness: r.GetDouble(2), Name: r.GetString(3)),
            "SELECT c.original, c.report, c.likeness, p.name FROM copies c JOIN reports p ON p.id = c.report JOIN readings r ON r.report = c.report AND r.run = (SELECT id FROM runs WHERE current = 1) ORDER BY c.original, r.reference, p.name")
        .GroupBy(c => c.Original)
        .Select(g => new CopyGroup(g.First(c => c.Report == g.Key).Name, [.. g.Where(c => c.Report != g.Key).Select(c => c.Name)], g.Where(c => c.Report != g.Key).Min(c => c.Likeness)));

    private static TextSketch ReadSketch(SqliteDataReader r) =>
        new(r.GetInt32(0), FindingForm.Values<uint>((byte[])r[1]), FindingForm.Values<uint>((byte[])r[2]), FindingForm.Values<long>((byte[])r[3]));
}
