using Salient.Coding.Frames;
using Salient.Records;

namespace Salient.Tests.Coding.Frames;

public sealed class WordListTests
{
    private static readonly WordList List = new("test", ["troops", "serviceman", "air defence", "drone"]);

    [Theory]
    [InlineData("Troops", "troop", true)]
    [InlineData("DRONES", "drone", true)]
    [InlineData("drones", "drones", true)]
    [InlineData("servicemen", "servicemen", true)]
    [InlineData("defence", "defence", false)]
    [InlineData("tropes", "trope", false)]
    [InlineData("dine", "dine", false)]
    public void Matches_ByFormLemmaOrSingular_WhateverTheCase(string form, string lemma, bool found) =>
        List.Matches(Sentence(form, lemma), 0).ShouldBe(found);

    [Fact]
    public void Matches_LettersBeyondAscii_WhateverTheCase()
    {
        var list = new WordList("test", ["Élan", "drone"]);
        list.Matches(Sentence("élan", "élan"), 0).ShouldBeTrue();
        list.Matches(Sentence("dine", "dine"), 0).ShouldBeFalse();
    }

    private static Sentence Sentence(string form, string lemma) =>
        new(new TextSpan(0, form.Length), 0, [new Token(new TextSpan(0, form.Length), form, lemma, Upos.NOUN, WordForm.None, -1, "root")], []);
}
