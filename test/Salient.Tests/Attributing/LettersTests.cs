using System.Collections.Immutable;
using Salient.Records;
using Salient.Records.Syntax;

namespace Salient.Tests.Attributing;

/// <summary>Whose word a page of readers' letters is.</summary>
public sealed class LettersTests
{
    [Fact]
    public void Find_NamesOverTowns_TakeWhatStandsAbove()
    {
        var found = Find("The ferry must stay.", "It always has.", "Ann Hallow", "Port Mere, Westshire", "Let it sink.", "Tom Birch", "Upper Wick");
        found.Select(a => a.By!.Name).ShouldBe(["Ann Hallow", "Tom Birch"]);
        found.ShouldAllBe(a => a.By!.Type == "reader" && a.By.Side == "none");
        found[0].Content.Length.ShouldBe(2);
    }

    [Fact]
    public void Find_NamesBehindTheLastSentence_TakeTheirParagraph() =>
        Find("The ferry must stay. Ann Hallow, Mere", "Let it sink. Tom Birch, Upper Wick").Select(a => a.By!.Name).ShouldBe(["Ann Hallow", "Tom Birch"]);

    [Theory]
    [InlineData("The ferry must stay.", "Ann Hallow", "Port Mere")]
    [InlineData("The ferry must stay.", "What Comes Next", "The council meets on Monday.")]
    [InlineData("The ferry must stay, said Ann Hallow, Mere", "Let it sink, said Tom Birch of Upper Wick.", "Nobody listened.")]
    public void Find_OneSignatureOrNone_IsNoPageOfLetters(params string[] paragraphs) => Find(paragraphs).ShouldBeEmpty();

    private static ImmutableArray<Attribution> Find(params string[] paragraphs)
    {
        var at = 0;
        var spans = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var p in paragraphs)
        {
            spans.Add(new Paragraph(new TextSpan(at, at + p.Length), ParagraphRole.Body));
            at += p.Length + 1;
        }

        return Letters.Find(new Report("r", string.Join('\n', paragraphs), null, ReportDate.Unknown, null, null, "en", null, false, spans.ToImmutable(), string.Empty));
    }
}
