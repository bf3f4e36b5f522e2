using Salient.Records;

namespace Salient.Tests.Coding;

public sealed class CasingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("town")]
    [InlineData("Town")]
    [InlineData("élan")]
    [InlineData("ÉLAN-3")]
    public void Lowered_IsTheLowerCase(string word) => word.Lowered().ShouldBe(word.ToLowerInvariant());
}
