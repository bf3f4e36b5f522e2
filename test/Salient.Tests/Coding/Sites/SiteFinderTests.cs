using Salient.Coding.Sites;
using Salient.Records;

namespace Salient.Tests.Coding.Sites;

/// <summary>Which names and nouns could be a claim's place.</summary>
public sealed class SiteFinderTests
{
    [Fact]
    public void Find_WhatNobodyHoldsAsGround_IsASiteToo() =>
        Names("A a DET 2 det", "shell shell NOUN 3 nsubj", "hit hit VERB 0 root", "the the DET 6 det", "old old ADJ 6 amod", "hospital hospital NOUN 3 obj", "in in ADP 8 case", "Brod Brod PROPN 6 nmod")
            .ShouldBe(["Brod", "the old hospital"]);

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
