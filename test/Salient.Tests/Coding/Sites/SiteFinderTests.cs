using Salient.Coding.Sites;
using Salient.Records;

namespace Salient.Tests.Coding.Sites;

/// <summary>Which names and nouns could be a claim's place.</summary>
public sealed class SiteFinderTests
{
    [Fact]
    public void Find_WhatNobodyHoldsAsGround_IsASiteToo() =>
        Names("A a DET 2 det", "shell shell NOUN 3 nsubj", "hit hit VERB 0 root", "the the DET 6 det", "old old ADJ 6 amod", "hospital hospital NOUN 3 obj", "in in ADP 8 case", "Brod Brod PROPN 6 nmod")
            .ShouldBe(["Brod", "the old hospital in Brod"]);

    [Fact]
    public void Find_BorderWithAName_IsNamedWhole() =>
        Names("Tanks tank NOUN 2 nsubj", "hit hit VERB 0 root", "the the DET 4 det", "border border NOUN 2 obj", "with with ADP 6 case", "Brod Brod PROPN 4 nmod").ShouldBe(["Brod", "the border with Brod"]);

    [Fact]
    public void Find_NameBeyondAnotherWord_StandsByItself() =>
        Names("Tanks tank NOUN 2 nsubj", "hit hit VERB 0 root", "the the DET 4 det", "border border NOUN 2 obj", "again again ADV 2 advmod", "in in ADP 7 case", "Brod Brod PROPN 2 obl").ShouldBe(["Brod", "the border"]);

    [Fact]
    public void Find_OtherThings_AreNone() =>
        Names("A a DET 2 det", "shell shell NOUN 3 nsubj", "hit hit VERB 0 root", "the the DET 5 det", "choir choir NOUN 3 obj", "in in ADP 7 case", "Brod Brod PROPN 5 nmod")
            .ShouldBe(["Brod"]);

    private static List<string> Names(params string[] words)
    {
        var view = Built.View(words);
        var claim = new Assertion("combat", "shelling", view.Sentences[0].Span, 0, 2, 2, null, null, [], null, null, null, null, null, null, null, "made", 1);
        return new SiteFinder(Built.Frames).Find(view, new PlaceNames(view, [], [claim]), claim).ConvertAll(s => s.Argument.Name);
    }
}
