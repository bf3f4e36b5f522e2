using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Reads <c>classes.tsv</c>: class, part of speech, lemmas.</summary>
public static class SenseClassLoader
{
    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0540 the file is missing; SAL0541 a line is wrong.</exception>
    public static SenseClasses Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0540", path, "The file of word classes is missing.", "Name a data folder that holds rules/en/classes.tsv."));
        }

        return new SenseClasses(Entries(path));
    }

    private static IEnumerable<(string Class, char Tag, string Word)> Entries(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 3 || cells[1].Length != 1 || !"vnar*".Contains(cells[1][0], StringComparison.Ordinal))
            {
                throw new ProblemException(new Problem("SAL0541", $"{path}:{number}", "Three tab-separated cells are wanted: class, part of speech (v, n, a, r or *), lemmas.", "Mend the line, or take it out."));
            }

            foreach (var word in cells[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (cells[0], cells[1][0], word.Lowered());
            }
        }
    }
}
