namespace Salient.Records.Syntax;

/// <summary>A stretch of others' words: in quotation marks, or between dashes.</summary>
/// <param name="Span">From the opening to past the closing mark, or to the paragraph's end where it is not closed.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
/// <param name="Closed">False where the quotation runs on into the next paragraph, or its closing mark is lost.</param>
/// <param name="Continues">True where it goes on from the paragraph before.</param>
/// <param name="Dashed">True where dashes set it off and no quotation marks do.</param>
internal readonly record struct Quotation(TextSpan Span, int Paragraph, bool Closed, bool Continues, bool Dashed = false);
