using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Grading;

/// <summary>Decides the source chain, the factuality and whether quoted.</summary>
public sealed class Grader(Theatre theatre)
{
    /// <summary>Grades one assertion.</summary>
    public Grade Grade(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions, Assertion assertion) =>
        new([], Factuality.Certain, Quoted: theatre is null, string.Empty);
}
