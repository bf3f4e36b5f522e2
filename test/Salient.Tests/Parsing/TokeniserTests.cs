using FsCheck;
using FsCheck.Fluent;
using Salient.Parsing;
using Salient.Records;

namespace Salient.Tests.Parsing;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("They didn't cross.", "They did n't cross .")]
    [InlineData("the army\u2019s T-90M, a BM-21", "the army \u2019s T-90M , a BM-21")]
    [InlineData("Lt.-Gen. Karp met U.S. envoys.", "Lt.-Gen. Karp met U.S. envoys .")]
    [InlineData("They left the depot.[12] Crews held on[3], he said.[4][5]", "They left the depot . Crews held on , he said .")]
    [InlineData("\u201CWe hold.\u201D [7] Fog fell", "\u201C We hold . \u201D Fog fell")]
    [InlineData("We lost [12] men, [1234] and [12a]", "We lost [ 12 ] men , [ 1234 ] and [ 12a ]")]
    [InlineData("1,735 shells (\u20AC95bn)", "1,735 shells ( \u20AC 95 bn )")]
    [InlineData("the 47th Brigade\u2014so he said\u2014fell back", "the 47th Brigade \u2014 so he said \u2014 fell back")]
    [InlineData("long-range fire, 30-year-old guns", "long - range fire , 30 - year - old guns")]
    [InlineData("anti-tank, pre-war", "anti-tank , pre-war")]
    [InlineData("50km or 12% of it", "50 km or 12 % of it")]
    [InlineData("\u201CGo!\u201D he said...", "\u201C Go ! \u201D he said ...")]
    [InlineData("see https://example.org/a_(b), or a@example.org.", "see https://example.org/a_(b) , or a@example.org .")]
    [InlineData("It\u2019ll hold; we cannot.", "It \u2019ll hold ; we can not .")]
    [InlineData("Mr. Orlo\u00A0came at 10:30 p.m.", "Mr. Orlo came at 10:30 p.m.")]
    public void Cut_InventedPhrase_CutsAsTreebanksDo(string text, string expected)
    {
        var words = new List<TextSpan>();
        new Tokeniser(Reports.Lists).Cut(text, new TextSpan(0, text.Length), words);
        string.Join(' ', words.Select(w => w.Of(text))).ShouldBe(expected);
    }

    [Fact]
    public void Cut_AnyString_CoversAllButGapsInOrder()
    {
        var piece = Gen.Elements("a", "Word", "'s", "n't", ".", "...", "\"", "\u201D", "-", "\u2014", "(", "5", "\uD83D\uDE00", "\uD83D", "\uDE00", " ", "\u00A0", "\n", "/", "@", "http://", "\u0645", "U.S.", "%", "$", "_", "[3]", "\uD835\uDD04");
        var property = Prop.ForAll(Arb.From(piece.ListOf().Select(p => string.Concat(p))), Covers);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), property);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll<string>(s => Covers(s ?? "")));
    }

    private static bool Covers(string text)
    {
        var words = new List<TextSpan>();
        new Tokeniser(Reports.Lists).Cut(text, new TextSpan(0, text.Length), words);
        var at = 0;
        foreach (var w in words)
        {
            if (w.IsEmpty || w.Start < at || !Left(text, at, w.Start) || w.Of(text).Any(CharKinds.IsGap))
            {
                return false;
            }

            at = w.End;
        }

        return Left(text, at, text.Length);
    }

    // Between words lie gaps and references to notes.
    private static bool Left(string text, int from, int to)
    {
        while (from < to)
        {
            var behind = NoteMarks.End(text, 0, from, text.Length);
            if (!CharKinds.IsGap(text[from]) && behind < 0)
            {
                return false;
            }

            from = Math.Max(behind, from + 1);
        }

        return from == to;
    }
}
