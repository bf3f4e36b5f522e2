using System.Collections.Immutable;
using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Coding;

/// <summary>How a trigger stands in its clause.</summary>
public enum Construction
{
    /// <summary>A verb with its own tense.</summary>
    Verb,

    /// <summary>An infinitive.</summary>
    Infinitive,

    /// <summary>A participle or gerund.</summary>
    Participle,

    /// <summary>A noun under a light verb: "launched an assault".</summary>
    Light,

    /// <summary>A noun with a verb of happening: "fighting continues".</summary>
    Eventive,

    /// <summary>A predicate noun or adjective: "the town is under siege".</summary>
    Copular,

    /// <summary>The main word of a sentence without a verb: a headline, a caption.</summary>
    Headline,

    /// <summary>A noun phrase inside a clause about something else.</summary>
    Bare,
}

/// <summary>What a report gives to read a clause by.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Attributions">Who says what in it.</param>
public sealed record ReportView(Report Report, ImmutableArray<Sentence> Sentences, ImmutableArray<Attribution> Attributions);

/// <summary>What a frame found, before it is decided whether it is a claim.</summary>
/// <param name="Assertion">The proposition; its score is the frame's prior.</param>
/// <param name="Frame">The frame that fired.</param>
/// <param name="Trigger">The words that it fired on.</param>
/// <param name="Construction">How the trigger stands in its clause.</param>
/// <param name="Top">Index of the highest word of its clause, above verbs that only carry it ("continued to", "managed to").</param>
public sealed record Candidate(Assertion Assertion, Frame Frame, Trigger Trigger, Construction Construction, int Top);

/// <summary>Says how likely each candidate is to be a claim that a trained coder would code.</summary>
public interface ICandidateScorer
{
    /// <summary>One score for each of <paramref name="candidates"/> (all of a report's, by position), 0 to 1.</summary>
    ImmutableArray<double> Score(ReportView view, ImmutableArray<Candidate> candidates);

    /// <summary>Candidates below it are dropped.</summary>
    double Threshold { get; }

    /// <summary>The weights that decided on <paramref name="candidate"/>, largest first, for people.</summary>
    ImmutableArray<(string Feature, double Weight)> Explain(ReportView view, ImmutableArray<Candidate> candidates, int candidate);
}
