using Salient.Records;

namespace Salient.Tests;

public sealed class AccentsTests
{
    [Theory]
    [InlineData("Zaporižžja", "Zaporizzja")]
    [InlineData("Łódź", "Łodz")]
    [InlineData("Çelik", "Celik")]
    [InlineData("Zápórízhzhia", "Zaporizhzhia")]
    [InlineData("e\u0301tat", "etat")]
    [InlineData("Київ", "Київ")]
    [InlineData("", "")]
    public void Off_Word_LettersWithoutMarks(string text, string expected) => Accents.Off(text).ShouldBe(expected);
}
