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
    public void Table_NameTwice_IsRefused() => Should.Throw<ArgumentException>(() => new FeatureTable(["a", "a"]));
}
