using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>Who held which settlement when, as a table: a starting row for each, then a row for each change.</summary>
public static class ControlExport
{
    private static readonly string[] Columns = ["name", "lat", "lon", "geonameid", "from", "to", "holder", "status", "confidence", "claims"];

    /// <summary>The table; line feeds only.</summary>
    public static void Write(IEnumerable<ControlHistory> histories, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(histories);
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        Row(csv, Columns);
        foreach (var history in histories)
        {
            var p = history.Place;
            foreach (var s in history.States)
            {
                Row(csv, [p.Name, Number(p.Lat), Number(p.Lon), p.GeonameId.ToString(CultureInfo.InvariantCulture), Phrasing.Day(s.From), Phrasing.Day(s.Until), s.Holder, Status(s.Status), s.Confidence.ToString(CultureInfo.InvariantCulture), string.Join(' ', s.For)]);
            }
        }
    }

    private static string Status(ControlStatus status) => status == ControlStatus.AssessedAdvance ? "assessed advance" : status.ToString().ToLowerInvariant();

    private static string Number(double n) => n.ToString("0.#####", CultureInfo.InvariantCulture);

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
