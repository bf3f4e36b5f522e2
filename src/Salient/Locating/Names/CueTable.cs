using Salient.Records;

namespace Salient.Locating.Names;

/// <summary>The words that tell what a name beside them is, and those that are seldom names themselves.</summary>
internal sealed class CueTable
{
    private readonly Dictionary<string, Cue>.AlternateLookup<ReadOnlySpan<char>> cues;

    private CueTable(Dictionary<string, Cue> words) =>
        cues = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word, in lower case, tells.</summary>
    public Cue this[ReadOnlySpan<char> lower] => cues.TryGetValue(lower, out var cue) ? cue : Cue.None;

    /// <summary>Reads place-cues.tsv, first-names.txt and not-places.txt in <paramref name="folder"/>; a folder without them gives an empty table.</summary>
    /// <exception cref="ProblemException">SAL0304: a line is wrong.</exception>
    public static CueTable Load(string folder)
    {
        var words = new Dictionary<string, Cue>(StringComparer.Ordinal);
        var path = Path.Combine(folder, "place-cues.tsv");
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 4 || !Enum.TryParse<Cue>(cells[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var cue))
            {
                throw new ProblemException(new Problem("SAL0304", $"{path}:{number}", "Four cells are wanted: a known id, words, an example, a counter-example.", "Mend the line, or take it out."));
            }

            Add(words, cells[1].Split('|', StringSplitOptions.TrimEntries), cue);
        }

        Add(words, Lines(Path.Combine(folder, "first-names.txt")), Cue.FirstName);
        Add(words, Lines(Path.Combine(folder, "not-places.txt")), Cue.Common);
        return new CueTable(words);
    }

    private static IEnumerable<string> Lines(string path) =>
        File.Exists(path) ? File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : [];

    private static void Add(Dictionary<string, Cue> words, IEnumerable<string> more, Cue cue)
    {
        foreach (var word in more)
        {
            words[word] = words.GetValueOrDefault(word) | cue;
        }
    }
}
