using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CsvHelper;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>
/// <c>measure area CHANGELOG,FRONT.csv,FROM,UNTIL</c>: the ground that the second party has taken and holds, from <c>export front --format csv</c>, against a map's on its first entry of each week.
/// <c>measure area CHANGELOG,FOLDER,FROM,UNTIL</c>, where FOLDER is one: writes the map's English notes of these days there, as reports to add.
/// </summary>
internal static class AreaMeasure
{
    private const int Shortest = 15;

    public static void Run(string path, TextWriter output)
    {
        if (path.Split(',') is not [var changelog, var other, var first, var last] || !DateOnly.TryParse(first, CultureInfo.InvariantCulture, out var from) || !DateOnly.TryParse(last, CultureInfo.InvariantCulture, out var until))
        {
            throw new ProblemException(new("SAL0910", path, "Four parts are wanted: the map's changelog, a file of fronts or a folder, the first day, the last.", "Give all four, with commas between them."));
        }

        var entries = Entries(changelog, from, until);
        if (Directory.Exists(other))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Write(entries, other)} notes written to {other}"));
        }
        else
        {
            Compare(entries, other, output);
        }
    }

    private static List<Entry> Entries(string file, DateOnly from, DateOnly until)
    {
        using var raw = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json.RootElement.EnumerateArray()
                .Select(e => new Entry(e.GetProperty("createdAt").GetDateTime(), e.GetProperty("descriptionEn").GetString() ?? "", e.TryGetProperty("occupied", out var km) && km.ValueKind == JsonValueKind.Number ? km.GetDouble() : 0))
                .Where(e => e.Day >= from && e.Day <= until).OrderBy(e => e.At),
        ];
    }

    private static int Write(List<Entry> entries, string folder)
    {
        var parser = new HtmlParser();
        var count = 0;
        foreach (var entry in entries)
        {
            using var page = parser.ParseDocument(entry.Note);
            var text = page.Body!.TextContent.Replace('\u00a0', ' ').Trim();
            if (text.Length >= Shortest)
            {
                File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{entry.At:yyyyMMdd'T'HHmmss}Z_UA_en_note{++count}.txt")), $"Map notes\n\n{text}\n");
            }
        }

        return count;
    }

    private static void Compare(List<Entry> entries, string fronts, TextWriter output)
    {
        var taken = new SortedDictionary<DateOnly, double>();
        using (var reader = new CsvReader(new StreamReader(fronts), CultureInfo.InvariantCulture))
        {
            foreach (var row in reader.GetRecords<Row>().Where(r => r.holder == "ru"))
            {
                taken[DateOnly.Parse(row.day, CultureInfo.InvariantCulture)] = row.taken;
            }
        }

        var errors = new List<double>();
        foreach (var entry in entries.Where(e => e.Occupied > 0).GroupBy(e => (ISOWeek.GetYear(e.At), ISOWeek.GetWeekOfYear(e.At))).Select(w => w.First()))
        {
            var ours = taken.LastOrDefault(t => t.Key <= entry.Day).Value;
            errors.Add(Math.Abs(ours - entry.Occupied) / entry.Occupied);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Day:yyyy-MM-dd} map {entry.Occupied:F0} km2, ledger {ours:F0} km2, error {errors[^1]:F3}"));
        }

        errors.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median error {(errors.Count == 0 ? double.NaN : (errors[(errors.Count - 1) / 2] + errors[errors.Count / 2]) / 2):F3} of {errors.Count} weeks"));
    }

    private sealed record Entry(DateTime At, string Note, double Occupied)
    {
        public DateOnly Day => DateOnly.FromDateTime(At);
    }

    // Named as the columns of the export.
#pragma warning disable SA1300, IDE1006, CA1812
    private sealed record Row(string day, string holder, double taken);
#pragma warning restore SA1300, IDE1006, CA1812
}
