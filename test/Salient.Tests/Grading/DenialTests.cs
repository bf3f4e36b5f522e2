using Salient.Grading;
using Salient.Publishing;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Grading;

/// <summary>What is lacked or refused is told by words of denial and not denied by them; what is declared is graded by what was said.</summary>
public sealed class DenialTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);
    private static readonly Grader Grader = new(Modality.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "modality.tsv")));

    [Theory]
    [InlineData("There is no ammunition in the town.", "is", "logistics", "shortage", Factuality.Certain)]
    [InlineData("There is no shortage of ammunition in the town.", "is", "logistics", "shortage", Factuality.CertainlyNot)]
    [InlineData("There was no electricity in the town.", "was", "civilian-harm", "infrastructure", Factuality.Certain)]
    [InlineData("The soldiers did not go to the front.", "go", "cohesion", "order-refusal", Factuality.Certain)]
    [InlineData("The mayor refused to talk.", "refused", "politics", "negotiation", Factuality.CertainlyNot)]
    [InlineData("He added that the state will not take part.", "added", "politics", "declaration", Factuality.CertainlyNot)]
    [InlineData("He added that the state will take part.", "added", "politics", "declaration", Factuality.Certain)]
    [InlineData("He continued: \"We do not help the rebels.\"", "continued", "politics", "declaration", Factuality.CertainlyNot)]
    [InlineData("She raves about the fact that Halivka never began the war.", "raves", "politics", "declaration", Factuality.CertainlyNot)]
    [InlineData("It is not too late to talk.", "late", "politics", "negotiation", Factuality.Possible)]
    [InlineData("The mayor says that the governor cannot be trusted.", "trusted", "politics", "criticism", Factuality.Certain)]
    [InlineData("The mayor did not criticise the governor.", "criticise", "politics", "criticism", Factuality.CertainlyNot)]
    [InlineData("The museum did not invite the mayor.", "invite", "politics", "sanction", Factuality.Certain)]
    [InlineData("The museum did not sanction the mayor.", "sanction", "politics", "sanction", Factuality.CertainlyNot)]
    [InlineData("The garrison had neither shells nor tanks.", "tanks", "assessment", "capability", Factuality.CertainlyNot)]
    [InlineData("We are certain that the state did not take part.", "certain", "politics", "declaration", Factuality.CertainlyNot)]
    [InlineData("The mayor does not believe that the town fell.", "fell", "control", "lost", Factuality.ProbablyNot)]
    [InlineData("The mayor did not confirm that the town fell.", "fell", "control", "lost", Factuality.Uncommitted)]
    [InlineData("Will there be an embargo?", "be", "politics", "threat", Factuality.Uncommitted)]
    public void Grade_ActThatNamesALack_IsDeniedByItsOwnWordsAlone(string text, string word, string kind, string act, Factuality expected)
    {
        var report = AttributingSpecs.Report(text);
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.ToList().FindIndex(t => t.Form == word);
        var assertion = new Assertion(kind, act, new TextSpan(0, text.Length), 0, token, token, null, null, [], null, null, null, null, null, null, null, "spec", 1);
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Factuality.ShouldBe(expected);
    }
}
