using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Tests.Specs;

/// <summary>Runs specs/attributing.</summary>
public sealed class AttributingSpecs
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    /// <summary>Each case.</summary>
    public static TheoryData<SpecCase> Cases => SpecFile.Cases("attributing");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Attribute_Text_FindsWhatIsExpected(SpecCase item)
    {
        var report = Report(item.Text);
        var found = Pipeline.Attribute(report, Pipeline.Sentences(report))
            .Select(a => $"{Words(report, a.Source)} / {Words(report, a.Cue)} / {Words(report, a.Content)}").ToList();
        foreach (var line in item.Expect)
        {
            if (line.StartsWith("no ", StringComparison.Ordinal))
            {
                var cue = $" / {line[3..].Trim()} / ";
                found.ShouldNotContain(f => f.Contains(cue, StringComparison.Ordinal));
            }
            else
            {
                found.ShouldContain(line.Trim());
            }
        }
    }

    /// <summary>A report of one paragraph.</summary>
    internal static Report Report(string text) =>
        new("spec", text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], string.Empty);

    private static string Words(Report report, ImmutableArray<TextSpan> spans) => string.Join(" | ", spans.Select(s => s.Of(report.Text)));
}
