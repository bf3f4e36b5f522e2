using Salient.Coding.Scoring;

namespace Salient.Tests.Coding.Scoring;

public sealed class WordPiecesTests
{
    private static readonly string[] Names = ["[UNK]", "[CLS]", "[SEP]", "sh", "shell", "##ing", "##s", "kha", "##rk", "##iv", "-", "'", "\"", "zaporizhzhia", "i", "##skha"];

    [Theory]
    [InlineData("shelling", new[] { 4, 5 })]
    [InlineData("SHELLS", new[] { 4, 6 })]
    [InlineData("Kharkiv", new[] { 7, 8, 9 })]
    [InlineData("shell-shell", new[] { 4, 10, 4 })]
    [InlineData("Kha’sh", new[] { 7, 11, 3 })]
    [InlineData("“", new[] { 12 })]
    [InlineData("Zaporižžia", new[] { 0 })]
    [InlineData("Zápórízhzhia", new[] { 13 })]
    [InlineData("İskha", new[] { 14, 15 })]
    [InlineData("SHÉLL", new[] { 4 })]
    [InlineData("shell\u00ading", new[] { 4, 5 })]
    [InlineData("Khar\u200bkiv", new[] { 7, 8, 9 })]
    [InlineData("\u200b", new[] { 0 })]
    [InlineData("shellx", new[] { 0 })]
    [InlineData("\ud83d\ude80", new[] { 0, 0 })]
    [InlineData(" ", new[] { 0 })]
    [InlineData("", new[] { 0 })]
    public void Add_Word_LongestPiecesFirst(string form, int[] expected)
    {
        var pieces = new List<int>();
        new WordPieces(Names).Add(form, pieces);
        pieces.ShouldBe(expected);
    }

    [Fact]
    public void Add_PartLongerThanAnyPiece_IsCutToTheEnd()
    {
        var pieces = new List<int>();
        new WordPieces([.. Names, "a", "##a"]).Add(new string('a', 300), pieces);
        pieces.Count.ShouldBe(300);
        pieces[0].ShouldBe(16);
        pieces.Skip(1).ShouldAllBe(p => p == 17);
    }

    [Fact]
    public void Make_NamesWithoutWhatOpensASentence_Throws() => Should.Throw<InvalidDataException>(() => new WordPieces(["[UNK]", "[SEP]"]));
}
