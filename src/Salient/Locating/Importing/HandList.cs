using System.Collections.Immutable;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Records;

namespace Salient.Locating.Importing;

/// <summary>Reads lists of places that were written by hand: regions, rivers, plants, towns beyond the border, countries.</summary>
/// <remarks>
/// Tab-separated: GeoNames id or "-", kind, country or "-", name, latitude, longitude, population or "-", forms parted by "|" or "-".
/// A line that begins with "#" is a comment. A file with one bad line is refused as a whole, every bad line named.
/// </remarks>
public static class HandList
{
    private const int Cells = 8;

    // The country whose names are written in many transliterations: those of several words are found by sound too.
    private const string Transliterated = "UA";

    /// <summary>The places in the file at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0303: lines are wrong, each named.</exception>
    public static ImmutableArray<GazetteerEntry> Read(string path) => Read(path, File.ReadLines(path));

    /// <summary>As <see cref="Read(string)"/>, from lines.</summary>
    /// <param name="path">For problems.</param>
    /// <param name="lines">The file's lines.</param>
    public static ImmutableArray<GazetteerEntry> Read(string path, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var result = ImmutableArray.CreateBuilder<GazetteerEntry>();
        var wrong = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            var why = Check(cells);
            if (why is null && !seen.TryAdd($"{cells[1]} {cells[3]} {cells[4]} {cells[5]}", number))
            {
                why = $"the same place stands in line {seen[$"{cells[1]} {cells[3]} {cells[4]} {cells[5]}"]}";
            }

            if (why is null)
            {
                result.Add(Entry(cells));
            }
            else
            {
                wrong.Add($"line {number}: {why}");
            }
        }

        return wrong.Count == 0
            ? result.ToImmutable()
            : throw new ProblemException(new Problem("SAL0303", path, $"Nothing was loaded: {string.Join("; ", wrong)}.", "Mend these lines, or take them out."));
    }

    private static string? Check(string[] cells)
    {
        if (cells.Length != Cells)
        {
            return $"{Cells} tab-separated cells are wanted, {cells.Length} found";
        }

        if (cells[0] != "-" && !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return $"'{cells[0]}' is no GeoNames id";
        }

        if (!Enum.TryParse<PlaceKind>(cells[1], ignoreCase: true, out _))
        {
            return $"'{cells[1]}' is no kind of place";
        }

        if (cells[2] != "-" && cells[2].Length != 2)
        {
            return $"'{cells[2]}' is no country code";
        }

        if (cells[3].Length == 0)
        {
            return "the name is empty";
        }

        return Number(cells[4], 90, out var lat) && Number(cells[5], 180, out var lon) && (lat != 0 || lon != 0)
            ? cells[6] == "-" || int.TryParse(cells[6], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : $"'{cells[6]}' is no population"
            : Number(cells[4], 180, out _) && Number(cells[5], 90, out _) ? "latitude and longitude are swapped" : $"coordinates '{cells[4]}', '{cells[5]}' are missing or not on the globe";
    }

    private static bool Number(string cell, double most, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= most;

    private static GazetteerEntry Entry(string[] cells)
    {
        var kind = Enum.Parse<PlaceKind>(cells[1], ignoreCase: true);
        var forms = cells[7] == "-" ? [] : cells[7].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<GazetteerKey> keys = NameKeys.ByLetters(cells[3], forms).Where(k => k.Text.Length > 1).Select(k => k with { Grade = NameGrade.Main });
        keys = kind switch
        {
            PlaceKind.Oblast => keys.Where(k => k.Text.Contains(' ', StringComparison.Ordinal)).Concat(NameKeys.BySound(KeyKind.Oblast, [cells[3], .. forms], [])),
            PlaceKind.Water => keys.Where(k => k.Text.Contains(' ', StringComparison.Ordinal)).Concat(NameKeys.BySound(KeyKind.Water, [cells[3], .. forms], [])),
            _ when kind.IsSettlement() => keys.Concat(NameKeys.BySound(KeyKind.Sound, [cells[3]], forms)),
            _ => keys.Concat(NameKeys.BySound(KeyKind.Sound, [], ((string[])[cells[3], .. forms]).Where(f => f.Any(c => c is >= 'А' and <= 'ґ') || (cells[2] == Transliterated && f.Contains(' ', StringComparison.Ordinal))))),
        };
        return new GazetteerEntry(
            cells[0] == "-" ? 0 : int.Parse(cells[0], CultureInfo.InvariantCulture),
            cells[3],
            double.Parse(cells[4], CultureInfo.InvariantCulture),
            double.Parse(cells[5], CultureInfo.InvariantCulture),
            kind,
            cells[2] == "-" ? "--" : cells[2],
            "",
            "",
            cells[6] == "-" ? 0 : int.Parse(cells[6], CultureInfo.InvariantCulture),
            [.. keys.DistinctBy(k => k.Text)]);
    }
}
