using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Training.Coding.Sites;

namespace Salient.Tests.Training;

/// <summary>Learning which sites are places.</summary>
public sealed class SiteLearnerTests
{
    // Feature 0 tells a place, unless feature 1 stands beside it.
    private static readonly SiteLesson[] Lessons = [.. Enumerable.Range(0, 400).Select(i => (i % 4) switch
    {
        0 => new SiteLesson([0], true, 1),
        1 => new SiteLesson([0, 1], false, 1),
        2 => new SiteLesson([1], false, 1),
        _ => new SiteLesson([2], false, 1),
    })];

    [Fact]
    public void Learn_TellsWhatItWasTaught()
    {
        var model = Model();
        Chance(model, "a").ShouldBeGreaterThan(0.5);
        Chance(model, "a", "b").ShouldBeLessThan(0.5);
        Chance(model, "b").ShouldBeLessThan(0.2);
        Chance(model, "c").ShouldBeLessThan(0.2);
    }

    [Fact]
    public void Learn_Again_GivesTheSameWeights() => Chance(Model(), "a").ShouldBe(Chance(Model(), "a"));

    private static Network Model()
    {
        SiteLearner[] learners = [new(3, 8, 1), new(3, 8, 2)];
        foreach (var learner in learners)
        {
            learner.Learn(Lessons, 60, 1e-4f);
        }

        return new Network([SiteChooser.Place, Network.None], ["a", "b", "c"], SiteLearner.Average(learners), 0.5);
    }

    private static double Chance(Network model, params string[] features) => SiteChooser.Chance(model.Sum(features, [], []));
}
