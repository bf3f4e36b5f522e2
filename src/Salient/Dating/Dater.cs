using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Dating;

/// <summary>Resolves time expressions.</summary>
public sealed class Dater(Theatre theatre)
{
    /// <summary>The days that an assertion is said to hold for, or null where the text gives none.</summary>
    public DateRange? Date(Report report, ImmutableArray<Sentence> sentences, Assertion assertion) => theatre is null ? new DateRange(null, null) : null;
}
