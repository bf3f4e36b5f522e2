using System.Globalization;
using Salient.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Salient.Dating;

/// <summary>Reads <c>time.yaml</c>.</summary>
public static class TimeRulesLoader
{
    private static readonly Dictionary<string, WordClass> Names = Enum.GetValues<WordClass>().ToDictionary(c => c.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Slot> Slots = Enum.GetValues<Slot>().ToDictionary(s => s.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the rules for times in <paramref name="folder"/>.</summary>
    /// <param name="folder">rules/ and the language.</param>
    /// <exception cref="ProblemException">SAL0521 the file is missing; SAL0522 a key or rule is wrong, with file and line.</exception>
    public static TimeRules Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, "time.yaml");
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0521", path, "The rules for times are missing.", "Name a rules folder that holds time.yaml."));
        }

        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    internal static TimeRules Read(TextReader reader, string path)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(reader);
            var root = (YamlMappingNode)yaml.Documents[0].RootNode;
            return new Compilation(path).Run((YamlMappingNode)root["words"], (YamlSequenceNode)root["rules"]);
        }
        catch (Exception e) when (e is YamlException or InvalidCastException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            var line = e is YamlException y ? (int)y.Start.Line : 1;
            throw new ProblemException(new Problem("SAL0522", $"{path}:{line}", $"The file cannot be read: {e.Message}", "Give it a map 'words' and a list 'rules'."), e);
        }
    }

    private sealed class Compilation(string path)
    {
        private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase) { [string.Empty] = 0 };
        private readonly Dictionary<(int Word, WordClass Class), int> values = [];

        public TimeRules Run(YamlMappingNode lexicon, YamlSequenceNode rules)
        {
            foreach (var (key, node) in lexicon.Children)
            {
                if (node is YamlMappingNode table)
                {
                    Table(table, Class(key.ToString(), key));
                }
            }

            var compiled = rules.Cast<YamlMappingNode>().Select(Rule).ToList();
            foreach (var twice in compiled.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            {
                throw Wrong(rules, $"The id '{twice.Key}' is used twice.");
            }

            return new TimeRules(
                words,
                values,
                Enum.GetValues<WordSet>().ToDictionary(w => w, w => Single(lexicon, Key(w))),
                [.. List(lexicon["hedge"]).Select(p => p.Split(' ').Select(Word).ToArray()).OrderByDescending(p => p.Length)],
                compiled);
        }

        private void Table(YamlMappingNode table, WordClass kind)
        {
            foreach (var (value, forms) in table.Children)
            {
                foreach (var form in List(forms))
                {
                    values[(Word(form), kind)] = int.Parse(value.ToString(), CultureInfo.InvariantCulture);
                }
            }
        }

        private static string Key(WordSet set) => string.Concat(set.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));

        private HashSet<int> Single(YamlMappingNode lexicon, string key) => [.. List(lexicon[key]).Select(Word)];

        private TimeRule Rule(YamlMappingNode node)
        {
            var constants = new int[Slots.Count];
            Array.Fill(constants, Captured.Empty);
            if (node.Children.TryGetValue("with", out var with))
            {
                foreach (var (slot, value) in ((YamlMappingNode)with).Children)
                {
                    constants[(int)SlotNamed(slot.ToString(), slot)] = int.Parse(value.ToString(), CultureInfo.InvariantCulture);
                }
            }

            var id = Text(node, "id");
            var reading = Text(node, "as");
            if (!Readings.Known(reading))
            {
                throw Wrong(node, $"'{reading}' is no reading.");
            }

            var elements = Text(node, "pattern").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => Element(p, node)).ToArray();
            return new TimeRule(id, elements, reading, constants, Set(node, "after"), Set(node, "not-after"), Set(node, "not-before"), node.Children.TryGetValue("not-before", out var list) && list.ToString() == "*", $"{path}:{node.Start.Line}");
        }

        private Element Element(string part, YamlNode node)
        {
            var optional = part.Length > 1 && part[^1] == '?';
            part = optional ? part[..^1] : part;
            if (part[0] != '{')
            {
                return new Element([.. part.Split('|').SelectMany(Forms).Select(Word)], WordClass.None, Slot.None, optional);
            }

            var names = part.Trim('{', '}').Split(':');
            var kind = Class(names[0], node);
            var slot = names.Length > 1 ? SlotNamed(names[1], node) : Slots.GetValueOrDefault(names[0], Slot.None);
            return new Element([], kind, slot, optional);
        }

        private static IEnumerable<string> Forms(string word) => word switch
        {
            "-" => ["-", "–", "—", "‑"],
            "'" => ["'", "’"],
            _ => [word],
        };

        private int[] Set(YamlMappingNode node, string key) =>
            node.Children.TryGetValue(key, out var list) ? [.. List(list).SelectMany(w => w.Split(' ')).SelectMany(Forms).Select(Word)] : [];

        private static IEnumerable<string> List(YamlNode node)
        {
            // A comma parts the words unless it is one of them, in quotation marks.
            var text = node.ToString();
            for (var at = 0; at < text.Length;)
            {
                while (at < text.Length && (text[at] == ' ' || text[at] == ','))
                {
                    at++;
                }

                if (at >= text.Length)
                {
                    yield break;
                }

                var quote = text[at] is '"' or '\'' && at + 2 < text.Length && text[at + 1] != ' ' ? text[at] : '\0';
                var close = quote == '\0' ? text.IndexOf(',', at) : text.IndexOf(quote, at + 1);
                if (close < 0)
                {
                    quote = '\0';
                    close = text.IndexOf(',', at);
                }

                close = close < 0 ? text.Length : close;
                yield return quote == '\0' ? text[at..close].Trim() : text[(at + 1)..close];
                at = close + 1;
            }
        }

        private int Word(string form)
        {
            if (!words.TryGetValue(form, out var id))
            {
                words[form] = id = words.Count;
            }

            return id;
        }

        private WordClass Class(string name, YamlNode node) => Names.TryGetValue(name, out var c) ? c : throw Wrong(node, $"'{name}' is no class of words.");

        private Slot SlotNamed(string name, YamlNode node) => Slots.TryGetValue(name, out var s) ? s : throw Wrong(node, $"'{name}' is no slot.");

        private string Text(YamlMappingNode node, string key) =>
            node.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(node, $"The key '{key}' is missing.");

        private ProblemException Wrong(YamlNode node, string what) =>
            new(new Problem("SAL0522", $"{path}:{node.Start.Line}", what, "Mend the rule, or take it out."));
    }
}
