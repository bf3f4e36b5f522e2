using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Salient.Coding.Frames;

/// <summary>Reads one frame, and refuses a wrong one.</summary>
internal sealed class FrameReader(YamlPlace yaml, ImmutableDictionary<string, WordList> lists, YamlMappingNode root)
{
    private static readonly HashSet<string> Keys =
    [
        "id", "kind", "act", "verbs", "nouns", "adjectives", "actor", "target", "place", "number", "item", "post", "when", "needs",
        "evidence", "outcome", "category", "unit", "opponent", "prior", "example", "counter",
    ];

    private static readonly HashSet<string> Slots = ["actor", "target", "place", "number", "item"];
    private readonly YamlMappingNode? defaults = yaml.Map(root, "defaults");

    public Frame Read(YamlMappingNode node)
    {
        yaml.Only(node, Keys);
        if (defaults is not null)
        {
            yaml.Only(defaults, Keys);
        }

        var id = yaml.Needed(node, "id");
        var kind = One(node, "kind") ?? yaml.Text(root, "kind") ?? throw yaml.Wrong("SAL0503", node, $"The frame '{id}' has no kind.", "Add 'kind' to it or to the file.");
        var act = yaml.Needed(node, "act");
        if (!Codebook.Acts.TryGetValue(kind, out var acts) || !acts.Contains(act))
        {
            throw yaml.Wrong("SAL0504", node, $"The codebook has no '{kind}/{act}'.", acts.IsDefault ? $"Kinds: {string.Join(", ", Codebook.Acts.Keys.Order())}." : $"Acts of '{kind}': {string.Join(", ", acts)}.");
        }

        var triggers = Triggers(node, "verbs", TriggerClass.Verb).AddRange(Triggers(node, "nouns", TriggerClass.Noun)).AddRange(Triggers(node, "adjectives", TriggerClass.Adjective));
        if (triggers.IsEmpty)
        {
            throw yaml.Wrong("SAL0507", node, $"The frame '{id}' fires on nothing.", "Add verbs, nouns or adjectives.");
        }

        var examples = Examples(node, "example");
        var counters = Examples(node, "counter");
        if (examples.IsEmpty || counters.IsEmpty)
        {
            throw yaml.Wrong("SAL0508", node, $"The frame '{id}' has no {(examples.IsEmpty ? "example" : "counter-example")}.", "Add an invented sentence: it runs as a test.");
        }

        return new Frame(
            id, kind, act, triggers,
            Paths(node, "actor"), Paths(node, "target"), Paths(node, "place"), Paths(node, "number"), Paths(node, "item"), Paths(node, "post"),
            Tests(node), Needs(node), Evidence(node), One(node, "outcome"), One(node, "category"), One(node, "unit"),
            One(node, "opponent") == "true", Prior(node), examples, counters, yaml.File, (int)node.Start.Line);
    }

    private string? One(YamlMappingNode node, string key) => yaml.Text(node, key) ?? (defaults is null ? null : yaml.Text(defaults, key));

    private ImmutableArray<YamlScalarNode> Many(YamlMappingNode node, string key) =>
        YamlPlace.Node(node, key) is not null || defaults is null ? yaml.Scalars(node, key) : yaml.Scalars(defaults, key);

    private ImmutableArray<Trigger> Triggers(YamlMappingNode node, string key, TriggerClass type)
    {
        var result = ImmutableArray.CreateBuilder<Trigger>();
        foreach (var word in yaml.Scalars(node, key))
        {
            foreach (var text in word.Value![0] == '@' ? List(word, word.Value[1..]).Words : [word.Value])
            {
                result.Add(TriggerParser.Parse(text, type, n => lists.GetValueOrDefault(n), out var wrong)
                    ?? throw yaml.Wrong("SAL0507", word, wrong!, "Write a lemma, words, or a lemma and '> relation:words'."));
            }
        }

        return result.ToImmutable();
    }

    private WordList List(YamlNode at, string name) =>
        lists.GetValueOrDefault(name) ?? throw yaml.Wrong("SAL0505", at, $"There is no class and no list '{name}'.", $"Built-in classes: {string.Join(", ", WordClasses.BuiltIn.Order())}; or name a list under 'lists'.");

    private ImmutableArray<string> Paths(YamlMappingNode node, string key)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Many(node, key))
        {
            result.Add(Path(word, word.Value!));
        }

        return result.ToImmutable();
    }

    private string Path(YamlNode at, string path) => ArgumentPaths.Known(path)
        ? path
        : throw yaml.Wrong("SAL0503", at, $"'{path}' is no path to an argument.", "Paths: subject, object, iobject, self, governor, owner, complement, sibling, or a preposition.");

    private ImmutableArray<SlotTest> Tests(YamlMappingNode node)
    {
        var when = yaml.Map(node, "when") ?? (defaults is null ? null : yaml.Map(defaults, "when"));
        if (when is null)
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<SlotTest>();
        foreach (var key in when.Children.Keys)
        {
            var text = YamlPlace.Plain(key);
            var (mode, path) = text.StartsWith("if-", StringComparison.Ordinal) ? (TestMode.May, text[3..])
                : text.StartsWith("not-", StringComparison.Ordinal) ? (TestMode.Not, text[4..]) : (TestMode.Must, text);
            var classes = yaml.Scalars(when, text)
                .Select(n => WordClasses.BuiltIn.Contains(n.Value!) ? new WordClass(n.Value!, null) : new WordClass(n.Value!, List(n, n.Value!)))
                .ToImmutableArray();
            result.Add(new SlotTest(Path(key, path), mode, classes));
        }

        return result.ToImmutable();
    }

    private ImmutableArray<string> Needs(YamlMappingNode node)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Many(node, "needs"))
        {
            if (!Slots.Contains(word.Value!))
            {
                throw yaml.Wrong("SAL0503", word, $"'{word.Value}' is no slot.", $"Slots: {string.Join(", ", Slots.Order())}.");
            }

            result.Add(word.Value!);
        }

        return result.ToImmutable();
    }

    private EvidenceRule Evidence(YamlMappingNode node) => One(node, "evidence") switch
    {
        null or "clause" => EvidenceRule.Clause,
        "phrase" => EvidenceRule.Phrase,
        "number" => EvidenceRule.Number,
        { } other => throw yaml.Wrong("SAL0503", YamlPlace.Node(node, "evidence") ?? node, $"'{other}' is no rule for evidence.", "Write clause, phrase or number."),
    };

    private double Prior(YamlMappingNode node)
    {
        var text = One(node, "prior");
        return text is null ? 0.7
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 ? value
            : throw yaml.Wrong("SAL0503", YamlPlace.Node(node, "prior") ?? node, $"The prior '{text}' is no number from 0 to 1.", "Write a number such as 0.8.");
    }

    private ImmutableArray<FrameExample> Examples(YamlMappingNode node, string key) =>
        [.. yaml.Scalars(node, key).Select(n => new FrameExample(n.Value!, (int)n.Start.Line))];
}
