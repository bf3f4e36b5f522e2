using Salient.Coding.Scoring;
using Salient.Layers;
using Salient.Tests.Layers;

namespace Salient.Tests.Coding.Scoring;

public sealed class SentenceEncoderTests
{
    private const int Width = 32;
    private const int Longest = 12;

    [Fact]
    public void Read_WordFarAway_ChangesWhatAWordIs()
    {
        var encoder = Make();
        encoder.Read([["war", "peace", "war"]]).AsSpan(0, Width).SequenceEqual(encoder.Read([["war", "peace", "peace"]]).AsSpan(0, Width)).ShouldBeFalse();
    }

    [Fact]
    public void Read_SentencesTogether_ReadsEachAsAlone()
    {
        var encoder = Make();
        string[][] sentences = [["war", "peaceful", "end"], ["peace"], ["unheard", "war", "war", "war", "war", "war", "war"]];
        encoder.Read(sentences).ShouldBe(sentences.SelectMany(s => encoder.Read([s])));
    }

    [Fact]
    public void Read_SentenceLongerThanPlaces_LeavesTheRestUnread()
    {
        var encoder = Make();
        var all = encoder.Read([[.. Enumerable.Repeat("war", 40)]]);
        all.Length.ShouldBe(40 * Width);
        all.AsSpan(0, (Longest - 2) * Width).ContainsAnyExcept(0f).ShouldBeTrue();
        all.AsSpan((Longest - 2) * Width).ContainsAnyExcept(0f).ShouldBeFalse();
        all.ShouldAllBe(x => float.IsFinite(x));
    }

    [Fact]
    public void Read_ManySentencesOfLongWords_ReadsEachAsAlone()
    {
        var encoder = Make();
        string[][] sentences = [.. Enumerable.Range(0, 300).Select(i => (string[])[i % 2 == 0 ? "war" : "peaceful", new string('-', 500)])];
        var all = encoder.Read(sentences);
        all.AsSpan(298 * 2 * Width, 4 * Width).SequenceEqual(encoder.Read(sentences[..2])).ShouldBeTrue();
    }

    [Fact]
    public void Read_SomeWordsAskedFor_AsAmongAllAndZerosElsewhere()
    {
        var encoder = Make();
        string[][] sentences = [["war", "peaceful", "end"], [.. Enumerable.Repeat("peaceful", 20)], ["peace"]];
        var (all, known) = (encoder.Read(sentences), new int[3]);
        bool[] wanted = [.. Enumerable.Range(0, 24).Select(i => i is 1 or 4 or 20 or 23)];
        var some = encoder.Read(sentences, wanted, known);
        known.ShouldBe([3, 5, 1]);
        for (var i = 0; i < wanted.Length; i++)
        {
            some[(i * Width)..((i + 1) * Width)].ShouldBe(wanted[i] ? all[(i * Width)..((i + 1) * Width)] : new float[Width]);
        }
    }

    [Fact]
    public void Read_Nothing_IsEmpty()
    {
        Make().Read([]).ShouldBeEmpty();
        Make().Read([[]]).ShouldBeEmpty();
    }

    internal static SentenceEncoder Make()
    {
        string[] pieces = ["[UNK]", "[CLS]", "[SEP]", "war", "peace", "##ful", "end"];
        sbyte[] cells = [.. Enumerable.Range(0, pieces.Length * Width).Select(i => (sbyte)((i * 37 % 201) - 100))];
        return new SentenceEncoder(
            new WordPieces(pieces), Width, cells, [.. pieces.Select((_, i) => 0.01f + (i * 0.001f))], TransformerLayerTests.Filled(Longest * Width, 3), [.. Enumerable.Repeat(1f, Width), .. new float[Width]],
            [new TransformerLayer(Width, TransformerLayerTests.Numbers(Width, 1)), new TransformerLayer(Width, TransformerLayerTests.Numbers(Width, 2))]);
    }
}
