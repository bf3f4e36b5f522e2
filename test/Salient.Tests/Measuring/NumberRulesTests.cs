using System.Globalization;
using Salient.Measuring;
using Salient.Records;
using YamlDotNet.RepresentationModel;

namespace Salient.Tests.Measuring;

public sealed class NumberRulesTests
{
    private static readonly NumberReader Reader = new(NumberRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));

    public static TheoryData<string, string> Examples()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Pipeline.DataFolder, "rules", "en", "number.yaml"));
        yaml.Load(reader);
        var data = new TheoryData<string, string>();
        foreach (var example in ((YamlSequenceNode)yaml.Documents[0].RootNode["examples"]).Cast<YamlMappingNode>())
        {
            data.Add(example["phrase"].ToString(), example["gives"].ToString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_RulesOwnExample_GivesItsNumber(string phrase, string gives)
    {
        var found = Reader.Read(phrase, new TextSpan(0, phrase.Length));
        Show(found.ShouldHaveSingleItem()).ShouldBe(gives);
    }

    [Theory]
    [InlineData("a T-90M and an Su-35")]
    [InlineData("no number here at all")]
    public void Read_NoNumber_FindsNone(string text) => Reader.Read(text, new TextSpan(0, text.Length)).ShouldBeEmpty();

    [Theory]
    [InlineData("the 18-year-old gunner", NumberSort.Compound)]
    [InlineData("the 155th battery", NumberSort.Ordinal)]
    [InlineData("thrice that number", NumberSort.Multiple)]
    public void Read_NoCount_SaysWhatItIs(string text, NumberSort sort) =>
        Reader.Read(text, new TextSpan(0, text.Length)).ShouldHaveSingleItem().Sort.ShouldBe(sort);

    private static string Show(NumberPhrase p) => $"{Show(p.Min)}..{Show(p.Max)}{(p.Approx ? " approx" : string.Empty)} {p.Basis}";

    private static string Show(double? v) => v?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
