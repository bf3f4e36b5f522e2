using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.RepresentationModel;

namespace Salient.Theatres;

/// <summary>Reads a theatre's folder: <c>theatre.yaml</c> and <c>lexicon.tsv</c>.</summary>
public static class TheatreLoader
{
    /// <summary>Reads the theatre in <paramref name="folder"/>.</summary>
    /// <exception cref="ProblemException">SAL0101 a file is missing; SAL0102 a line or key is wrong, with file and line.</exception>
    public static Theatre Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, "theatre.yaml");
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0101", path, "The theatre's file is missing.", "Name a folder that holds theatre.yaml and lexicon.tsv."));
        }

        var yaml = new YamlStream();
        using (var reader = new StreamReader(path))
        {
            yaml.Load(reader);
        }

        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var start = DateOnly.ParseExact(Text(root, "start", path), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sides = ((YamlSequenceNode)root["sides"]).Cast<YamlMappingNode>()
            .Select(n => new Side(Text(n, "id", path), Text(n, "name", path), n.Children.TryGetValue("party", out var p) && p.ToString() == "true"))
            .ToImmutableArray();
        return new Theatre(Path.GetFileName(Path.GetFullPath(folder)), folder, start, sides, Lexicon(Path.Combine(folder, "lexicon.tsv"), sides));
    }

    private static string Text(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { } text }
            ? text
            : throw Wrong(path, (int)node.Start.Line, $"The key '{key}' is missing.");

    private static ImmutableArray<LexiconEntry> Lexicon(string path, ImmutableArray<Side> sides)
    {
        var known = sides.Select(s => s.Id).ToHashSet();
        var seen = new HashSet<string>();
        var result = ImmutableArray.CreateBuilder<LexiconEntry>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 5)
            {
                throw Wrong(path, number, $"Five tab-separated cells are wanted (id, type, side, source, forms), {cells.Length} found.");
            }

            if (!Enum.TryParse<MentionType>(cells[1], ignoreCase: true, out var type))
            {
                throw Wrong(path, number, $"'{cells[1]}' is no type of mention.");
            }

            if (!known.Contains(cells[2]))
            {
                throw Wrong(path, number, $"'{cells[2]}' is no side of this theatre.");
            }

            if (!seen.Add(cells[0]))
            {
                throw Wrong(path, number, $"The id '{cells[0]}' is used twice.");
            }

            var forms = cells[4].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
            if (forms.IsEmpty)
            {
                throw Wrong(path, number, "No form is given.");
            }

            result.Add(new LexiconEntry(cells[0], type, cells[2], cells[3] is "" or "-" ? null : cells[3], forms[0], forms));
        }

        return result.ToImmutable();
    }

    private static ProblemException Wrong(string path, int line, string what) =>
        new(new Problem("SAL0102", $"{path}:{line}", what, "Mend the line, or take it out."));
}
