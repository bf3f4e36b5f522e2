using System.Collections.Immutable;
using Salient.Grading;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Grading;

/// <summary>What the scorer makes of the whole sentence against what the cues say.</summary>
public sealed class LeaningTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);
    private static readonly Grader Grader = new(Modality.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "modality.tsv")));

    [Fact]
    public void Grade_ScorerSaidNothing_CuesDecide() => Graded([]).ShouldBe(Factuality.Certain);

    [Fact]
    public void Grade_ScorerALittleSurerOfAnother_CuesDecide() => Graded([0.12, 0, 0, 0.88, 0, 0, 0]).ShouldBe(Factuality.Certain);

    [Fact]
    public void Grade_ScorerMuchSurerOfAnother_ScorerDecides() => Graded([0.05, 0, 0, 0.95, 0, 0, 0]).ShouldBe(Factuality.CertainlyNot);

    [Fact]
    public void Grade_ScorerDecides_ReasonSaysSo() => Graded([0.01, 0.99, 0, 0, 0, 0, 0], g => g.Reason).ShouldContain("sentence as a whole");

    private static Factuality Graded(ImmutableArray<double> leaning) => Graded(leaning, g => g.Factuality);

    private static T Graded<T>(ImmutableArray<double> leaning, Func<Grade, T> of)
    {
        var report = AttributingSpecs.Report("Russian guns shelled the village of Kamianka on Monday.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "shelled").i;
        var assertion = new Assertion("combat", "shelling", sentences[0].Tokens[token].Span, 0, token, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = leaning };
        return of(Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion));
    }
}
