using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class FeatureListTests
{
    private static readonly FeatureTable Table = new(["H:capture", "W:NOUN:territory", "neg"]);

    [Fact]
    public void Add_NamesInParts_HaveTheRowsOfTheWholeNames()
    {
        var list = new FeatureList(Table, named: true);
        var (name, tag) = ("territory", Upos.NOUN);
        list.Add($"W:{tag}:{name}");
        list.Add("neg");
        list.Add($"H:{name}");
        list.Add($"H:{"capture"}");
        list.Rows.ToArray().ShouldBe([1, 2, 0]);
        list.Names.ShouldBe(["W:NOUN:territory", "neg", "H:territory", "H:capture"]);
    }

    [Fact]
    public void AddOnce_KnownAndUnknownName_StandsOnce()
    {
        var list = new FeatureList(Table, named: true);
        foreach (var name in (string[])["capture", "capture", "other", "other"])
        {
            list.AddOnce($"H:{name}");
        }

        list.Rows.ToArray().ShouldBe([0]);
        list.Names.ShouldBe(["H:capture", "H:other"]);
    }

    [Fact]
    public void Add_PartsOfAnyLength_HaveTheRowsOfTheWholeNames()
    {
        string[] names = ["p:in:7:True", "p:northwards:12:False", "long literal:in", "", "12"];
        var table = new FeatureTable(names);
        var list = new FeatureList(table, named: true);
        FeaturePart first = "in";
        FeaturePart second = "northwards";
        list.Add($"p:{first}:{7}:{true}");
        list.Add($"p:{second}:{12}:{false}");
        list.Add($"long literal:{first}");
        list.Add($"{""}");
        list.Add($"{12}");
        list.Add($"p:{second}:{7}:{true}");
        list.Rows.ToArray().ShouldBe([0, 1, 2, 3, 4]);
        list.Names.ShouldBe([.. names, "p:northwards:7:True"]);
    }

    [Fact]
    public void Find_ManyNames_EachHasItsOwnRowAndOthersHaveNone()
    {
        string[] names = [.. Enumerable.Range(0, 3000).Select(i => $"w:{i}")];
        var table = new FeatureTable(names);
        names.Select(table.Find).ShouldBe(Enumerable.Range(0, names.Length));
        Enumerable.Range(names.Length, 3000).Select(i => table.Find($"w:{i}")).ShouldAllBe(row => row == -1);
    }

    [Fact]
    public void Table_NameTwice_IsRefused() => Should.Throw<ArgumentException>(() => new FeatureTable(["a", "a"]));
}
