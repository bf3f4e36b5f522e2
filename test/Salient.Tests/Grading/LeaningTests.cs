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

    [Fact]
    public void Grade_ScorerSureThatSomebodySaysIt_IsTheOneWhoSpokeLast() => Spoken(0.9, []).ShouldHaveSingleItem().Side.ShouldBe("ua");

    [Fact]
    public void Grade_ScorerThinksItHardlySaid_IsTheReportsOwn() => Spoken(0.3, []).ShouldBeEmpty();

    [Theory]
    [InlineData(" ", 0.45, 1)]
    [InlineData("\n\n", 0.45, 0)]
    [InlineData("\n\n", 0.55, 1)]
    public void Grade_WhoSpokeInAnEarlierParagraph_SpeaksOnlyWhereMoreLikelyThanNot(string between, double said, int sources) => Spoken(said, [], between: between).Length.ShouldBe(sources);

    [Fact]
    public void Grade_SourceWithoutSideAndOneLikely_IsOfThatSide()
    {
        Spoken(0.9, [("ua", 0.1), ("ru", 0.8), ("none", 0.1)], "An adviser").ShouldHaveSingleItem().Side.ShouldBe("ru");
        Spoken(0.9, [("ua", 0.4), ("ru", 0.4), ("none", 0.2)], "An adviser").ShouldHaveSingleItem().Side.ShouldBe("none");
    }

    [Theory]
    [InlineData("Guns shelled the village of Kamianka.", "shelled", 1)]
    [InlineData("We shelled the village of Kamianka.", "shelled", 0)]
    public void Grade_WeWhereNobodySpeaks_IsWhoeverWrites(string second, string word, int sources)
    {
        const string First = "The Ukrainian governor said that the road was closed.";
        var text = First + "\n\n" + second;
        var report = AttributingSpecs.Report(text) with { Paragraphs = [new Paragraph(new TextSpan(0, First.Length), ParagraphRole.Body), new Paragraph(new TextSpan(First.Length + 2, text.Length), ParagraphRole.Body)] };
        var sentences = Pipeline.Sentences(report);
        var token = sentences[1].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == word).i;
        var assertion = new Assertion("combat", "shelling", sentences[1].Span, 1, token, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], 0.9, []) };
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Sources.Length.ShouldBe(sources);
    }

    [Theory]
    [InlineData("declaration", "Denmark backs the plan. The mayor said that the road was closed.", "backs", 0.45, "Denmark")]
    [InlineData("declaration", "Denmark follows the plan. The mayor said that the road was closed.", "follows", 0.45, null)]
    [InlineData("declaration", "Denmark follows the plan. The mayor said that the road was closed.", "follows", 0.6, "Denmark")]
    [InlineData("declaration", "Denmark follows the plan. The mayor said that the road was closed.", "follows", 0.9, "mayor")]
    [InlineData("shortage", "Guns lacked shells. The mayor said that the road was closed.", "lacked", 0.55, null)]
    [InlineData("shortage", "Guns lacked shells. The mayor said that the road was closed.", "lacked", 0.65, "mayor")]
    [InlineData("shelling", "Guns shelled the mill. The mayor said that the road was closed.", "shelled", 0.55, "mayor")]
    [InlineData("progress", "Guns ruined the mill. The mayor said that the road was closed.", "ruined", 0.55, "mayor")]
    public void Grade_WhoSpeaksOnlyBehind_SaysItWhereLikelyEnough(string act, string text, string word, double said, string? name)
    {
        var report = AttributingSpecs.Report(text);
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == word).i;
        var kind = act == "declaration" ? "politics" : act == "progress" ? "assessment" : act == "shortage" ? "logistics" : "combat";
        var assertion = new Assertion(kind, act, sentences[0].Span, 0, token, token, new Party("Denmark", "nato"), null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], said, []) };
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Sources.FirstOrDefault()?.Name.ShouldBe(name);
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Sources.IsEmpty.ShouldBe(name is null);
    }

    [Theory]
    [InlineData("criticism", Factuality.Certain)]
    [InlineData("declaration", Factuality.CertainlyNot)]
    public void Grade_ActDeniedByItsNameAlone_IsNotDeniedByTheSentenceAsAWhole(string act, Factuality expected)
    {
        var report = AttributingSpecs.Report("The plan does not help the town.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "help").i;
        var assertion = new Assertion("politics", act, sentences[0].Span, 0, token, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([0.01, 0, 0, 0.99, 0, 0, 0], null, []) };
        Grader.Grade(report, sentences, [], assertion).Factuality.ShouldBe(expected);
    }

    [Fact]
    public void Grade_WentOnToSay_IsSaidByWhoWentOn()
    {
        var report = AttributingSpecs.Report("The Danish minister went on to say that ties with Belarus will be cut.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "went").i;
        var assertion = new Assertion("politics", "declaration", sentences[0].Span, 0, token, token, new Party("Belarus", "by"), null, [], null, null, null, null, null, null, null, "test", 1);
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Sources.ShouldHaveSingleItem().Name.ShouldBe("Danish minister");
    }

    [Fact]
    public void Grade_ReportedlyInAnotherClause_SaysNothingOfThisOne()
    {
        var report = AttributingSpecs.Report("Reportedly, the road was closed. Guns shelled the village of Kamianka.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[1].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "shelled").i;
        var assertion = new Assertion("combat", "shelling", sentences[1].Span, 1, token, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], 0.9, []) };
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Sources.ShouldBeEmpty();
    }

    [Fact]
    public void Grade_NameBeforeAColon_StandsWhateverTheScorerThinks()
    {
        var report = AttributingSpecs.Report("Zelensky: Guns shelled the village of Kamianka.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "shelled").i;
        var assertion = new Assertion("combat", "shelling", sentences[0].Span, 0, 0, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], 0.01, []) };
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Sources.ShouldHaveSingleItem().Side.ShouldBe("ua");
    }

    [Fact]
    public void Settle_SourceOfSeveralClaims_IsOfOneSide()
    {
        ImmutableArray<ClaimSource> by = [new("adviser", "official", "none", true, null)];
        var grade = new Grade(by, Factuality.Certain, false, "");
        var likely = Said([("ua", 0.9), ("none", 0.1)]);
        var other = Said([("ua", 0.3), ("none", 0.7)]);
        SourceSides.Settle([likely, likely, other], [grade, grade, grade]).Select(g => g.Sources[0].Side).ShouldBe(["ua", "ua", "ua"]);
        SourceSides.Settle([likely, other, other], [grade, grade, grade]).Select(g => g.Sources[0].Side).ShouldBe(["none", "none", "none"]);
    }

    [Theory]
    [InlineData("The invasion of the neighbour appalled the world.", "The invasion of the neighbour", null)]
    [InlineData("Denmark's actions appalled the world.", "Denmark's actions", null)]
    [InlineData("Danish officials appalled the world.", "Danish officials", "official")]
    [InlineData("The Danish government appalled the world.", "The Danish government", "government")]
    [InlineData("Denmark appalled the world.", "Denmark", "government")]
    public void Grade_WhoActsInASpeechAct_SpeaksWhereHisWordsNameWhoCan(string text, string actor, string? type)
    {
        var report = AttributingSpecs.Report(text);
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "appalled").i;
        var assertion = new Assertion("politics", "criticism", sentences[0].Span, 0, token, token, new Party(actor, "nato"), null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], 0.9, []) };
        Grader.Grade(report, sentences, [], assertion).Sources.FirstOrDefault()?.Type.ShouldBe(type);
        Grader.Grade(report, sentences, [], assertion).Sources.IsEmpty.ShouldBe(type is null);
    }

    [Theory]
    [InlineData("declaration", "ua")]
    [InlineData("sanction", "ru")]
    public void Grade_WhatIsDeclared_IsDeclaredByWhoSaysIt(string act, string side)
    {
        var report = AttributingSpecs.Report("The Ukrainian governor said that the world must choose between Russia and the law.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "choose").i;
        var assertion = new Assertion("politics", act, sentences[0].Tokens[token].Span, 0, token, token, new Party("Russia", "ru"), null, [], null, null, null, null, null, null, null, "test", 1);
        Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion).Actor!.Side.ShouldBe(side);
    }

    // The second sentence has no words that say whose it is.
    private static ImmutableArray<ClaimSource> Spoken(double said, ImmutableArray<(string Side, double Chance)> speakers, string speaker = "The Ukrainian governor", string between = " ")
    {
        var first = speaker + " said that the road was closed.";
        var text = first + between + "Guns shelled the village of Kamianka.";
        var whole = AttributingSpecs.Report(text);
        var report = between == " " ? whole : whole with { Paragraphs = [new Paragraph(new TextSpan(0, first.Length), ParagraphRole.Body), new Paragraph(new TextSpan(first.Length + between.Length, text.Length), ParagraphRole.Body)] };
        var sentences = Pipeline.Sentences(report);
        var token = sentences[1].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "shelled").i;
        var assertion = new Assertion("combat", "shelling", sentences[1].Span, 1, token, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], said, speakers) };
        return SourceSides.Settle([assertion], [Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion)])[0].Sources;
    }

    private static Assertion Said(ImmutableArray<(string Side, double Chance)> speakers) =>
        new("combat", "shelling", default, 0, 0, 0, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning([], 0.9, speakers) };

    private static Factuality Graded(ImmutableArray<double> leaning) => Graded(leaning, g => g.Factuality);

    private static T Graded<T>(ImmutableArray<double> leaning, Func<Grade, T> of)
    {
        var report = AttributingSpecs.Report("Russian guns shelled the village of Kamianka on Monday.");
        var sentences = Pipeline.Sentences(report);
        var token = sentences[0].Tokens.Select((t, i) => (t.Form, i)).First(t => t.Form == "shelled").i;
        var assertion = new Assertion("combat", "shelling", sentences[0].Tokens[token].Span, 0, token, token, null, null, [], null, null, null, null, null, null, null, "test", 1) { Leaning = new Leaning(leaning, null, []) };
        return of(Grader.Grade(report, sentences, Pipeline.Attribute(report, sentences), assertion));
    }
}
