using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Attributing;

/// <summary>An attribution as it is found, before quotations are joined to it and its source is resolved.</summary>
internal sealed class Draft
{
    /// <summary>Index of the sentence that the cue stands in.</summary>
    public required int Sentence { get; init; }

    /// <summary>The cue's head word, -1 where quotation marks alone attribute.</summary>
    public required int CueToken { get; init; }

    /// <summary>Index of the sentence that the source stands in, -1 where no words name it.</summary>
    public int SourceSentence { get; set; } = -1;

    /// <summary>The source's head word, -1 where no words name it.</summary>
    public int SourceToken { get; set; } = -1;

    /// <summary>Spans of the source.</summary>
    public ImmutableArray<TextSpan> Source { get; set; } = [];

    /// <summary>Spans of the cue.</summary>
    public ImmutableArray<TextSpan> Cue { get; set; } = [];

    /// <summary>Spans of the content.</summary>
    public ImmutableArray<TextSpan> Content { get; set; } = [];

    /// <summary>What the cue is.</summary>
    public required CueUse Use { get; init; }

    /// <summary>The construction that led to the content.</summary>
    public required string Construction { get; init; }

    /// <summary>True where the cue is negated.</summary>
    public bool Negated { get; init; }

    /// <summary>True where the content is wholly in quotation marks.</summary>
    public bool Direct { get; set; }

    /// <summary>The stretch from the content's first to its last unit.</summary>
    public TextSpan Reach => Content.IsEmpty ? default : new TextSpan(Content[0].Start, Content[^1].End);
}
