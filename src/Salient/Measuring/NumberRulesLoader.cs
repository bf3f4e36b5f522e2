using System.Globalization;
using Salient.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Salient.Measuring;

/// <summary>Reads <c>number.yaml</c> and <c>units.yaml</c>.</summary>
public static class NumberRulesLoader
{
    /// <summary>Reads the rules for numbers in <paramref name="folder"/>.</summary>
    /// <param name="folder">rules/ and the language.</param>
    /// <exception cref="ProblemException">SAL0523 a file is missing; SAL0524 a file is wrong, with file and line.</exception>
    public static NumberRules Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var numbers = Path.Combine(folder, "number.yaml");
        var units = Path.Combine(folder, "units.yaml");
        return Read(numbers, Root(numbers), Root(units));
    }

    private static YamlMappingNode Root(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0523", path, "The rules for numbers are missing.", "Name a rules folder that holds number.yaml and units.yaml."));
        }

        using var reader = new StreamReader(path);
        var yaml = new YamlStream();
        try
        {
            yaml.Load(reader);
            return (YamlMappingNode)yaml.Documents[0].RootNode;
        }
        catch (Exception e) when (e is YamlException or InvalidCastException or ArgumentOutOfRangeException)
        {
            throw Wrong(path, e is YamlException y ? (int)y.Start.Line : 1, e.Message);
        }
    }

    private static NumberRules Read(string path, YamlMappingNode root, YamlMappingNode units)
    {
        try
        {
            var words = new Dictionary<(NumberWord, string), double>();
            foreach (var (key, kind) in ((string, NumberWord)[])[("words", NumberWord.Unit), ("magnitudes", NumberWord.Magnitude), ("joined", NumberWord.Joined), ("vague", NumberWord.Vague), ("loose", NumberWord.Loose), ("fractions", NumberWord.Fraction), ("multiples", NumberWord.Multiple)])
            {
                foreach (var (form, value) in Map(root, key, path))
                {
                    words[(kind, form)] = double.Parse(value.ToString(), CultureInfo.InvariantCulture);
                }
            }

            var digits = Map(root, "digits", path).ToDictionary(
                p => p.Form,
                p => (double.Parse(p.Node[0].ToString(), CultureInfo.InvariantCulture), double.Parse(p.Node[1].ToString(), CultureInfo.InvariantCulture)),
                StringComparer.Ordinal);
            var signs = Phrases(Map(root, "currency", path)).Concat(List(root["percent"]).Select(w => ("percent", Split(w)))).OrderByDescending(p => p.Item2.Length).ToList();
            return new NumberRules(words, digits, [.. Phrases(Map(root, "hedges", path))], [.. Phrases(Map(root, "suffixes", path))], signs, Units(units));
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidCastException or ArgumentException)
        {
            throw Wrong(path, 1, e.Message);
        }
    }

    private static IEnumerable<(string Form, YamlNode Node)> Map(YamlMappingNode root, string key, string path) =>
        root.Children.TryGetValue(key, out var node) && node is YamlMappingNode map
            ? map.Children.Select(p => (p.Key.ToString(), p.Value))
            : throw Wrong(path, (int)root.Start.Line, $"The map '{key}' is missing.");

    private static IEnumerable<(string Key, string[] Words)> Phrases(IEnumerable<(string Form, YamlNode Node)> map) =>
        map.SelectMany(p => List(p.Node).Select(w => (p.Form, Split(w)))).OrderByDescending(p => p.Item2.Length);

    private static string[] Split(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> List(YamlNode node) => node.ToString().Split(',').Select(w => w.Trim().Trim('"')).Where(w => w.Length > 0);

    private static Dictionary<string, string> Units(YamlMappingNode root)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (unit, nouns) in root.Children)
        {
            foreach (var noun in List(nouns))
            {
                var form = string.Join(' ', noun.Lowered().Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));
                units[form] = unit.ToString();
                units[Plurals.Of(form)] = unit.ToString();
            }
        }

        return units;
    }

    private static ProblemException Wrong(string path, int line, string what) =>
        new(new Problem("SAL0524", $"{path}:{line}", $"The rules for numbers cannot be read: {what}", "Mend the line, or take it out."));
}
