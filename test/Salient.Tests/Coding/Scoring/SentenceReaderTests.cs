using Salient.Coding.Scoring;

namespace Salient.Tests.Coding.Scoring;

public sealed class SentenceReaderTests
{
    [Fact]
    public void Read_WordFarAway_ChangesWhatAWordIs()
    {
        var reader = Make(["tag:VERB", "side:ru"], 8);
        var before = reader.Read(new WordInput([0, 0, 0, 0, 0, 0], [[0], [], []]));
        var after = reader.Read(new WordInput([0, 0, 0, 0, 0, 0], [[0], [], [1]]));
        after.AsSpan(0, 16).SequenceEqual(before.AsSpan(0, 16)).ShouldBeFalse();
    }

    [Fact]
    public void Read_SentenceOfThousandsOfWords_IsReadInStretches()
    {
        var reader = Make(["tag:VERB", "side:ru"], 8);
        int[][] rows = [.. Enumerable.Range(0, 3000).Select(i => new[] { i % 2 })];
        var all = reader.Read(new WordInput(new float[6000], rows));
        all.Length.ShouldBe(3000 * 16);
        all.ShouldAllBe(x => float.IsFinite(x));
        all.AsSpan(0, 256 * 16).SequenceEqual(reader.Read(new WordInput(new float[512], rows[..256]))).ShouldBeTrue();
    }

    [Fact]
    public void Read_SentencesTogetherWithStartsKept_ReadsEachAsAlone()
    {
        var reader = Make(["tag:VERB", "side:ru"], 8);
        var table = new WordVectors(["war", "peace"], [3, -5, 7, 2], [0.1f, 0.2f]);
        WordInput[] sentences = [new(table, [1, -1, 0], [[0], [], [1, 0]]), new(table, [0], [[]])];
        var starts = new float[]?[2];
        float[] alone = [.. sentences.SelectMany(s => reader.Read(s))];
        reader.Read(sentences, starts).ToArray().ShouldBe(alone);
        starts.ShouldAllBe(s => s != null);
        reader.Read(sentences, starts).ToArray().ShouldBe(alone);
    }

    [Fact]
    public void Read_NoWords_IsEmpty() => Make(["tag:VERB"], 8).Read(new WordInput([], [])).ShouldBeEmpty();

    [Fact]
    public void Fill_Clause_TakesWordsStrongestAndMean()
    {
        float[] states = [.. Enumerable.Repeat(1f, 8), .. Enumerable.Repeat(4f, 8), .. Enumerable.Repeat(0f, 7), 9];
        var clause = new Clause(0, 1, [], 0, 2, ClauseType.Main, -1, -1, 0, 2, "", false, default);
        var to = new float[Places.Names.Count * 8];
        Places.Fill(clause, states, 8, to);
        float[][] expected = [[4, 4], [1, 1], [0, 9], [0, 0], [4, 4], [2.5f, 2.5f]];
        for (var p = 0; p < expected.Length; p++)
        {
            ((float[])[to[p * 8], to[(p * 8) + 7]]).ShouldBe(expected[p]);
        }
    }

    [Fact]
    public void Fill_ClauseBehindWhatWasRead_MeanOfWhatWasRead()
    {
        float[] states = [.. Enumerable.Repeat(1f, 8), .. Enumerable.Repeat(4f, 8)];
        var to = new float[Places.Names.Count * 8];
        Places.Fill(new Clause(1, 1, [], 1, 5, ClauseType.Main, -1, -1, 4, 0, "", false, default), states, 8, to);
        float[] expected = [4, 0, 1, 0, 4, 4];
        Enumerable.Range(0, expected.Length).Select(p => to[p * 8]).ShouldBe(expected);
        Places.Fill(new Clause(3, 3, [], 2, 5, ClauseType.Main, -1, -1, -1, -1, "", false, default), states, 8, to);
        to.ShouldAllBe(x => x == 0);
    }

    internal static SentenceReader Make(string[] rows, int hidden)
    {
        float[] Filled(int n) => [.. Enumerable.Range(0, n).Select(i => ((i * 7 % 11) - 5) * 0.05f)];
        return new SentenceReader(rows, 2, 2, 16, Filled(SentenceReader.Size(rows.Length, 2, 2, 16)), Filled(Places.Names.Count * 16 * hidden));
    }
}
