using System.Collections.Frozen;
using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Training.Coding;

namespace Salient.Tests.Training;

public sealed class LabellingTests
{
    // "The mayor said that shells hit the depot. Trains ran."
    private static readonly Unit Whole = Unit(0, 0, 41);
    private static readonly Unit Inner = Unit(0, 20, 40);
    private static readonly Unit Next = Unit(1, 43, 53);
    private static readonly List<GoldClaim> Gold = [new("combat/strike", new TextSpan(20, 40))];

    [Fact]
    public void Give_TwoUnitsOverOneClaim_LabelsTheNearerOne()
    {
        var (labels, _) = Labelling.Give([Whole, Inner, Next], Gold, FrozenDictionary<string, string>.Empty);
        labels.Select(l => l.Count).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public void Shadowed_UnitAroundAnothersClaim_IsTrue() => Labelling.Shadowed(Whole, Gold).ShouldBeTrue();

    [Fact]
    public void Shadowed_UnitOfOtherWords_IsFalse() => Labelling.Shadowed(Next, Gold).ShouldBeFalse();

    private static Unit Unit(int sentence, int start, int end) =>
        new(sentence, new Clause(0, 0, [], 0, 1, ClauseType.Main, -1, 0, 0, 0, "", false, new TextSpan(start, end)), [], false);
}
