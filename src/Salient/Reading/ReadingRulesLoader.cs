using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Salient.Reading;

/// <summary>Reads <c>rules/en/reading.yaml</c>.</summary>
public static class ReadingRulesLoader
{
    /// <summary>Reads the rules at <paramref name="path"/>.</summary>
    /// <exception cref="ProblemException">SAL0211 the file is missing; SAL0212 a rule is wrong, with file and line.</exception>
    public static ReadingRules Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0211", path, "The rules of reading are missing.", "Point SALIENT_DATA at the folder that holds rules/, models/ and theatres/."));
        }

        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return Read((YamlMappingNode)yaml.Documents[0].RootNode, path);
        }
        catch (YamlException e)
        {
            throw Wrong(path, (int)e.Start.Line, e.Message, e);
        }
    }

    private static ReadingRules Read(YamlMappingNode root, string path)
    {
        var biography = Map(root, "biography", path);
        var credits = Map(root, "credits", path);
        return new ReadingRules
        {
            Phrases = [.. List(root, "paragraphs", path).Select(n => Phrase(n, path))],
            BiographyNouns = Strings(biography, "nouns", path).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            BiographyCues = Strings(biography, "cues", path),
            CreditLeads = Strings(credits, "lead", path),
            Agencies = Strings(credits, "agencies", path).ToImmutableHashSet(StringComparer.Ordinal),
            Platforms = Strings(credits, "platforms", path).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            Outlets = [.. List(root, "outlets", path).Select(n => (Text(n, "cue", path), Text(n, "name", path)))],
            Institutes = [.. List(root, "institutes", path).Select(n => new InstituteForm(Text(n, "name", path), Strings(n, "outlet", path), Strings(n, "title", path)))],
            InstitutesGeneral = new InstituteForm("", Strings(Map(root, "institutes_general", path), "outlet", path), Strings(Map(root, "institutes_general", path), "title", path)),
            Pages = Pages(Map(root, "pages", path), path),
            Languages = Map(root, "languages", path).Children.Keys.Select(k => k.ToString())
                .ToImmutableDictionary(k => k, k => Strings(Map(root, "languages", path), k, path).ToFrozenSet(StringComparer.OrdinalIgnoreCase)),
        };
    }

    private static PhraseRule Phrase(YamlMappingNode node, string path)
    {
        if (!Enum.TryParse<ParagraphRole>(Text(node, "role", path), true, out var role) || !Enum.TryParse<PhrasePlace>(Text(node, "where", path), true, out var place))
        {
            throw Wrong(path, (int)node.Start.Line, "The role or the place is none that reading knows.");
        }

        var cased = node.Children.TryGetValue("case", out var c) && c.ToString() == "true";
        var phrases = Strings(node, "phrases", path);
        return new PhraseRule(
            Text(node, "id", path),
            role,
            place,
            phrases,
            node.Children.ContainsKey("needs") ? Strings(node, "needs", path) : [],
            node.Children.TryGetValue("longest", out var l) ? int.Parse(l.ToString(), CultureInfo.InvariantCulture) : 240,
            cased,
            Text(node, "example", path),
            Text(node, "counter", path));
    }

    private static PageRules Pages(YamlMappingNode node, string path)
    {
        NameWords Words(string key)
        {
            var map = Map(node, key, path);
            var tokens = map.Children.ContainsKey("tokens") ? Strings(map, "tokens", path) : [];
            return new NameWords(tokens.ToFrozenSet(StringComparer.Ordinal), map.Children.ContainsKey("parts") ? Strings(map, "parts", path) : []);
        }

        return new PageRules(Words("article"), Words("comments"), Words("captions"), Words("biography"), Words("popups"), Words("leads"), Words("junk"), Words("posts"));
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlMappingNode map ? map : throw Missing(node, key, path);

    private static IEnumerable<YamlMappingNode> List(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : throw Missing(node, key, path);

    private static ImmutableArray<string> Strings(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlSequenceNode list ? [.. list.Select(i => i.ToString())] : throw Missing(node, key, path);

    private static string Text(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { } text } ? text : throw Missing(node, key, path);

    private static ProblemException Missing(YamlMappingNode node, string key, string path) =>
        Wrong(path, (int)node.Start.Line, $"The key '{key}' is missing or of the wrong form.");

    private static ProblemException Wrong(string path, int line, string what, Exception? inner = null)
    {
        var problem = new Problem("SAL0212", $"{path}:{line}", what, "Mend the rule, or take it out.");
        return inner is null ? new ProblemException(problem) : new ProblemException(problem, inner);
    }
}
