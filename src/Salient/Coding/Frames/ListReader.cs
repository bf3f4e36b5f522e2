using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Salient.Coding.Frames;

/// <summary>Reads the word lists of all frame files; lists are shared among the files, and "@name" in one takes in another.</summary>
internal static class ListReader
{
    public static ImmutableDictionary<string, WordList> Read(IEnumerable<(string File, YamlMappingNode Root)> roots)
    {
        var raw = new Dictionary<string, (YamlPlace Yaml, YamlNode Node, ImmutableArray<YamlScalarNode> Words)>(StringComparer.Ordinal);
        foreach (var (file, root) in roots)
        {
            var yaml = new YamlPlace(file);
            if (yaml.Map(root, "lists") is { } lists)
            {
                foreach (var key in lists.Children.Keys)
                {
                    var name = YamlPlace.Plain(key);
                    if (!raw.TryAdd(name, (yaml, key, yaml.Scalars(lists, name))))
                    {
                        throw yaml.Wrong("SAL0506", key, $"There is a list '{name}' already.", "Name it otherwise, or add to the other.");
                    }
                }
            }
        }

        return raw.ToImmutableDictionary(p => p.Key, p => new WordList(p.Key, Words(p.Key, raw, 0)), StringComparer.Ordinal);
    }

    private static List<string> Words(string name, Dictionary<string, (YamlPlace Yaml, YamlNode Node, ImmutableArray<YamlScalarNode> Words)> raw, int depth)
    {
        var (yaml, node, words) = raw[name];
        if (depth > 8)
        {
            throw yaml.Wrong("SAL0505", node, $"The list '{name}' takes in itself.", "Take one '@' out of the ring.");
        }

        var result = new List<string>();
        foreach (var word in words)
        {
            var text = word.Value!;
            if (text[0] != '@')
            {
                result.Add(text);
            }
            else if (raw.ContainsKey(text[1..]))
            {
                result.AddRange(Words(text[1..], raw, depth + 1));
            }
            else
            {
                throw yaml.Wrong("SAL0505", word, $"There is no list '{text[1..]}'.", "Name a list that a file has under 'lists'.");
            }
        }

        return result;
    }
}
