using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What a paragraph is to its report. Only <see cref="Body"/>, <see cref="Heading"/>, <see cref="Caption"/> and <see cref="Quote"/> are coded.</summary>
public enum ParagraphRole
{
    /// <summary>The article's own text.</summary>
    Body,

    /// <summary>The title or a subheading.</summary>
    Heading,

    /// <summary>What stands under a picture and says what it shows.</summary>
    Caption,

    /// <summary>A picture credit and nothing else.</summary>
    Credit,

    /// <summary>A block quotation.</summary>
    Quote,

    /// <summary>A reader's comment, or its header.</summary>
    Comment,

    /// <summary>What is said of the author.</summary>
    Biography,

    /// <summary>Navigation, "read next", subscription, copyright and other text of the site.</summary>
    Boilerplate,

    /// <summary>A numbered note or a reference list.</summary>
    Endnote,

    /// <summary>The outlet's own word that the report was wrong and has been changed. It repeats what was wrong, so nothing is coded from it.</summary>
    Correction,
}

/// <summary>How a report's date was found, strongest first.</summary>
public enum DateBasis
{
    /// <summary>Given by the user or with the capture.</summary>
    Given,

    /// <summary>The page's metadata.</summary>
    Metadata,

    /// <summary>A dateline or byline in the text.</summary>
    Dateline,

    /// <summary>The file's name.</summary>
    FileName,

    /// <summary>Told by the text: a day of the war, a comment's stamp, a post's id.</summary>
    Implied,

    /// <summary>Not found.</summary>
    None,
}

/// <summary>The day a report was published, or what can be told of it.</summary>
/// <param name="Day">The day; null where only a bound is known.</param>
/// <param name="NotBefore">The earliest day possible, inclusive, or null.</param>
/// <param name="NotAfter">The latest day possible, inclusive, or null.</param>
/// <param name="Basis">How it was found.</param>
/// <param name="Note">The words or field that told it.</param>
public sealed record ReportDate(DateOnly? Day, DateOnly? NotBefore, DateOnly? NotAfter, DateBasis Basis, string? Note)
{
    /// <summary>Nothing is known of the date.</summary>
    public static ReportDate Unknown { get; } = new(null, null, null, DateBasis.None, null);

    /// <summary>The day to reckon from: the day itself, else the earliest possible, else the latest; null where nothing is known.</summary>
    public DateOnly? Reference => Day ?? NotBefore ?? NotAfter;
}

/// <summary>One paragraph of a report.</summary>
/// <param name="Span">Where it stands in <see cref="Report.Text"/>, without the line ends around it.</param>
/// <param name="Role">What it is.</param>
/// <param name="Credit">For a caption: the picture's source as credited, else null.</param>
public sealed record Paragraph(TextSpan Span, ParagraphRole Role, string? Credit = null)
{
    /// <summary>True where claims are coded from it.</summary>
    public bool Coded => Role is ParagraphRole.Body or ParagraphRole.Heading or ParagraphRole.Caption or ParagraphRole.Quote;
}

/// <summary>A numbered note at a report's end: the source behind the sentences that refer to it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Span">Its words in <see cref="Report.Text"/>, the number included.</param>
/// <param name="Links">The addresses that it names, in order.</param>
public sealed record Endnote(int Number, TextSpan Span, ImmutableArray<string> Links);

/// <summary>A reference to a note: "[12]".</summary>
/// <param name="Span">The brackets and the number in <see cref="Report.Text"/>.</param>
/// <param name="Number">The number.</param>
/// <param name="Note">Index in <see cref="Report.Endnotes"/>, or -1 where no note has this number.</param>
public sealed record NoteMarker(TextSpan Span, int Number, int Note);

/// <summary>One document: an article, a communique, a post.</summary>
/// <param name="Id">Its id: the capture's name.</param>
/// <param name="Text">Its whole text. For plain text exactly as given (after decoding; a byte-order mark is left out); for a page the paragraphs, joined by blank lines.</param>
/// <param name="Title">Its title, where one was found.</param>
/// <param name="Date">When it was published and how that is known.</param>
/// <param name="Outlet">Who published it, where told.</param>
/// <param name="Author">Who wrote it, where told.</param>
/// <param name="Language">ISO 639-1 code; `und` where it cannot be told.</param>
/// <param name="CopyOf">The site it says it was first published on, or null.</param>
/// <param name="Institute">True where the report is an institute's own assessment (it speaks in its own voice).</param>
/// <param name="Paragraphs">In order of the text, not overlapping.</param>
/// <param name="CaptureHash">SHA-256 of the capture.</param>
public sealed record Report(
    string Id,
    string Text,
    string? Title,
    ReportDate Date,
    string? Outlet,
    string? Author,
    string Language,
    string? CopyOf,
    bool Institute,
    ImmutableArray<Paragraph> Paragraphs,
    string CaptureHash)
{
    /// <summary>Its numbered notes, in order of the text.</summary>
    public ImmutableArray<Endnote> Endnotes { get; init; } = [];

    /// <summary>Its first words; null where it has no text of its own.</summary>
    public string? Opening => Records.Opening.Of(Paragraphs, s => s.Of(Text));

    /// <summary>Where its text refers to notes, in order of the text.</summary>
    public ImmutableArray<NoteMarker> Markers { get; init; } = [];
}
