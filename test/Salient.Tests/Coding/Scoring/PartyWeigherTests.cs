using System.Collections.Immutable;
using Salient.Coding;
using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Coding.Scoring;

/// <summary>What the scorer makes of a sentence's parties against what the tree says.</summary>
public sealed class PartyWeigherTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);
    private static readonly PartyWeigher Weigher = new(Pipeline.Theatre);
    private static readonly ImmutableArray<double> Silent = [];

    [Fact]
    public void Weigh_ScorerSaidNothing_TreeDecides() =>
        Weighed("combat", "shelling", new Party("guns", "ru"), Silent, Silent).Actor!.Side.ShouldBe("ru");

    [Fact]
    public void Weigh_ScorerALittleSurer_TreeDecides() =>
        Weighed("combat", "shelling", new Party("guns", "ua"), [0.3, 0.6, 0.05, 0.05], Silent).Actor!.Side.ShouldBe("ua");

    [Fact]
    public void Weigh_ScorerMuchSurer_TakesTheSideAsTheSentenceNamesIt()
    {
        var actor = Weighed("combat", "shelling", new Party("guns", "ua"), [0.05, 0.9, 0.03, 0.02], Silent).Actor!;
        actor.Side.ShouldBe("ru");
        actor.Name.ShouldBe("Russian");
    }

    [Fact]
    public void Weigh_NobodyGivenAndOneSideLikely_IsThatSide() =>
        Weighed("combat", "shelling", null, [0.1, 0.8, 0.05, 0.05], Silent).Actor!.Side.ShouldBe("ru");

    [Fact]
    public void Weigh_NobodyGivenAndNoneLikely_StaysNobody() =>
        Weighed("combat", "shelling", null, [0.4, 0.4, 0.1, 0.1], Silent).Actor.ShouldBeNull();

    [Fact]
    public void Weigh_TargetOfActorsOwnSide_IsNotTaken() =>
        Weighed("assessment", "intention", new Party("Moscow", "ru"), [0.02, 0.95, 0.02, 0.01], [0.1, 0.8, 0.05, 0.05]).Target.ShouldBeNull();

    [Fact]
    public void Weigh_HarmWithoutVictimsSide_IsDoneToTheLikeliest() =>
        Weighed("civilian-harm", "killed", new Party("Moscow", "ru"), [0.02, 0.95, 0.02, 0.01], [0.3, 0.2, 0.1, 0.4]).Target!.Side.ShouldBe("ua");

    [Fact]
    public void Speakers_ByTheTheatresSides_AreNamed() =>
        Weigher.Speakers([0.5, 0.2, 0.2, 0.1]).Single(s => s.Side == "ua").Chance.ShouldBe(0.5);

    private static Assertion Weighed(string kind, string act, Party? actor, ImmutableArray<double> acts, ImmutableArray<double> target)
    {
        var report = AttributingSpecs.Report("Russian guns shelled the village of Kamianka on Monday.");
        var sentences = Pipeline.Sentences(report);
        var span = sentences[0].Span;
        var clause = new Clause(2, 2, [], 0, sentences[0].Tokens.Length, ClauseType.Main, -1, 1, 1, 4, "", false, span);
        var made = new Assertion(kind, act, span, 0, 2, 2, actor, null, [], null, null, null, null, null, null, null, "test", 1);
        return Weigher.Weigh(new ReportView(report, sentences, []), made, new Unit(0, clause, [], false), acts, target);
    }
}
