using Salient.Records;

namespace Salient.Tests;

public sealed class PhrasingTests
{
    [Theory]
    [InlineData("child", "children")]
    [InlineData("uav", "drones")]
    [InlineData("person", "people")]
    [InlineData("depot", "depots")]
    [InlineData("ammunition dump", "ammunition dumps")]
    [InlineData("riflemen", "riflemen")]
    [InlineData("serviceman", "servicemen")]
    [InlineData("German", "Germans")]
    [InlineData("ferry", "ferries")]
    [InlineData("", "")]
    public void Plural_OfWhatIsCounted_IsEnglish(string one, string more) => Phrasing.Plural(one).ShouldBe(more);

    [Theory]
    [InlineData("btg", 1, "1 battalion tactical group")]
    [InlineData("btg", 20, "20 battalion tactical groups")]
    [InlineData("special-equipment", 2, "2 pieces of special equipment")]
    [InlineData("uav", 4, "4 drones")]
    [InlineData("aircraft", 3, "3 aircraft")]
    [InlineData("meter", 500, "500 metres")]
    [InlineData("depot", 2, "2 depots")]
    [InlineData("battery", 2, "2 batteries")]
    [InlineData("rifleman", 9, "9 riflemen")]
    [InlineData("day", 2, "2 days")]
    [InlineData("person", 12, "12 people")]
    public void Amount_UnitsOfTheCodebook_AreWords(string unit, double count, string text) => Phrasing.Amount(new Quantity(count, count, unit, false, "exact")).ShouldBe(text);

    [Theory]
    [InlineData(14.3, 17605.1, "14.3–17,600")]
    [InlineData(0, 938.46, "0–938")]
    [InlineData(0.0213, 0.0249, "0.02")]
    public void Rough_OfGround_HasThreeFigures(double low, double high, string text) => Phrasing.Range(new Bounds(low, high), Phrasing.Rough).ShouldBe(text);

    [Fact]
    public void Shortened_LongText_EndsAtAWord() => Phrasing.Shortened("The ferry at Brodiv sank", 12).ShouldBe("The ferry at…");

    [Theory]
    [InlineData("The address cannot be read: no such host (brodiv.invalid:80)", "SAL0132 x: The address cannot be read: no such host (brodiv.invalid:80). Check it.")]
    [InlineData("The file is empty.", "SAL0132 x: The file is empty. Check it.")]
    public void Problem_WhatASystemSays_EndsAsASentence(string what, string line) => new Problem("SAL0132", "x", what, "Check it.").ToString().ShouldBe(line);
}
