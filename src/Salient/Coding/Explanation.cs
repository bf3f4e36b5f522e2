using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding;

/// <summary>One frame that was considered at one word, and what became of it.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Token">Index of the word.</param>
/// <param name="Frame">The frame's id.</param>
/// <param name="Kept">True where a claim came of it.</param>
/// <param name="Score">Its score; 0 where it did not come so far.</param>
/// <param name="Evidence">The words that it would quote; empty where it did not come so far.</param>
/// <param name="Reason">Why it was kept or lost.</param>
public sealed record Consideration(int Sentence, int Token, string Frame, bool Kept, double Score, TextSpan Evidence, string Reason);

/// <summary>What was considered in a report, by position.</summary>
/// <param name="Considered">Every frame whose trigger's lemma was there.</param>
public sealed record Explanation(ImmutableArray<Consideration> Considered);
