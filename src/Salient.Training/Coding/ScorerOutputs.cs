using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Coding.Scoring;

namespace Salient.Training.Coding;

/// <summary>The outputs of the scorer of clauses, in the order of their numbers: kinds, "none", the acts of each kind, and what claims are besides.</summary>
internal static class ScorerOutputs
{
    /// <summary>The kinds.</summary>
    public static string[] Kinds { get; } = [.. Codebook.Acts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>All outputs.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. Kinds, Network.None, .. Kinds.SelectMany(k => Codebook.Acts[k].Select(a => k + "/" + a)), .. Leanings.Groups.SelectMany(g => g)];
}
