using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>An actor or target as a claim names it.</summary>
/// <param name="Name">As written, or as resolved from a pronoun.</param>
/// <param name="Side">The theatre's side.</param>
public sealed record Party(string Name, string Side);

/// <summary>A place as a clause names it, before it is located.</summary>
/// <param name="Span">Where the name stands in the report's text; empty where it is carried over from before.</param>
/// <param name="Name">As written.</param>
/// <param name="Role">at, from, to, toward or near.</param>
public sealed record PlaceArgument(TextSpan Span, string Name, string Role);

/// <summary>A proposition as a frame found it in one clause: not yet graded, dated, measured or located.</summary>
/// <param name="Kind">The codebook's kind.</param>
/// <param name="Act">The kind's act.</param>
/// <param name="Evidence">The clause that carries it, within one sentence.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Trigger">Index of the token that the frame fired on.</param>
/// <param name="Clause">Index of the head of the clause that modality, negation and time are read from.</param>
/// <param name="Actor">Who did or holds it.</param>
/// <param name="Target">Whom it was done to.</param>
/// <param name="Places">Places of the clause.</param>
/// <param name="Number">The number phrase that it counts, or null.</param>
/// <param name="Unit">The unit that the frame or the counted noun gives, or null.</param>
/// <param name="Category">loss: what was lost.</param>
/// <param name="Outcome">combat: how it ended.</param>
/// <param name="Item">logistics: what is short, given, asked for.</param>
/// <param name="Person">cohesion: who was appointed or dismissed.</param>
/// <param name="Post">cohesion: to or from which post.</param>
/// <param name="Rule">Id of the frame.</param>
/// <param name="Score">The scorer's confidence, 0 to 1.</param>
public sealed record Assertion(
    string Kind,
    string Act,
    TextSpan Evidence,
    int Sentence,
    int Trigger,
    int Clause,
    Party? Actor,
    Party? Target,
    ImmutableArray<PlaceArgument> Places,
    TextSpan? Number,
    string? Unit,
    string? Category,
    string? Outcome,
    string? Item,
    string? Person,
    string? Post,
    string Rule,
    double Score)
{
    /// <summary>What the scorer alone thinks it is besides its kind and act.</summary>
    public Leaning Leaning { get; init; } = Leaning.None;
}
