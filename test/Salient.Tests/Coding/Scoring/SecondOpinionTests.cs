using System.Collections.Immutable;
using System.IO.Compression;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class SecondOpinionTests
{
    private const int Hidden = 16;
    private static readonly string[] Outputs = ["combat", "none", "combat/assault", "combat/clash"];

    [Fact]
    public void SaveAndLoad_NetworkWithEncoder_ReadsAlikeWithinRounding()
    {
        var path = Path.Combine(Path.GetTempPath(), $"salient-encoder-{Environment.ProcessId}.br");
        try
        {
            var made = Encoded(Outputs);
            NetworkFile.Save(made, path);
            var read = NetworkFile.Load(path);
            string[][] words = [["war", "peaceful", "end"], ["unheard"]];
            var (before, after) = (made.Encoder!.Encoder.Read(words), read.Encoder!.Encoder.Read(words));
            after.Length.ShouldBe(before.Length);
            for (var i = 0; i < before.Length; i++)
            {
                after[i].ShouldBe(before[i], 0.06);
            }

            read.Encoder.Numbers.Length.ShouldBe(made.Encoder.Numbers.Length);
            read.Features.ShouldBe(made.Features);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_EncoderCutShort_IsRefused()
    {
        var path = Path.Combine(Path.GetTempPath(), $"salient-encoder-short-{Environment.ProcessId}.br");
        try
        {
            NetworkFile.Save(Encoded(Outputs), path);
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^200]);
            Should.Throw<ProblemException>(() => NetworkFile.Load(path)).Problem.Code.ShouldBe("SAL0543");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_TableOfManyNumbersThatAreNotThere_IsRefusedWithoutRoomForThem()
    {
        var path = Path.Combine(Path.GetTempPath(), $"salient-crafted-{Environment.ProcessId}.br");
        try
        {
            using (var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.Fastest)))
            {
                writer.Write(0x344C4353);
                writer.Write(0.4);
                writer.Write("combat\nnone");
                writer.Write("a");
                writer.Write(1 << 26);
                writer.Write(4096);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            Should.Throw<ProblemException>(() => NetworkFile.Load(path)).Problem.Code.ShouldBe("SAL0543");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16L << 20);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_TableOfAnotherSizeThanIsKnown_IsRefused()
    {
        var path = Path.Combine(Path.GetTempPath(), $"salient-encoder-norm-{Environment.ProcessId}.br");
        try
        {
            var whole = Encoded(Outputs);
            var encoder = whole.Encoder!.Encoder;
            var wide = new SentenceEncoder(encoder.Pieces, encoder.Width, encoder.Starts.Cells, encoder.Starts.Scales, encoder.Positions, [.. encoder.FirstNorm, .. new float[encoder.Width]], encoder.Layers);
            NetworkFile.Save(new Network(whole.Outputs, whole.Features, whole.Weights, whole.Threshold, encoder: new EncoderVoice(wide, whole.Encoder.Numbers)), path);
            Should.Throw<ProblemException>(() => NetworkFile.Load(path)).Problem.Code.ShouldBe("SAL0543");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void SaveAndLoad_TableThatGrowsWhileItIsRead_IsWhole()
    {
        const int Features = 150_000;
        var path = Path.Combine(Path.GetTempPath(), $"salient-network-long-{Environment.ProcessId}.br");
        try
        {
            var made = new Network([.. Outputs], [.. Enumerable.Range(0, Features).Select(i => $"f{i}")], Weights(Features), 0.4);
            NetworkFile.Save(made, path);
            var (before, after) = (made.Weights.Tables[0].Table, NetworkFile.Load(path).Weights.Tables[0].Table);
            after.Length.ShouldBe(before.Length);
            foreach (var i in (int[])[0, (1 << 20) - 1, 1 << 20, (1 << 21) - 1, 1 << 21, before.Length - 1])
            {
                after[i].ShouldBe(before[i], before[i] / 100 + 0.1f);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Make_NetworksOfOtherOutputs_AreRefused() =>
        Should.Throw<ProblemException>(() => new SecondOpinion(Plain(Outputs), Encoded([.. Outputs, "combat/pressure"]))).Problem.Code.ShouldBe("SAL0543");

    [Fact]
    public void Weigh_Units_MovesThoseThatAreOpenAndRead()
    {
        string[] outputs = ["combat", "politics", "none", "politics/declaration"];
        var (plain, encoded) = (Plain(outputs), Encoded(outputs));
        ImmutableArray<Token> words = [.. Enumerable.Range(0, 20).Select(i => new Token(new TextSpan(i * 9, (i * 9) + 8), "peaceful", "peaceful", Upos.ADJ, WordForm.None, -1, "root"))];
        var text = string.Join(' ', words.Select(w => w.Form));
        var report = new Report("r", text, null, ReportDate.Unknown, null, null, "en", null, false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], "");
        var context = new Context(report, [new Sentence(new TextSpan(0, text.Length), 0, words, [])], [], new SenseClasses([]), new WordVectors(["war"], [1, 1], [0.1f]));
        Unit At(int word, int end) => new(0, new Clause(word, word, [], word, end, ClauseType.Main, -1, -1, -1, -1, "", false, default), [], false);
        Unit[] units = [At(1, 3), At(2, 20), At(15, 20), At(1, 2), At(2, 3)];
        double[][] sums = [[0, 2, 1, 0], [0, 2, 1, 0], [0, 2, 1, 0], [2, 0, 1, 0], [-9, -9, 9, 0]];
        var before = sums.Select(s => (double[])[.. s]).ToArray();
        new SecondOpinion(plain, encoded).Weigh(context, units, [.. units.Select(_ => FeatureList.Of(plain.Table, ["a"]))], sums, explained: false);

        // Behind what is read, on the ground, and surely nothing: as the scorer said.
        sums.Select((s, u) => s.SequenceEqual(before[u])).ShouldBe([false, false, true, true, true]);
    }

    [Fact]
    public void Explain_Output_PartsAddUpToTheMeanOfBothSums()
    {
        var (plain, encoded) = (Plain(Outputs), Encoded(Outputs));
        string[] features = ["a", "b"];
        float[] places = [.. Enumerable.Range(0, Places.Names.Count * 32).Select(i => i % 4 * 0.05f)];
        float[] said = [.. Enumerable.Range(0, Hidden).Select(j => places.Select((x, i) => x * encoded.Encoder!.Numbers[(i * Hidden) + j]).Sum())];
        var first = plain.Explain(features, [], [], [], "combat").ToArray();
        var parts = new SecondOpinion(plain, encoded).Explain(first, features, new EncodedReasons(said, places), "combat").ToArray();
        parts.Select(p => p.Feature).ShouldBeUnique();
        double Sum(Network n, string[] shown, float[] heard) => n.Sum([FeatureList.Of(n.Table, shown)], [], heard)[0][0];
        var expected = ((Sum(plain, features, []) - Sum(plain, [], [])) + (Sum(encoded, features, said) - Sum(encoded, [], []))) / 2;
        parts.Sum(p => p.Weight).ShouldBe(expected, 1e-3);
    }

    [Fact]
    public void By_RowsOfAnotherTable_LeavesOutWhatItLacks()
    {
        var list = FeatureList.Of(new FeatureTable(["a", "b", "c"]), ["c", "a", "b"]);
        list.By([4, -1, 9]).Rows.ToArray().ShouldBe([9, 4]);
    }

    // All hidden units stay open, so that what they start from can be told apart.
    private static Network Plain(string[] outputs) => new([.. outputs], ["a", "b", "c"], Weights(3), 0.4);

    private static Network Encoded(string[] outputs) =>
        new([.. outputs], ["b", "a"], Weights(2), 0.4, encoder: new EncoderVoice(SentenceEncoderTests.Make(), [.. Enumerable.Range(0, Places.Names.Count * 32 * Hidden).Select(i => ((i * 7 % 11) - 5) * 0.01f)]));

    private static NetworkWeights Weights(int features)
    {
        float[] Filled(int n, Func<int, float> value) => [.. Enumerable.Range(0, n).Select(value)];
        return new NetworkWeights(Hidden, 8, Filled(features * Hidden, i => i * 0.003f), Filled(features * 8, i => 0.1f - (i * 0.01f)), [], Filled(Hidden * 8, i => (i % 7 * 0.1f) - 0.3f), Filled(Hidden, _ => 3), Filled(8, i => i * 0.1f));
    }
}
