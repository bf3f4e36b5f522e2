using Salient.Locating.Names;

namespace Salient.Tests.Locating;

public sealed class SkeletonTests
{
    [Theory]
    [InlineData("Київ", "Kyiv")]
    [InlineData("Київ", "Kyïv")]
    [InlineData("Київ", "Kyjiv")]
    [InlineData("Киев", "Kiev")]
    [InlineData("Куп'янськ", "Kupiansk")]
    [InlineData("Куп’янськ", "Kupyans'k")]
    [InlineData("Щастя", "Shchastia")]
    [InlineData("Щастя", "Szczastia")]
    [InlineData("Запоріжжя", "Zaporizhzhia")]
    [InlineData("Запоріжжя", "Zaporižžja")]
    [InlineData("Згурівка", "Zghurivka")]
    [InlineData("Гостомель", "Hostomel")]
    [InlineData("Гостомель", "Gostomel'")]
    [InlineData("Артёмовск", "Artemovsk")]
    [InlineData("Сєвєродонецьк", "Sievierodonetsk")]
    [InlineData("Северодонецк", "Severodonetsk")]
    [InlineData("Юр'ївка", "Yuriivka")]
    public void Of_FormsOfOneName_AreEqual(string cyrillic, string latin) => Skeleton.Of(latin).ShouldBe(Skeleton.Of(cyrillic));

    [Theory]
    [InlineData("Харків", "Charkiw", nameof(Spelling.Polish))]
    [InlineData("Чернігів", "Tschernihiw", nameof(Spelling.German))]
    [InlineData("Донецк", "Donezk", nameof(Spelling.German))]
    [InlineData("Маріуполь", "Marioupol", nameof(Spelling.French))]
    public void Of_OtherCountrysSpelling_IsReadByItsRules(string cyrillic, string latin, string spelling) =>
        Skeleton.Of(latin, Enum.Parse<Spelling>(spelling)).ShouldBe(Skeleton.Of(cyrillic));

    [Fact]
    public void Of_HostileInput_Ends()
    {
        Skeleton.Of(new string('щ', 100_000)).ShouldBeEmpty();
        Skeleton.Of("\uD800 ' ’’ -- \u0301").ShouldBeEmpty();
    }

    [Fact]
    public void Consonants_TwoLanguages_Meet()
    {
        Span<char> a = stackalloc char[64], b = stackalloc char[64];
        var n = Skeleton.Consonants(Skeleton.Of("Bilohorivka"), a);
        var m = Skeleton.Consonants(Skeleton.Of("Belogorovka"), b);
        a[..n].ToString().ShouldBe(b[..m].ToString());
    }
}
