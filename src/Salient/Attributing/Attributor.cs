using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>Finds who says what.</summary>
public sealed class Attributor(Theatre theatre)
{
    /// <summary>The attributions of a report, by position of their content.</summary>
    public ImmutableArray<Attribution> Attribute(Report report, ImmutableArray<Sentence> sentences) => [.. Enumerable.Empty<Attribution>().Where(_ => theatre is null)];
}
