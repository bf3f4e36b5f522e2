using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class NetworkTests
{
    private static readonly string[] Outputs = ["combat", "none", "combat/assault", "combat/clash"];

    [Fact]
    public void SaveAndLoad_Network_SumsAlikeWithinRounding()
    {
        var path = Path.Combine(Path.GetTempPath(), $"salient-network-{Environment.ProcessId}.br");
        try
        {
            var made = Make();
            NetworkFile.Save(made, path);
            var read = NetworkFile.Load(path);
            read.Outputs.ShouldBe(made.Outputs);
            read.Threshold.ShouldBe(made.Threshold);
            var before = Sum(made, ["a", "b"], Meaning(), Said());
            var after = Sum(read, ["a", "b"], Meaning(), Said());
            for (var i = 0; i < before.Length; i++)
            {
                after[i].ShouldBe(before[i], 0.05);
            }

            var words = new WordInput([0.5f, -0.2f, 0.1f, 0.9f, 0.3f, -0.7f], [[0], [1, 0], []]);
            var (states, again) = (made.Readers[0].Read(words), read.Readers[0].Read(words));
            for (var i = 0; i < states.Length; i++)
            {
                again[i].ShouldBe(states[i], 0.01);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_FileOfOtherBytes_IsRefused()
    {
        var path = Path.Combine(Path.GetTempPath(), $"salient-network-bad-{Environment.ProcessId}.br");
        try
        {
            File.WriteAllText(path, "no weights");
            Should.Throw<ProblemException>(() => NetworkFile.Load(path)).Problem.Code.ShouldBe("SAL0543");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Explain_Output_PartsAddUpToTheSumLessWhatItStartsFrom()
    {
        var network = Make();
        var meaning = Meaning();
        var parts = network.Explain(["a", "b"], meaning, Said(), [Place()], "combat").Sum(p => p.Weight);
        var nothing = Sum(network, [], new float[meaning.Length], [])[0];
        parts.ShouldBe(Sum(network, ["a", "b"], meaning, Said())[0] - nothing, 1e-3);
    }

    [Fact]
    public void Sum_UnknownFeature_ChangesNothing() =>
        Sum(Make(), ["a", "unheard"], Meaning(), Said()).ShouldBe(Sum(Make(), ["a"], Meaning(), Said()));

    [Fact]
    public void Sum_UnitsTogether_SumsOfEach()
    {
        var network = Make();
        float[] nothing = new float[Meaning().Length];
        var sums = network.Sum([FeatureList.Of(network.Table, ["a"]), FeatureList.Of(network.Table, ["b"])], [.. Meaning(), .. nothing], [.. Said(), .. new float[16]]);
        sums[0].ShouldBe(Sum(network, ["a"], Meaning(), Said()));
        sums[1].ShouldBe(Sum(network, ["b"], nothing, []));
    }

    [Fact]
    public void Leaning_NetworkWithGrades_SharesSumToOneByKind()
    {
        string[] outputs = ["combat", "politics", "none", "combat/clash", "politics/threat", .. Leanings.Groups.SelectMany(g => g)];
        var width = Salient.Layers.Lanes.Up(outputs.Length);
        var network = new Network([.. outputs], ["a"], new NetworkWeights(8, width, new float[8], new float[width], [], new float[8 * width], new float[8], new float[width]), 0.2);
        var sums = new double[outputs.Length];
        sums[network.NumberOf(Leanings.Of("combat", Leanings.Grade, "CT-"))] = 3;
        network.Kinds.ShouldBe(["combat", "politics"]);
        network.Leaning(sums, "combat", Leanings.Grade).Sum().ShouldBe(1, 1e-9);
        network.Leaning(sums, "combat", Leanings.Grade)[(int)Factuality.CertainlyNot].ShouldBeGreaterThan(0.7);
        network.Leaning(sums, "politics", Leanings.Grade).ShouldAllBe(x => Math.Abs(x - (1 / 7.0)) < 1e-9);
    }

    [Fact]
    public void Leaning_NetworkWithoutGrades_IsEmpty() => Make().Leaning(new double[4], "combat", Leanings.Grade).IsEmpty.ShouldBeTrue();

    private static double[] Sum(Network network, string[] features, float[] meaning, float[] said) => network.Sum([FeatureList.Of(network.Table, features)], meaning, said)[0];

    // All hidden units stay open, so that what they start from can be told apart.
    private static Network Make()
    {
        float[] Filled(int n, Func<int, float> value) => [.. Enumerable.Range(0, n).Select(value)];
        var meanings = Salient.Coding.Scoring.Meaning.Places.Count * 2;
        return new Network(
            [.. Outputs],
            ["a", "b"],
            new NetworkWeights(16, 8, Filled(32, i => i * 0.005f), Filled(16, i => 0.1f - (i * 0.01f)), Filled(meanings * 16, i => i % 5 * 0.02f), Filled(128, i => (i % 7 * 0.1f) - 0.3f), Filled(16, _ => 2), Filled(8, i => i * 0.1f)),
            0.4,
            [Reader()]);
    }

    private static SentenceReader Reader() => SentenceReaderTests.Make(["tag:VERB", "side:ru"], 16);

    private static float[] Place() => [.. Enumerable.Range(0, Places.Names.Count * 16).Select(i => i % 4 * 0.05f)];

    // What the reader says of those places.
    private static float[] Said() => [.. Enumerable.Range(0, 16).Select(j => Place().Select((x, i) => x * Reader().Voice[(i * 16) + j]).Sum())];

    private static float[] Meaning() => [.. Enumerable.Range(0, Salient.Coding.Scoring.Meaning.Places.Count * 2).Select(i => i % 3 * 0.1f)];
}
