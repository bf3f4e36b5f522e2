using Salient.Coding.Scoring;
using Salient.Training.Coding;

namespace Salient.Tests.Training;

public sealed class ReaderFitTests
{
    private const int Hidden = 8;
    private static readonly string[] Rows = ["tag:NOUN", "tag:VERB", "side:ru"];

    private static readonly List<SentenceLesson> Batch =
    [
        Lesson([0.4f, -0.8f, 0.9f, 0.1f, -0.3f, 0.6f], [[0, 2], [1], []], [Clause(1, 0, 3), Clause(2, 1, 3)]),
        Lesson([-0.5f, 0.2f, 0.7f, 0.7f], [[1], [0]], [Clause(0, 0, 2)]),
    ];

    [Fact]
    public void Back_EveryPartOfTheReader_GivesTheSlopeOfWhatItSays()
    {
        var fit = new ReaderFit(Rows, 2, Hidden, 3, whole: true);
        float[] wanted = [0.5f, -1, 0.25f, 2, -0.75f, 1, 0.1f, -0.2f];
        double Said()
        {
            fit.Forward(Batch);
            var sum = 0.0;
            foreach (var (sentence, clause) in Units())
            {
                var inner = new float[Hidden];
                fit.Speak(sentence, clause, inner);
                sum += inner.Zip(wanted).Sum(p => (double)p.First * p.Second);
            }

            return sum;
        }

        Said();
        foreach (var (sentence, clause) in Units())
        {
            fit.Hear(sentence, clause, wanted);
        }

        fit.Back();
        float[] numbers = [.. fit.Numbers.Gradients], voice = [.. fit.Voice.Gradients];
        int[] parts = [0, 128, 2 * 128, 3 * 128, (3 * 128) + 5, 5 * 128, (6 * 128) + 77, (6 * 128) + (3 * 128 * 128) + 9, (6 * 128) + (3 * 128 * 128) + 300];
        foreach (var at in parts)
        {
            Slope(fit.Numbers.Weights, at, Said).ShouldBe(numbers[at], 0.01 + (0.02 * Math.Abs(numbers[at])), $"number {at}");
        }

        foreach (var at in (int[])[3, 900, 2500, 4100, 6000])
        {
            Slope(fit.Voice.Weights, at, Said).ShouldBe(voice[at], 0.01 + (0.02 * Math.Abs(voice[at])), $"voice {at}");
        }
    }

    [Fact]
    public void Make_AfterLearning_ReadsAsTheFitDoes()
    {
        var fit = new ReaderFit(Rows, 2, Hidden, 3, whole: true);
        fit.Forward(Batch);
        var inner = new float[Hidden];
        fit.Speak(0, Batch[0].Units[0].Clause, inner);
        var reader = fit.Make();
        var places = new float[Places.Names.Count * reader.Width];
        Places.Fill(Batch[0].Units[0].Clause, reader.Read(Batch[0].Words), reader.Width, places);
        for (var j = 0; j < Hidden; j++)
        {
            ((double)places.Select((x, i) => x * reader.Voice[(i * Hidden) + j]).Sum()).ShouldBe(inner[j], 1e-3);
        }
    }

    private static IEnumerable<(int Sentence, Clause Clause)> Units() => Batch.SelectMany((l, s) => l.Units.Select(u => (s, u.Clause)));

    private static double Slope(float[] weights, int at, Func<double> said)
    {
        const float Step = 0.004f;
        var old = weights[at];
        weights[at] = old + Step;
        var up = said();
        weights[at] = old - Step;
        var down = said();
        weights[at] = old;
        return (up - down) / (2 * Step);
    }

    private static SentenceLesson Lesson(float[] vectors, int[][] rows, Clause[] clauses) =>
        new(new WordInput(vectors, rows), [.. clauses.Select(c => new Lesson(c, [], [], [0], [], [], 1))]);

    private static Clause Clause(int content, int first, int end) => new(content, content, [], first, end, ClauseType.Main, -1, first, first, end - 1, "", false, default);
}
