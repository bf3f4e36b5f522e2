using Salient.Grading;
using Salient.Publishing;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Grading;

public sealed class AimTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);
    private static readonly Grader Grader = new(Modality.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "modality.tsv")));

    [Theory]
    [InlineData("The brigade is focused on capturing the town.", "capturing", "captured", "Uu")]
    [InlineData("The brigade is on the verge of capturing the town.", "capturing", "captured", "Uu")]
    [InlineData("Capturing the town would cost the brigade a month.", "Capturing", "captured", "Uu")]
    [InlineData("The brigade advanced along the river, capturing the town.", "capturing", "captured", "CT+")]
    [InlineData("In capturing the town, the brigade lost forty men.", "capturing", "captured", "CT+")]
    [InlineData("The brigade rested after capturing the town.", "capturing", "captured", "CT+")]
    [InlineData("The brigade is focused on holding the town.", "holding", "held", "CT+")]
    public void Grade_GerundOfTaking_IsAnAimUnderAPreposition(string text, string word, string act, string grade)
    {
        var report = AttributingSpecs.Report(text);
        var sentences = Pipeline.Sentences(report);
        var token = Enumerable.Range(0, sentences[0].Tokens.Length).First(t => sentences[0].Tokens[t].Form == word);
        var assertion = new Assertion("control", act, sentences[0].Tokens[token].Span, 0, token, token, null, null, [], null, null, null, null, null, null, null, "aim", 1);
        ClaimJson.Code(Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Factuality).ShouldBe(grade);
    }
}
