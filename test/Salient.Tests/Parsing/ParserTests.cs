using FsCheck;
using FsCheck.Fluent;
using Salient.Records;

namespace Salient.Tests.Parsing;

public sealed class ParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("!?!?... --- ;;; ((( \" ' ]")]
    [InlineData("\uD83D\uDE00\uD83D \uDE00 \u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD")]
    [InlineData("The brigade held. It did not fall back.")]
    public void Parse_AnyText_GivesTreesOfOneRoot(string text) => Sound(text).ShouldBeTrue();

    [Fact]
    public void Parse_RandomStrings_GivesTreesOfOneRoot() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll<string>(s => Sound(s ?? "")));

    [Fact]
    [Trait("Category", "Slow")]
    public void Parse_LongLines_TakesLinearTime()
    {
        foreach (var piece in (string[])["word ", "(", ".)", "a@b.c\"", "x-", "'", "http://a\"", "\uD83D\uDE00", "One, two. "])
        {
            Took(piece, 200_000).ShouldBeLessThan((40 * Took(piece, 20_000)) + TimeSpan.FromSeconds(2), piece);
        }
    }

    private static TimeSpan Took(string piece, int length)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Sound(string.Concat(Enumerable.Repeat(piece, length / piece.Length))).ShouldBeTrue();
        return clock.Elapsed;
    }

    [Fact]
    public void Parse_PlainClause_FindsSubjectAndObject()
    {
        var s = Reports.Parser.Parse(Reports.Of("Russian forces captured the village on Tuesday.")).ShouldHaveSingleItem();
        s.Tokens[s.Root].Lemma.ShouldBe("capture");
        s.Tokens[s.Root].WordForm.ShouldBe(WordForm.Past);
        s.Tokens[1].Relation.ShouldBe("nsubj");
        s.Tokens[4].Relation.ShouldBe("obj");
        s.Tokens[4].Head.ShouldBe(s.Root);
    }

    [Fact]
    public void Parse_UncodedParagraph_IsLeftOut()
    {
        var report = Reports.Of("Subscribe now.") with { Paragraphs = [new Paragraph(new TextSpan(0, 14), ParagraphRole.Boilerplate)] };
        Reports.Parser.Parse(report).ShouldBeEmpty();
    }

    private static bool Sound(string text)
    {
        var end = 0;
        foreach (var s in Reports.Parser.Parse(Reports.Of(text)))
        {
            if (s.Tokens.Count(t => t.Head < 0) != 1 || s.Tokens.Any(t => (t.Head < 0) != (t.Relation == "root")))
            {
                return false;
            }

            for (var i = 0; i < s.Tokens.Length; i++)
            {
                var t = s.Tokens[i];
                if (t.Span.Start < end || t.Span.Of(text) != t.Form || !Reaches(s, i))
                {
                    return false;
                }

                end = t.Span.End;
            }
        }

        return true;
    }

    private static bool Reaches(Sentence s, int word)
    {
        var steps = 0;
        while (word >= 0 && steps++ <= s.Tokens.Length)
        {
            word = s.Tokens[word].Head;
        }

        return word < 0;
    }
}
