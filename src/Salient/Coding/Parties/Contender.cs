using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Parties;

/// <summary>A side that could act in a claim or be acted on, or nobody.</summary>
/// <param name="Side">The side's id; empty for nobody.</param>
/// <param name="Party">How it is called here; null for nobody.</param>
/// <param name="Kept">True where tree and scorer give it to the claim.</param>
/// <param name="Seats">Where it is named, nearest first.</param>
internal sealed record Contender(string Side, Party? Party, bool Kept, ImmutableArray<Seat> Seats);

/// <summary>A place where a side is named.</summary>
/// <param name="Back">How many sentences before the claim's.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Mention">The words.</param>
/// <param name="Head">The head of the phrase that they stand in.</param>
internal sealed record Seat(int Back, Sentence Sentence, Mention Mention, int Head);
