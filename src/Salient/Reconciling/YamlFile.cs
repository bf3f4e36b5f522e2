using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Salient.Reconciling;

/// <summary>One node of a YAML file, read with its place for problems.</summary>
internal readonly struct YamlPart(string path, YamlNode node)
{
    /// <summary>The file's top node.</summary>
    /// <exception cref="ProblemException">SAL0701 missing; SAL0702 not YAML.</exception>
    public static YamlPart Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new("SAL0701", path, "The file is missing.", "Name a theatre that has it, or point SALIENT_DATA at the data folder."));
        }

        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlException e)
        {
            throw new ProblemException(new("SAL0702", string.Create(CultureInfo.InvariantCulture, $"{path}:{e.Start.Line}"), e.Message, "Mend the line."), e);
        }

        return new YamlPart(path, yaml.Documents[0].RootNode);
    }

    /// <summary>The part under <paramref name="key"/>.</summary>
    public YamlPart this[string key] => Find(key) ?? throw Wrong($"The key '{key}' is missing.");

    /// <summary>The parts of a list.</summary>
    public IEnumerable<YamlPart> List()
    {
        var file = path;
        return node is YamlSequenceNode list ? list.Children.Select(n => new YamlPart(file, n)) : throw Wrong("A list is wanted.");
    }

    /// <summary>Key and part of a mapping.</summary>
    public IEnumerable<KeyValuePair<string, YamlPart>> Map()
    {
        var file = path;
        return node is YamlMappingNode map ? map.Children.Select(p => KeyValuePair.Create(p.Key.ToString(), new YamlPart(file, p.Value))) : throw Wrong("A mapping is wanted.");
    }

    /// <summary>The part under <paramref name="key"/>, or null.</summary>
    public YamlPart? Find(string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var value) ? new YamlPart(path, value) : null;

    /// <summary>Its text.</summary>
    public string Text => node is YamlScalarNode { Value: { } value } ? value : throw Wrong("A word is wanted.");

    /// <summary>Its number.</summary>
    public double Number => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : throw Wrong("A number is wanted.");

    /// <summary>Its words, for a list of words.</summary>
    public ImmutableArray<string> Words() => [.. List().Select(p => p.Text)];

    /// <summary>A problem at this part.</summary>
    public ProblemException Wrong(string what) =>
        new(new("SAL0702", string.Create(CultureInfo.InvariantCulture, $"{path}:{node.Start.Line}"), what, "Mend the line."));
}
