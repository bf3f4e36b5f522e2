using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>Who says an assertion, and how surely.</summary>
/// <param name="Sources">The chain, nearest the content first; empty for the report's own voice.</param>
/// <param name="Factuality">According to the nearest source.</param>
/// <param name="Quoted">True where the evidence stands in quotation marks.</param>
/// <param name="Reason">The words that decided, for --explain.</param>
public sealed record Grade(ImmutableArray<ClaimSource> Sources, Factuality Factuality, bool Quoted, string Reason)
{
    /// <summary>Who acts, now that it is known who speaks; null for nobody.</summary>
    public Party? Actor { get; init; }
}
