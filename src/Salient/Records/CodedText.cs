namespace Salient.Records;

/// <summary>What of a report's text is coded.</summary>
public static class CodedText
{
    /// <summary>Its body, headings, captions and quotations, one a line.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Join('\n', report.Paragraphs.Where(p => p.Coded).Select(p => p.Span.Of(report.Text)));
    }
}
