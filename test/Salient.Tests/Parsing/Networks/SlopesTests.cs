using Salient.Parsing.Networks;
using Salient.Training.Parsing.Networks;

namespace Salient.Tests.Parsing.Networks;

public sealed class SlopesTests
{
    private static readonly NetworkShape Shape = new(5, 4, 6, 2, [32, 2, 16, 16]);

    private static readonly Passage[] Passages =
    [
        new([0, 3, -1, 4], [.. Enumerable.Range(0, 24)], [0, 1, 2, 3], [1, 4, 1, 2], [0, 2, 1, 3]),
        new([2, 1], [.. Enumerable.Range(100, 12)], [3, 0], [2, 0], [2, 5]),
    ];

    [Fact]
    public void Run_EveryPartOfTheNetwork_GivesTheSlopeOfTheLoss()
    {
        var weights = NetworkStart.Weights(Shape, new Random(4));
        var plan = new TrainingPlan(1, 10, 0.1f, [0, 0, 0, 0, 0, 0], 0, 0, 0);
        var slice = new Slice(Shape, weights, plan);
        slice.Run([.. Passages], 1);
        float[] slopes = [.. slice.Gradient];
        double Loss()
        {
            slice.Clear();
            slice.Run([.. Passages], 1);
            return slice.Loss;
        }

        int[] parts = [Shape.WordRows + 32, Shape.AffixRows, Shape.TagRows, Shape.Layer(0), Shape.Layer(0) + (3 * 32 * 32), Shape.Layer(1) + 40, Shape.Layer(1) + (3 * 32 * 32) + 64, Shape.HeadWeights, Shape.HeadBias, Shape.ArcWeights, Shape.ArcBias, Shape.RootHead, Shape.WayBias, Shape.LabelWays + (7 * 16), Shape.LabelWeights, Shape.LabelBias];
        foreach (var part in parts)
        {
            for (var i = part; i < part + 6; i++)
            {
                const float Step = 0.01f;
                var old = weights[i];
                weights[i] = old + Step;
                var up = Loss();
                weights[i] = old - Step;
                var down = Loss();
                weights[i] = old;
                ((double)slopes[i]).ShouldBe((up - down) / (2 * Step), 0.02, $"number {i} of the part at {part}");
            }
        }

        slopes.Count(s => s != 0).ShouldBeGreaterThan(2000);
    }

    [Fact]
    public void Train_FewSentences_LearnsThemAndTwiceTheSame()
    {
        var plan = new TrainingPlan(60, 3, 0.02f, [0, 0, 0, 0, 0, 0], 0, 0, 0);
        TreeNetwork Train() => new NetworkTrainer(Shape, plan, 1).Train([.. Passages], (_, _) => { });
        var network = Train();
        network.Weights.ShouldBe(Train().Weights);
        var bytes = NetworkFile.Pack(Shape, network.Weights);
        var read = NetworkFile.Unpack(Shape, bytes);
        for (var i = 0; i < read.Length; i++)
        {
            read[i].ShouldBe(network.Weights[i], 0.02);
        }

        var slice = new Slice(Shape, read, plan);
        slice.Run([.. Passages], 1);
        slice.Right.ShouldBe(6);
    }
}
