using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;

namespace Salient.Locating.Importing;

/// <summary>A GeoNames dump as read: the rows that are sound, and what is wrong with the others.</summary>
/// <param name="Rows">Sound rows, in the file's order.</param>
/// <param name="Refused">One problem for each row left out, with its line.</param>
public sealed record GeoNamesDump(ImmutableArray<GeoNamesRow> Rows, ImmutableArray<Problem> Refused)
{
    private const int Columns = 19;

    /// <summary>Reads lines of the dump called <paramref name="name"/>.</summary>
    /// <param name="name">For problems: the file's path.</param>
    /// <param name="lines">Its lines.</param>
    public static GeoNamesDump Read(string name, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var rows = new List<GeoNamesRow>();
        var refused = new List<(int Line, Problem Problem)>();
        var seen = new Dictionary<int, int>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            if (Row(line, number, seen, out var why) is { } row)
            {
                seen[row.Id] = number;
                rows.Add(row);
            }
            else
            {
                refused.Add((number, Wrong(name, number, why!)));
            }
        }

        Displaced(name, rows, refused);
        return new GeoNamesDump([.. rows], [.. refused.OrderBy(r => r.Line).Select(r => r.Problem)]);
    }

    private static GeoNamesRow? Row(string line, int number, Dictionary<int, int> seen, out string? why)
    {
        var cells = line.Split('\t');
        why = null;
        if (cells.Length != Columns)
        {
            why = $"{Columns} tab-separated columns are wanted, {cells.Length} found.";
        }
        else if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
        {
            why = $"'{Short(cells[0])}' is no GeoNames id.";
        }
        else if (seen.TryGetValue(id, out var before))
        {
            why = $"Id {id} stands in line {before} already.";
        }
        else if (string.IsNullOrWhiteSpace(cells[1]))
        {
            why = "The name is empty.";
        }
        else if (cells[8].Length != 2)
        {
            why = $"'{Short(cells[8])}' is no country code.";
        }
        else if (!Degrees(cells[4], out var lat) || !Degrees(cells[5], out var lon))
        {
            why = $"Coordinates '{Short(cells[4])}', '{Short(cells[5])}' are missing or no numbers.";
        }
        else if (Math.Abs(lon) <= 90 && Math.Abs(lat) is > 90 and <= 180)
        {
            why = $"Latitude {cells[4]} and longitude {cells[5]} are swapped.";
        }
        else if (Math.Abs(lat) > 90 || Math.Abs(lon) > 180)
        {
            why = $"Coordinates {cells[4]}, {cells[5]} are not on the globe.";
        }
        else if (lat == 0 && lon == 0)
        {
            why = "Coordinates 0, 0 stand for none.";
        }
        else
        {
            _ = long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out var population);
            return new GeoNamesRow(number, id, cells[1], [.. cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                lat, lon, cells[6], cells[7], cells[8], cells[10], cells[11], (int)Math.Min(population, int.MaxValue));
        }

        return null;
    }

    /// <summary>Refuses rows that lie far outside their country as the other rows show it, but inside when latitude and longitude change places.</summary>
    private static void Displaced(string name, List<GeoNamesRow> rows, List<(int, Problem)> refused)
    {
        foreach (var country in rows.GroupBy(r => r.Country).ToArray())
        {
            var (south, north) = Extent(country.Select(r => r.Lat));
            var (west, east) = Extent(country.Select(r => r.Lon));
            foreach (var row in country)
            {
                var inside = row.Lat >= south && row.Lat <= north && row.Lon >= west && row.Lon <= east;
                if (!inside && row.Lon >= south && row.Lon <= north && row.Lat >= west && row.Lat <= east)
                {
                    rows.Remove(row);
                    refused.Add((row.Line, Wrong(name, row.Line, string.Create(CultureInfo.InvariantCulture, $"Latitude {row.Lat} and longitude {row.Lon} are swapped: the country's other places lie elsewhere."))));
                }
            }
        }
    }

    private static (double Low, double High) Extent(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var cut = sorted.Length / 50;
        const double Margin = 5;
        return (sorted[cut] - Margin, sorted[^(cut + 1)] + Margin);
    }

    private static bool Degrees(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Short(string cell) => cell.Length <= 20 ? cell : cell[..20] + "…";

    private static Problem Wrong(string name, int line, string what) => new("SAL0302", $"{name}:{line}", what, "The row is left out.");
}
