using Salient.Parsing;
using Salient.Parsing.Recognising;
using Salient.Training.Parsing;
using Salient.Training.Parsing.Mentions;

namespace Salient.Tests.Training;

public sealed class ChainsTests
{
    private const int Bits = 12;

    // Words 1 and 2 begin and continue a mention of the first type; word 2 alone does not.
    private static readonly ChainLesson[] Lessons = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? Lesson([3, 1, 2, 4], [0, 1, 2, 0]) : Lesson([3, 4, 2], [0, 0, 0]))];

    [Fact]
    public void Fit_ChainsOfTwoWords_LearnsWhatGoesBefore()
    {
        var table = Learner.Round(Bits, Chains.Fit(Lessons, Bits, 20, 1));
        Sum(table, 1, 1).ShouldBeGreaterThan(Sum(table, 1, 0));
        (Sum(table, 2, 2) + Before(table, 1, 2)).ShouldBeGreaterThan(Sum(table, 2, 0) + Before(table, 1, 0));
        (Sum(table, 2, 1) + Before(table, 0, 1)).ShouldBeLessThan(Sum(table, 2, 0) + Before(table, 0, 0));
    }

    [Fact]
    public void Fit_SameLessons_GivesTheSameWeights() =>
        Chains.Fit(Lessons, Bits, 3, 1).ShouldBe(Chains.Fit(Lessons, Bits, 3, 1));

    private static ChainLesson Lesson(uint[] words, byte[] labels) =>
        new([.. words.Select(w => new[] { w * 64 })], [.. Recogniser.Types.Select((_, t) => t == 0 ? labels : new byte[labels.Length])]);

    private static int Sum(WeightTable table, uint word, int label) => table.Weights[(int)(word * 64) + label];

    private static int Before(WeightTable table, int label, int next) => table.Weights[(int)Recogniser.Previous(label, Bits) + next];
}
