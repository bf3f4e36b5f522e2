using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Takes CSV with named columns: text (or body, content, article), and where present id, date, title.</summary>
internal sealed class CsvSource(AcquireOptions options)
{
    private static readonly string[] Texts = ["text", "body", "content", "article", "maintext", "article_text", "full_text"];
    private static readonly string[] Ids = ["id", "name", "article_id", "uid"];
    private static readonly string[] DayColumns = ["date", "published", "published_at", "publishdate", "pub_date", "pubdate", "day"];
    private static readonly string[] Titles = ["title", "headline"];

    /// <summary>The reports of <paramref name="stream"/>; a bad row is a problem, and the next follows.</summary>
    public IEnumerable<Acquired> Acquire(Stream stream, string name, string origin)
    {
        var bad = false;
        using var reader = new StreamReader(stream, Encoding.UTF8, true, 1 << 16, leaveOpen: true);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            MaxFieldSize = options.LargestReport,
            BadDataFound = _ => bad = true,
            MissingFieldFound = null,
            HeaderValidated = null,
        });
        if (Header(csv) is not { } header || Find(header, Texts) is not { } text)
        {
            yield return Acquired.Failed("SAL0120", origin, "No column holds the reports' text.", $"Name the columns in the first row, one of them {string.Join(", ", Texts)}.");
            yield break;
        }

        var columns = new Columns(text, Find(header, Ids), Find(header, DayColumns), Find(header, Titles));
        while (true)
        {
            bad = false;
            var (more, failed) = Step(csv, origin);
            if (failed is not null)
            {
                yield return failed;
            }

            if (!more)
            {
                yield break;
            }

            if (failed is null)
            {
                var where = $"{origin}:{csv.Parser.RawRow.ToString(CultureInfo.InvariantCulture)}";
                yield return bad ? Acquired.Failed("SAL0120", where, "The row's quotation marks do not match.", "Quote fields that hold quotation marks, and double these.") : Take(csv, columns, $"{name}-{csv.Parser.Row}", where);
            }
        }
    }

    private sealed record Columns(int Text, int? Id, int? Day, int? Title);

    private static string[]? Header(CsvReader csv)
    {
        try
        {
            return csv.Read() && csv.ReadHeader() ? csv.HeaderRecord : null;
        }
        catch (CsvHelperException)
        {
            return null;
        }
    }

    private static (bool More, Acquired? Failed) Step(CsvReader csv, string origin)
    {
        try
        {
            return (csv.Read(), null);
        }
        catch (CsvHelperException e)
        {
            // A field beyond the limit leaves the parser inside it: nothing after it can be trusted.
            return (false, Acquired.Failed(e is MaxFieldSizeException ? "SAL0114" : "SAL0120", $"{origin}:{csv.Parser.RawRow.ToString(CultureInfo.InvariantCulture)}", "The row cannot be read.", "Mend the row; those after it were left out."));
        }
    }

    private static Acquired Take(CsvReader csv, Columns columns, string fallback, string where)
    {
        var text = csv.GetField(columns.Text) ?? "";
        if (string.IsNullOrWhiteSpace(text))
        {
            return Acquired.Failed("SAL0201", where, "The report's text is empty.", "Fetch it again.");
        }

        var title = columns.Title is { } t ? csv.GetField(t)?.Trim() : null;
        var written = columns.Day is { } d ? csv.GetField(d)?.Trim() : null;
        var date = string.IsNullOrEmpty(written) ? null : Days.Parse(written);
        if (!string.IsNullOrEmpty(written) && date is null)
        {
            return Acquired.Failed("SAL0120", where, $"\"{written}\" is no date.", "Dates want the form 2022-05-02.");
        }

        var id = columns.Id is { } i && csv.GetField(i) is { Length: > 0 } given ? given : fallback;
        var whole = string.IsNullOrEmpty(title) ? text : $"{title}\n\n{text}";
        return new Acquired(new Capture(id, where, Encoding.UTF8.GetBytes(whole), MediaKind.Text, "utf-8", date), null);
    }

    private static int? Find(string[] header, string[] names)
    {
        foreach (var name in names)
        {
            var at = Array.FindIndex(header, h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                return at;
            }
        }

        return null;
    }
}
