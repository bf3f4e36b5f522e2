using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reconciling.Situations;

/// <summary>A section of the situation report.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">For people.</param>
/// <param name="Kinds">Kinds of claims that it tells of.</param>
public sealed record SectionRule(string Id, string Title, ImmutableArray<string> Kinds);

/// <summary>How the situation report is worded. Data: <c>rules/en/situation.yaml</c>.</summary>
/// <param name="Sections">In order.</param>
/// <param name="Hedges">By FactBank code.</param>
/// <param name="Sides">What sides are called.</param>
/// <param name="Phrases">By kind/act.</param>
public sealed record SituationRules(ImmutableArray<SectionRule> Sections, FrozenDictionary<string, string> Hedges, FrozenDictionary<string, string> Sides, FrozenDictionary<string, string> Phrases)
{
    /// <summary>These rules, with what a theatre calls those of its sides that the rules do not name.</summary>
    public SituationRules Named(IEnumerable<Side> sides) =>
        this with { Sides = Sides.Concat(sides.Where(s => !Sides.ContainsKey(s.Id) && s.Id != "none").Select(s => KeyValuePair.Create(s.Id, s.Name))).ToFrozenDictionary() };

    /// <summary>Reads <c>situation.yaml</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="ProblemException">SAL0701 missing; SAL0702 a line is wrong.</exception>
    public static SituationRules Load(string folder)
    {
        var root = YamlPart.Load(Path.Combine(folder, "situation.yaml"));
        FrozenDictionary<string, string> Table(string key) => root[key].Map().ToFrozenDictionary(p => p.Key, p => p.Value.Text);
        return new SituationRules(
            [.. root["sections"].List().Select(s => new SectionRule(s["id"].Text, s["title"].Text, s["kinds"].Words()))],
            Table("hedges"),
            Table("sides"),
            Table("phrases"));
    }
}
