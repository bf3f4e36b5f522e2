using Salient.Scoring;

namespace Salient.Tests.Scoring;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Ukrainian Ministry of Defense", "Ukrainian Defence Ministry", true)]
    [InlineData("UK MoD", "Ukrainian MoD", false)]
    [InlineData("ISW", "Institute for the Study of War", true)]
    [InlineData("northern Kherson Oblast", "southern Kherson Oblast", false)]
    [InlineData("Kherson Oblast", "Kherson", true)]
    [InlineData("the officials", "Oleh Synehubov", false)]
    [InlineData("", null, true)]
    [InlineData("", "Kyiv", false)]
    public void NamesAgree_TwoNames_AsDefined(string? a, string? b, bool same)
    {
        Words.NamesAgree(a, b).ShouldBe(same);
        Words.NamesAgree(b, a).ShouldBe(same);
    }

    [Fact]
    public void Flat_WhiteSpaceOfAllKinds_IsOneBlank() => Words.Flat(" a\u00a0\n\tb  c ").ShouldBe("a b c");
}
