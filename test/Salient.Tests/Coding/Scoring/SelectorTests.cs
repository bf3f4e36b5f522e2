using System.Collections.Immutable;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class SelectorTests
{
    private static readonly ImmutableArray<string> Outputs = ["combat", "control", "none", "combat/assault", "combat/clash", "control/captured", "control/held"];

    [Fact]
    public void Choose_LikelyKind_TakesItsLikeliestAct()
    {
        var choice = Choose([Unit(0, 10)], [[3, 0, 0, 0, 2, 0, 0]]).ShouldHaveSingleItem();
        (choice.Kind, choice.Act).ShouldBe(("combat", "clash"));
    }

    [Fact]
    public void Choose_NoneLikelier_TakesNothing() => Choose([Unit(0, 10)], [[0, 0, 4, 0, 0, 0, 0]]).ShouldBeEmpty();

    [Fact]
    public void Choose_TwoStretchesMuchTheSame_KeepsTheLikelier()
    {
        var choices = Choose([Unit(0, 10), Unit(2, 10)], [[3, 0, 0, 2, 0, 0, 0], [5, 0, 0, 2, 0, 0, 0]]);
        choices.ShouldHaveSingleItem().Unit.ShouldBe(1);
    }

    [Fact]
    public void Choose_TwoStretchesApart_KeepsBoth() =>
        Choose([Unit(0, 10), Unit(12, 30)], [[3, 0, 0, 2, 0, 0, 0], [5, 0, 0, 2, 0, 0, 0]]).Length.ShouldBe(2);

    [Fact]
    public void Choose_NumberAroundALikelierName_KeepsTheNumber()
    {
        var choices = Choose([Unit(3, 10), Unit(0, 17) with { Counted = true }], [[5, 0, 0, 2, 0, 0, 0], [3, 0, 0, 2, 0, 0, 0]]);
        choices.ShouldHaveSingleItem().Unit.ShouldBe(1);
    }

    [Theory]
    [InlineData("appointment", 1)]
    [InlineData("morale", 0)]
    public void Choose_FrameWithinTellsWhoComesAndGoes_TakesItsWords(string act, int unit)
    {
        ImmutableArray<string> outputs = ["cohesion", "none", "cohesion/appointment", "cohesion/morale"];
        Unit[] units = [Unit(0, 30), Unit(6, 30) with { Found = [new Assertion("cohesion", act, new TextSpan(6, 30), 0, 0, 0, null, null, [], null, null, null, null, null, null, null, "frame", 0.6)] }];
        double[] likely = [3, 0, act == "appointment" ? 2 : 0, act == "morale" ? 2 : 0];
        Selector.Choose(units, [likely, [0, 4, 0, 0]], new Network(outputs, [], Plain, 0.5), 0.5).ShouldHaveSingleItem().Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Choose_OneInThree_IsEnoughForTheGroundAlone(int kind, int claims)
    {
        ImmutableArray<string> outputs = ["combat", "politics", "none", "combat/assault", "politics/threat"];
        double[] sums = [-9, -9, 0.78, 0, 0];
        sums[kind] = 0;
        Selector.Choose([Unit(0, 10)], [sums], new Network(outputs, [], Plain, 0.2), 0.2).Length.ShouldBe(claims);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Choose_OwnWordsBesideAnother_RepeatItOnTheGroundAlone(int kind, int claims)
    {
        ImmutableArray<string> outputs = ["combat", "politics", "none", "combat/assault", "politics/threat"];
        var whole = Unit(0, 40).Clause;
        double[] likely = [-9, -9, 0, 0, 0], less = [-9, -9, 0, 0, 0];
        (likely[kind], less[kind]) = (4, 3);
        Unit[] units = [Unit(0, 18) with { Clause = whole with { Evidence = new TextSpan(0, 18), Whole = whole } }, Unit(20, 40)];
        Selector.Choose(units, [likely, less], new Network(outputs, [], Plain, 0.2), 0.2).Length.ShouldBe(claims);
    }

    private static readonly NetworkWeights Plain = new(8, 8, [], [], [], new float[64], new float[8], new float[8]);

    private static ImmutableArray<Choice> Choose(Unit[] units, double[][] sums) =>
        Selector.Choose(units, sums, new Network(Outputs, [], Plain, 0.5), 0.5);

    private static Unit Unit(int start, int end) =>
        new(0, new Clause(0, 0, [], 0, 1, ClauseType.Main, -1, -1, -1, -1, "", false, new TextSpan(start, end)), [], false);
}
