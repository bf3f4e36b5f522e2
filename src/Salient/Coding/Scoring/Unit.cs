using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>A stretch of a sentence that the scorer judges: a clause, or what a frame found beside the clauses, with the frames that fired on it.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Clause">The stretch.</param>
/// <param name="Found">What frames found on it, in their order.</param>
/// <param name="Counted">True where it quotes a number and what it counts.</param>
internal sealed record Unit(int Sentence, Clause Clause, ImmutableArray<Assertion> Found, bool Counted);
