using Salient.Records;
using Salient.Theatres;

namespace Salient.Tests.Theatres;

public sealed class OutlineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salient-outline").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_NoFile_IsNone() => Outline.Load(folder).ShouldBeNull();

    [Fact]
    public void Load_CountryAndDisputedPart_AreRead()
    {
        Write("# a note\ncountry\tElmia\t10\t40\t20\t50\ndisputed\tAshen\t12\t40\t13\t41\tLow Holm\tel\tas\n");
        Outline.Load(folder).ShouldBe(new Outline("Elmia", new Box(10, 40, 20, 50), new DisputedPart("Low Holm", "Ashen", new Box(12, 40, 13, 41), "el", "as")));
    }

    [Theory]
    [InlineData("country\tElmia\t10\t40\t20\n")]
    [InlineData("country\tElmia\t20\t40\t10\t50\n")]
    [InlineData("country\tElmia\t10\t40\t20\tx\n")]
    [InlineData("disputed\tAshen\t12\t40\t13\t41\tLow Holm\tel\tas\n")]
    [InlineData("country\tElmia\t10\t40\t20\t50\tLow Holm\tel\tas\n")]
    [InlineData("country\tElmia\t10\t40\t20\t95\n")]
    public void Load_WrongLine_NamesFileAndLine(string text)
    {
        Write(text);
        var problem = Should.Throw<ProblemException>(() => Outline.Load(folder)).Problem;
        (problem.Code, problem.Where).ShouldBe(("SAL0102", Path.Combine(folder, "outlines.tsv") + ":1"));
    }

    [Theory]
    [InlineData("disputed\tAshen\t12\t40\t13\t41\n")]
    [InlineData("disputed\tAshen\t12\t40\t13\t41\t \tel\tas\n")]
    [InlineData("disputed\tAshen\t12\t40\t13\t41\tLow Holm\tel\tel\n")]
    public void Load_DisputedPartWithoutNameOrTwoSides_IsWrong(string text)
    {
        Write("country\tElmia\t10\t40\t20\t50\n" + text);
        Should.Throw<ProblemException>(() => Outline.Load(folder)).Problem.Where.ShouldEndWith(":2");
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(folder, "outlines.tsv"), text);
}
