using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Takes CSV with named columns: a text, or a title where there is none, and where present id, date, title, outlet and address. What each may be called: <see cref="CsvColumns"/>.</summary>
internal sealed class CsvSource(AcquireOptions options)
{
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
        if (Header(csv) is not { } header || CsvColumns.Find(header) is not { } columns)
        {
            yield return Acquired.Failed("SAL0120", origin, "No column holds the reports' text.", $"Name the columns in the first row, one of them {string.Join(", ", CsvColumns.Texts.Take(6))}, or title.");
            yield break;
        }

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
                yield return bad ? Acquired.Failed("SAL0120", where, "The row's quotation marks do not match.", "Quote fields that hold quotation marks, and double these.") : Take(csv.GetField, columns, $"{name}-{csv.Parser.Row}", where);
            }
        }
    }

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

    private static Acquired Take(Func<int, string?> row, CsvColumns columns, string fallback, string where)
    {
        string? Of(int? column) => column is { } at && row(at)?.Trim() is { Length: > 0 } value ? value : null;

        // A list of headlines has a title and perhaps a line under it, and no text.
        var whole = columns.Text is { } text ? Titled.Text(Of(columns.Title), row(text)) : string.Join("\n\n", new[] { Of(columns.Title), Of(columns.Lead) }.Where(p => p is not null));
        if (string.IsNullOrWhiteSpace(whole))
        {
            return Acquired.Failed("SAL0201", where, "The report's text is empty.", "Fetch it again.");
        }

        DateOnly? date = null;
        if (Of(columns.Day) is { } written)
        {
            if (Days.Parse(written) is not { } day)
            {
                return Acquired.Failed("SAL0120", where, $"\"{written}\" is no date.", "Dates want the form 2022-05-02.");
            }

            date = day;
        }

        var address = Of(columns.Address) is { } url && WebSource.IsAddress(url) && Uri.TryCreate(url, UriKind.Absolute, out var at) ? at : null;
        var id = Of(columns.Id) ?? (address is null ? fallback : WebContent.Slug(address));
        return new Acquired(new Capture(id, address?.AbsoluteUri ?? where, Encoding.UTF8.GetBytes(whole), MediaKind.Text, "utf-8", date) { Outlet = Of(columns.Outlet) }, null);
    }
}
