using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>Who a claim is attributed to.</summary>
/// <param name="Name">As the report names it; an unnamed source keeps its description.</param>
/// <param name="Type">The codebook's source type: government, military, official, occupation, think-tank, analyst, media, agency, social, witness, business, reader, other.</param>
/// <param name="Side">The theatre's side; "none" where it has none.</param>
/// <param name="Anonymous">True where no name is given.</param>
/// <param name="Cue">The words that attribute, or null.</param>
public sealed record ClaimSource(string Name, string Type, string Side, bool Anonymous, string? Cue);

/// <summary>How an attribution's cue stands to its content.</summary>
public enum CueStance
{
    /// <summary>Asserts it: said, reported, according to.</summary>
    Asserts,

    /// <summary>Denies it: denied, rejected, refuted.</summary>
    Denies,

    /// <summary>Leaves it open: asked, whether, cannot confirm.</summary>
    LeavesOpen,

    /// <summary>Holds it likely: believes, expects.</summary>
    Probable,

    /// <summary>Holds it possible: suspects, fears, suggests.</summary>
    Possible,
}

/// <summary>What kind of word attributes.</summary>
public enum CueClass
{
    /// <summary>Saying: said, reported, according to.</summary>
    Speech,

    /// <summary>Asking: asked whether.</summary>
    Question,

    /// <summary>Taking a stand towards something: criticized, endorsed.</summary>
    Attitude,

    /// <summary>Thinking, knowing, fearing.</summary>
    Belief,

    /// <summary>Wanting, planning, refusing to do something.</summary>
    Intent,

    /// <summary>Showing, where the source is a document, a figure or a picture.</summary>
    Evidence,

    /// <summary>Seeming: nobody is named.</summary>
    Appearance,
}

/// <summary>One attribution: who says what, by which words.</summary>
/// <param name="Source">Spans of the source; empty where no words name it.</param>
/// <param name="Cue">Spans of the cue; empty where quotation marks alone attribute.</param>
/// <param name="Content">Spans of the content, quotation marks included.</param>
/// <param name="By">The source resolved: name, type, side; null where it could not be.</param>
/// <param name="Stance">How the cue stands to the content.</param>
/// <param name="Direct">True for direct quotation.</param>
/// <param name="Outer">Index in the report's list of the attribution that this one's whole stands inside, or -1.</param>
/// <param name="Class">What kind of word its cue is.</param>
/// <param name="Negated">True where the cue is negated: "did not say".</param>
/// <param name="Through">The outlet to which the source said it, or that cites the source; null where none is named.</param>
public sealed record Attribution(
    ImmutableArray<TextSpan> Source,
    ImmutableArray<TextSpan> Cue,
    ImmutableArray<TextSpan> Content,
    ClaimSource? By,
    CueStance Stance,
    bool Direct,
    int Outer,
    CueClass Class = CueClass.Speech,
    bool Negated = false,
    ClaimSource? Through = null);
