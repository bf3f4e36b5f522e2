using Salient.Reading.Decoding;
using Salient.Reading.Pages;
using Salient.Reading.Plain;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reading;

/// <summary>A report, or why there is none.</summary>
/// <param name="Report">The report, or null.</param>
/// <param name="Problem">What was wrong, or null.</param>
public sealed record ReadResult(Report? Report, Problem? Problem);

/// <summary>Turns a capture into a report: paragraphs with roles, date and its basis, outlet, author, language.</summary>
public sealed class Reader
{
    private readonly PlainTextReader text;
    private readonly PageReader pages;

    /// <summary>A reader of reports of <paramref name="theatre"/>.</summary>
    /// <param name="theatre">The theatre: its first day is day 1.</param>
    /// <param name="rules">The forms that reports take.</param>
    public Reader(Theatre theatre, ReadingRules rules)
    {
        ArgumentNullException.ThrowIfNull(theatre);
        ArgumentNullException.ThrowIfNull(rules);
        text = new PlainTextReader(theatre, rules);
        pages = new PageReader(theatre, rules);
    }

    /// <summary>Reads one capture.</summary>
    /// <returns>The report; or a problem: SAL0201 empty, SAL0202 not text, SAL0203 charset not told, SAL0204 a page without an article.</returns>
    public ReadResult Read(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        if (capture.Bytes.IsEmpty)
        {
            return Failed("SAL0201", capture, "The file is empty.", "Fetch it again.");
        }

        var html = IsPage(capture);
        var decoded = Decode(capture, html);
        if (decoded.Text is not { } words)
        {
            return decoded.Binary
                ? Failed("SAL0202", capture, decoded.Refusal!, "Give its text or the page it comes from.")
                : Failed("SAL0203", capture, decoded.Refusal!, "Convert it to UTF-8.");
        }

        if (string.IsNullOrWhiteSpace(words))
        {
            return Failed("SAL0201", capture, "The file holds white space alone.", "Fetch it again.");
        }

        var report = html ? pages.Read(capture, words) : text.Read(capture, words);
        return report is null
            ? Failed("SAL0204", capture, "No article was found on this page.", "Give the article's own page, or its text.")
            : new ReadResult(report, null);
    }

    internal static bool IsPage(Capture capture) => capture.Kind == MediaKind.Html || (capture.Kind == MediaKind.Unknown && PageForm.IsPage(capture.Bytes.Span));

    internal static Decoded Decode(Capture capture, bool page) => TextDecoder.Decode(capture.Bytes.Span, capture.Charset ?? (page ? PageForm.Charset(capture.Bytes.Span) : null));

    private static ReadResult Failed(string code, Capture capture, string what, string remedy) =>
        new(null, new Problem(code, capture.Origin, what, remedy));
}
