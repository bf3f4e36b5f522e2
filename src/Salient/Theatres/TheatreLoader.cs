using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.RepresentationModel;

namespace Salient.Theatres;

/// <summary>Reads a theatre's folder: <c>theatre.yaml</c>, <c>lexicon.tsv</c>, <c>states.tsv</c> and, where they are there, <c>towns.txt</c>, <c>milestones.tsv</c>, <c>offices.tsv</c> and <c>regions.tsv</c>.</summary>
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
            .Select(n => new Side(Text(n, "id", path), Text(n, "name", path), n.Children.TryGetValue("party", out var p) && p.ToString() == "true", n.Children.TryGetValue("home", out var h) && h.ToString() == "true"))
            .ToImmutableArray();
        var states = LexiconLoader.States(Path.Combine(folder, "states.tsv"), sides);
        var lexicon = LexiconLoader.Lexicon(Path.Combine(folder, "lexicon.tsv"), sides, states);
        return new Theatre(Path.GetFileName(Path.GetFullPath(folder)), folder, start, sides, lexicon, states, Towns(Path.Combine(folder, "towns.txt"))) 
        {
            Milestones = Milestone.Load(Path.Combine(folder, "milestones.tsv")),
            Offices = Office.Load(Path.Combine(folder, "offices.tsv"), states),
            Regions = Regions.Load(Path.Combine(folder, "regions.tsv"), sides),
        };
    }

    private static HashSet<string> Towns(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Where(n => n.Length > 0 && n[0] != '#')] : [];

    private static string Text(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { } text }
            ? text
            : throw Wrong(path, (int)node.Start.Line, $"The key '{key}' is missing.");

    internal static ProblemException Wrong(string path, int line, string what) =>
        new(new Problem("SAL0102", $"{path}:{line}", what, "Mend the line, or take it out."));
}
