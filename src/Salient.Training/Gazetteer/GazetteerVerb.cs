using System.CommandLine;
using System.Globalization;
using Salient.Locating.Gazetteers;
using Salient.Locating.Importing;
using Salient.Records;

namespace Salient.Training.Gazetteer;

/// <summary>`gazetteer`: writes the gazetteers that ship, from GeoNames dumps and the lists written by hand.</summary>
internal static class GazetteerVerb
{
    public static Command Make()
    {
        var theatre = new Option<FileInfo>("--theatre-dump") { Description = "GeoNames dump of the theatre's country.", Required = true };
        var world = new Option<FileInfo>("--cities") { Description = "GeoNames dump of the world's cities.", Required = true };
        var folder = new Option<DirectoryInfo>("--theatres") { Description = "The folder that holds ukraine/ and world/.", Required = true };
        var verb = new Command("gazetteer", "Writes the gazetteers that ship.") { theatre, world, folder };
        verb.SetAction(result =>
        {
            var to = result.GetValue(folder)!.FullName;
            var own = Dump(result.GetValue(theatre)!.FullName);
            Write(Path.Combine(to, "ukraine", "gazetteer.bin"), own.Rows.Select(Renamed(Path.Combine(to, "ukraine", "names.tsv"))).Select(r => EntryMaker.Make(r, bySound: true)).OfType<GazetteerEntry>());
            var towns = Path.Combine(to, "ukraine", "towns.txt");
            Console.WriteLine($"{towns}: {TownList.Write(towns, Path.Combine(to, "ukraine"), Path.Combine(to, "..", "rules", "en"), own.Rows)} names");
            var cities = Dump(result.GetValue(world)!.FullName).Rows.Where(r => r.Country != "UA").ToArray();
            var divisions = DivisionList.Read(Path.Combine(to, "world", "divisions.tsv"), cities);
            var entries = cities.Select(r => EntryMaker.Make(r, bySound: r.Country is "RU" or "BY")).OfType<GazetteerEntry>();
            Write(Path.Combine(to, "world", "gazetteer.bin"), entries.Concat(divisions));
        });
        return verb;
    }

    /// <summary>Gives rows the names in English use that <paramref name="path"/> lists; their own stay as other forms.</summary>
    private static Func<GeoNamesRow, GeoNamesRow> Renamed(string path)
    {
        var names = File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(c => int.Parse(c[0], CultureInfo.InvariantCulture));
        return row => names.TryGetValue(row.Id, out var cells)
            ? row with { Name = cells[1], Alternates = [.. row.Alternates, row.Name, .. cells[2].Split('|', StringSplitOptions.TrimEntries)] }
            : row;
    }

    private static GeoNamesDump Dump(string path)
    {
        var dump = GeoNamesDump.Read(path, File.ReadLines(path));
        Console.WriteLine($"{path}: {dump.Rows.Length} rows, {dump.Refused.Length} refused");
        foreach (Problem problem in dump.Refused)
        {
            Console.Error.WriteLine(problem);
        }

        return dump;
    }

    private static void Write(string path, IEnumerable<GazetteerEntry> entries)
    {
        var all = entries.ToArray();
        GazetteerWriter.Write(path, all);
        Console.WriteLine($"{path}: {all.Length} places, {all.Sum(e => e.Keys.Length)} keys, {new FileInfo(path).Length} bytes");
    }
}
