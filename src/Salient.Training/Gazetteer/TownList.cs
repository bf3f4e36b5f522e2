using Salient.Locating.Gazetteers;
using Salient.Locating.Importing;
using Salient.Locating.Resolving;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Gazetteer;

/// <summary>The names of towns, and of villages that the fighting came near, that say by themselves that a place is named: <c>towns.txt</c>.</summary>
internal static class TownList
{
    private const int Shortest = 5;
    private const int Town = 3_000;
    private const double NearKm = 12;
    private const string Head = "# Towns, seats of districts and communes, and villages that the fighting came near: a name written so is a place's. Written by `salient-training gazetteer` from GeoNames (CC BY 4.0).";

    /// <summary>Writes the list of <paramref name="rows"/> to <paramref name="path"/>; returns how many names.</summary>
    public static int Write(string path, string theatre, string rules, IEnumerable<GeoNamesRow> rows)
    {
        var never = File.ReadLines(Path.Combine(rules, "first-names.txt")).Concat(File.ReadLines(Path.Combine(rules, "not-places.txt")))
            .Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in TheatreLoader.Load(theatre).Lexicon)
        {
            never.UnionWith(entry.Type == MentionType.Person ? entry.Forms.SelectMany(f => f.Split(' ')) : entry.Forms);
        }

        var stretches = File.ReadLines(Path.Combine(theatre, "fronts.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => Points.Read(l.Split('\t')[4])!).ToArray();
        var names = rows.Where(r => r.Class == "P" && r.Code is not "PPLX")
            .SelectMany(r => Names(r, r.Code is "PPLC" or "PPLA" or "PPLA2" or "PPLA3" || r.Population >= Town, stretches))
            .Where(n => n.Length >= Shortest && !never.Contains(n) && !n.EndsWith("enko", StringComparison.Ordinal) && !n.EndsWith("chuk", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        File.WriteAllLines(path, names.Prepend(Head));
        return names.Length;
    }

    private static IEnumerable<string> Names(GeoNamesRow row, bool town, (float Lat, float Lon)[][] stretches)
    {
        if (!town && !stretches.Any(s => Near(row, s)))
        {
            return [];
        }

        var own = new[] { EntryMaker.EnglishName(row), row.Name };
        return own.Concat(town ? row.Alternates : []).Select(n => string.Concat(n.Where(c => c is not ('\'' or '’' or '”' or '"')))).Where(IsPlain);
    }

    private static bool Near(GeoNamesRow row, (float Lat, float Lon)[] points)
    {
        for (var i = 0; i + 1 < points.Length; i++)
        {
            if (Earth.ToSegment(row.Lat, row.Lon, points[i], points[i + 1], out _) < NearKm)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for capitalised words of plain letters.</summary>
    private static bool IsPlain(string name) =>
        name.All(c => char.IsAsciiLetter(c) || c is ' ' or '-') && name.Split(' ', '-').All(w => w.Length > 1 && char.IsAsciiLetterUpper(w[0]) && w.Skip(1).All(char.IsAsciiLetterLower));
}
