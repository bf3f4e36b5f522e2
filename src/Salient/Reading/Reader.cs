using System.Text;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reading;

/// <summary>A report, or why there is none.</summary>
/// <param name="Report">The report, or null.</param>
/// <param name="Problem">What was wrong, or null.</param>
public sealed record ReadResult(Report? Report, Problem? Problem);

/// <summary>Turns a capture into a report: paragraphs with roles, date, outlet.</summary>
public sealed class Reader(Theatre theatre)
{
    /// <summary>Reads one capture.</summary>
    public ReadResult Read(Capture capture)
    {
        var text = Encoding.UTF8.GetString(capture.Bytes.Span);
        return new ReadResult(new Report(capture.Name, text, null, new ReportDate(capture.Date, theatre.Start, null, DateBasis.None, null), null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], capture.Hash), null);
    }
}
