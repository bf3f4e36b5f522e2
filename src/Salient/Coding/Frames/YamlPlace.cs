using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.RepresentationModel;

namespace Salient.Coding.Frames;

/// <summary>Reads values out of one file's YAML, and says where a wrong one stands.</summary>
internal sealed class YamlPlace(string file)
{
    public string File { get; } = file;

    public ProblemException Wrong(string code, YamlNode node, string what, string remedy) =>
        new(new Problem(code, string.Create(CultureInfo.InvariantCulture, $"{File}:{node.Start.Line}"), what, remedy));

    /// <summary>Refuses keys of <paramref name="map"/> that are not among <paramref name="known"/>.</summary>
    public void Only(YamlMappingNode map, IReadOnlySet<string> known)
    {
        foreach (var key in map.Children.Keys)
        {
            if (!known.Contains(Plain(key)))
            {
                throw Wrong("SAL0503", key, $"The key '{Plain(key)}' is not known here.", $"Known keys: {string.Join(", ", known.Order())}.");
            }
        }
    }

    public void Only(YamlMappingNode map, string[] known) => Only(map, known.ToHashSet());

    public string? Text(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        { } other => throw Wrong("SAL0503", other, $"'{key}' wants one value.", "Write it as one word or one quoted sentence."),
    };

    public string Needed(YamlMappingNode map, string key) =>
        Text(map, key) ?? throw Wrong("SAL0503", map, $"The key '{key}' is missing.", "Add it, or take the entry out.");

    /// <summary>One value or a list of values; empty where the key is not there.</summary>
    public ImmutableArray<string> Strings(YamlMappingNode map, string key) => [.. Scalars(map, key).Select(n => n.Value!)];

    public ImmutableArray<YamlScalarNode> Scalars(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => [],
        YamlScalarNode { Value: { Length: > 0 } } one => [one],
        YamlSequenceNode list => [.. list.Select(n => n as YamlScalarNode ?? throw Wrong("SAL0503", n, $"'{key}' is a list of words.", "Write words, not a map."))],
        { } other => throw Wrong("SAL0503", other, $"'{key}' wants a value or a list of values.", "Write [a, b]."),
    };

    public IEnumerable<YamlMappingNode> Maps(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => [],
        YamlSequenceNode list => list.Select(n => n as YamlMappingNode ?? throw Wrong("SAL0503", n, $"An entry of '{key}' is no map.", "Begin each with '- key: value'.")),
        { } other => throw Wrong("SAL0503", other, $"'{key}' wants a list.", "Begin each entry with '- '."),
    };

    public YamlMappingNode? Map(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => null,
        YamlMappingNode found => found,
        { } other => throw Wrong("SAL0503", other, $"'{key}' wants keys and values.", "Write key: value below it."),
    };

    public static YamlNode? Node(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? node : null;

    public static string Plain(YamlNode node) => (node as YamlScalarNode)?.Value ?? node.ToString();
}
