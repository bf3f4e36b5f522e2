using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Attributing;

/// <summary>The nouns that describe a source: <c>rules/en/source-nouns.tsv</c>. Immutable once loaded.</summary>
public sealed class SourceNouns
{
    private readonly FrozenDictionary<string, (string Type, bool Document)> nouns;

    private SourceNouns(Dictionary<string, (string Type, bool Document)> nouns) => this.nouns = nouns.ToFrozenDictionary();

    /// <summary>Reads the nouns.</summary>
    /// <param name="path">A file of three tab-separated cells a line: noun, type of source, "yes" for documents.</param>
    /// <exception cref="ProblemException">SAL0511 the file is missing; SAL0512 a line is wrong, with file and line.</exception>
    public static SourceNouns Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0511", path, "The source nouns are missing.", "Name a data folder that holds rules/en/source-nouns.tsv."));
        }

        var found = new Dictionary<string, (string Type, bool Document)>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 3 || !found.TryAdd(cells[0], (cells[1], cells[2] == "yes")))
            {
                throw new ProblemException(new Problem("SAL0512", $"{path}:{number}", "Three tab-separated cells are wanted (noun, type, document), each noun once.", "Mend the line, or take it out."));
            }
        }

        return new SourceNouns(found);
    }

    /// <summary>The type of source that a noun makes, or null.</summary>
    internal string? Type(string noun) => nouns.TryGetValue(noun, out var found) ? found.Type : null;

    /// <summary>True for a noun that stands for a document.</summary>
    internal bool Document(string noun) => nouns.TryGetValue(noun, out var found) && found.Document;
}
