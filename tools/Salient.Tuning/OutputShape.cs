using Salient.Coding.Frames;
using Salient.Coding.Scoring;
using Salient.Training.Coding;

namespace Salient.Tuning;

/// <summary>What is wanted of the outputs of the scorer of clauses.</summary>
internal static class OutputShape
{
    /// <summary>The goals: one softmax over the kinds and "none", one over each kind's acts, one over each group of leanings.</summary>
    public static Goals Goals { get; } = new(
        ScorerOutputs.Kinds.Length,
        [.. ScorerOutputs.Kinds.Select(k => (ScorerOutputs.All.IndexOf(k + "/" + Codebook.Acts[k][0]), Codebook.Acts[k].Length))],
        [.. Leanings.Groups.Select(g => (ScorerOutputs.All.IndexOf(g[0]), g.Count))],
        ScorerOutputs.All.Length);
}
