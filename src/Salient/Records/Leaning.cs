using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>How likely the scorer, which reads the sentence as a whole, thinks what a claim is besides its kind and act.</summary>
/// <param name="Grades">Each <see cref="Factuality"/>, in the order of its values, summing to 1; empty where it did not say.</param>
/// <param name="Said">That it is somebody's word and not the report's own, 0 to 1; null where it did not say.</param>
/// <param name="Speakers">If it is somebody's, how likely one of each belligerent and one of no side ("none"); empty where it did not say.</param>
public sealed record Leaning(ImmutableArray<double> Grades, double? Said, ImmutableArray<(string Side, double Chance)> Speakers)
{
    /// <summary>How likely home, foe, another side and nobody act, summing to 1; empty where it did not say.</summary>
    public ImmutableArray<double> Actors { get; init; } = [];

    /// <summary>How likely home, foe, another side and nobody are acted on, summing to 1; empty where it did not say.</summary>
    public ImmutableArray<double> Targets { get; init; } = [];

    /// <summary>True where the claim's own counted words tell whose they are, so that nothing is left to weigh.</summary>
    public bool Told { get; init; }

    /// <summary>The scorer said nothing.</summary>
    public static Leaning None { get; } = new([], null, []);
}
