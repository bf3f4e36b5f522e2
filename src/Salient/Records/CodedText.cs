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

    /// <summary>True where it has a note by which its outlet says that it was corrected.</summary>
    public static bool Corrects(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Paragraphs.Any(p => p.Role == ParagraphRole.Correction);
    }
}
