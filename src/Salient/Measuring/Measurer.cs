using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Measuring;

/// <summary>Reads number phrases.</summary>
public sealed class Measurer(Theatre theatre)
{
    /// <summary>The quantity that an assertion counts, or null.</summary>
    public Quantity? Measure(Report report, ImmutableArray<Sentence> sentences, Assertion assertion) => theatre is null ? new Quantity(null, null, null, false, null) : null;
}
