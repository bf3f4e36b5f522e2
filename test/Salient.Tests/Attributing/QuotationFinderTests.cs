using System.Collections.Immutable;

using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Tests.Attributing;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("“We held,” she said.", "“We held,”")]
    [InlineData("He said ''we held the bridge'' twice.", "''we held the bridge''")]
    [InlineData("It doesn't matter, the drivers' union said.", "")]
    [InlineData("She said ‘the soldiers’ boots are wet’ and left.", "‘the soldiers’ boots are wet’")]
    public void Find_Marks_GivesWhatTheyEnclose(string text, string expected) =>
        string.Join('|', QuotationFinder.Find(Of(text)).Select(q => q.Span.Of(text))).ShouldBe(expected);

    [Fact]
    public void Find_OpenParagraph_ContinuesInTheNext()
    {
        var found = QuotationFinder.Find(Of("“We will stay.", "“We will not leave,” she said."));
        found.Length.ShouldBe(2);
        found[0].Closed.ShouldBeFalse();
        found[1].Continues.ShouldBeTrue();
    }

    private static Report Of(params string[] paragraphs)
    {
        var at = 0;
        var spans = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var p in paragraphs)
        {
            spans.Add(new Paragraph(new TextSpan(at, at + p.Length), ParagraphRole.Body));
            at += p.Length + 1;
        }

        return new Report("r", string.Join('\n', paragraphs), null, ReportDate.Unknown, null, null, "en", null, false, spans.ToImmutable(), string.Empty);
    }
}
