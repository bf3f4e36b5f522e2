using Salient.Records;
using Salient.Tests.Reading;

namespace Salient.Tests.Specs;

/// <summary>
/// specs/reading: a line expects `ROLE: start of paragraph`, `credit: X`, or one of title, date, from, to, basis, outlet, author, copy, language, institute with its value;
/// `paragraphs` lists all roles. `none` is null. A text that begins with '&lt;' is read as a page. `name: X` in the text's first line is the file's name and left out.
/// </summary>
public sealed class ReadingSpecs
{
    public static TheoryData<SpecCase> Cases => SpecFile.Cases("reading");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spec_Holds(SpecCase spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var text = spec.Text;
        var name = "made";
        if (text.StartsWith("name: ", StringComparison.Ordinal))
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            (name, text) = (text[6..end].Trim(), text[(end + 1)..]);
        }

        var report = text.StartsWith('<') ? Made.Page(text, name) : Made.Report(text, name, spec.Date);
        foreach (var line in spec.Expect)
        {
            var (key, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            (Told(report, key, value) ?? "none").ShouldBe(Enum.TryParse<ParagraphRole>(key, true, out _) && key != "credit" ? key : value, line);
        }
    }

    private static string? Told(Report report, string key, string value) => key switch
    {
        "title" => report.Title,
        "date" => report.Date.Day?.ToString("yyyy-MM-dd"),
        "from" => report.Date.NotBefore?.ToString("yyyy-MM-dd"),
        "to" => report.Date.NotAfter?.ToString("yyyy-MM-dd"),
        "basis" => report.Date.Basis.ToString().ToLowerInvariant(),
        "outlet" => report.Outlet,
        "author" => report.Author,
        "copy" => report.CopyOf,
        "language" => report.Language,
        "institute" => report.Institute ? "yes" : "no",
        "credit" => string.Join(" | ", report.Paragraphs.Where(p => p.Credit is not null).Select(p => p.Credit)),
        "paragraphs" => string.Join(' ', report.Paragraphs.Select(p => p.Role.ToString().ToLowerInvariant())),
        "credit-line" => Made.Role(report, value) == "credit" ? value : Made.Role(report, value),
        "markers" => $"{report.Markers.Count(m => m.Note >= 0)}/{report.Markers.Length}",
        "links" => string.Join(' ', report.Endnotes.SelectMany(n => n.Links)),
        _ => Made.Role(report, value),
    };
}
