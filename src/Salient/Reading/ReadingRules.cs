using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Reading;

/// <summary>An institute and how its assessments are known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outlet">Parts of an outlet's name or address.</param>
/// <param name="Title">Starts of its titles.</param>
internal sealed record InstituteForm(string Name, ImmutableArray<string> Outlet, ImmutableArray<string> Title);

/// <summary>What reading knows of the forms that reports take: phrases, lists and stop words. Loaded once, immutable.</summary>
public sealed class ReadingRules
{
    internal ReadingRules()
    {
    }

    internal ImmutableArray<PhraseRule> Phrases { get; init; } = [];

    internal ImmutableHashSet<string> BiographyNouns { get; init; } = [];

    internal ImmutableArray<string> BiographyCues { get; init; } = [];

    internal ImmutableArray<string> CreditLeads { get; init; } = [];

    internal ImmutableHashSet<string> Agencies { get; init; } = [];

    internal ImmutableHashSet<string> Platforms { get; init; } = [];

    internal ImmutableArray<(string Cue, string Name)> Outlets { get; init; } = [];

    internal ImmutableArray<InstituteForm> Institutes { get; init; } = [];

    internal InstituteForm InstitutesGeneral { get; init; } = new("", [], []);

    internal PageRules Pages { get; init; } = null!;

    internal ImmutableDictionary<string, FrozenSet<string>> Languages { get; init; } = ImmutableDictionary<string, FrozenSet<string>>.Empty;
}
