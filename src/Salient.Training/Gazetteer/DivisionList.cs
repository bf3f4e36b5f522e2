using System.Collections.Immutable;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Locating.Importing;

namespace Salient.Training.Gazetteer;

/// <summary>Makes first-level divisions of the world from a list of their names and the towns that lie in them.</summary>
internal static class DivisionList
{
    private static readonly string[] Generic = ["oblast", "krai", "region", "territory", "область", "край", "voivodeship", "province"];

    public static IEnumerable<GazetteerEntry> Read(string path, IReadOnlyCollection<GeoNamesRow> cities)
    {
        var towns = cities.ToLookup(c => (c.Country, c.First));
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split('\t');
            var within = towns[(cells[0], cells[1])].ToArray();
            if (within.Length == 0)
            {
                continue;
            }

            var weight = within.Sum(t => Math.Sqrt(t.Population + 1.0));
            var lat = within.Sum(t => t.Lat * Math.Sqrt(t.Population + 1.0)) / weight;
            var lon = within.Sum(t => t.Lon * Math.Sqrt(t.Population + 1.0)) / weight;
            string[] forms = cells[4] == "-" ? [] : cells[4].Split('|', StringSplitOptions.TrimEntries);
            var id = cells[2] == "-" ? 0 : int.Parse(cells[2], CultureInfo.InvariantCulture);
            yield return new GazetteerEntry(id, cells[3], Math.Round(lat, 4), Math.Round(lon, 4), PlaceKind.Oblast, cells[0], cells[1], "", within.Sum(t => t.Population), [.. Keys(cells[3], forms)]);
        }
    }

    private static IEnumerable<GazetteerKey> Keys(string name, string[] forms)
    {
        var stems = new[] { name }.Concat(forms).Select(Stem).ToArray();
        return NameKeys.ByLetters(name, forms).Where(k => k.Text.Length > 2)
            .Concat(NameKeys.BySound(KeyKind.Oblast, stems[..1], stems[1..]))
            .Select(k => k with { Grade = NameGrade.Main })
            .DistinctBy(k => k.Text);
    }

    private static string Stem(string name) =>
        string.Join(' ', name.Split(' ').Where(w => !Generic.Contains(w.ToLowerInvariant(), StringComparer.Ordinal)));
}
