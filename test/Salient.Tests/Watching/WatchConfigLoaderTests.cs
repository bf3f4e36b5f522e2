using Salient.Records;
using Salient.Tests.Acquiring;
using Salient.Watching;

namespace Salient.Tests.Watching;

public sealed class WatchConfigLoaderTests
{
    private static WatchConfig Load(string text)
    {
        using var folder = new Folder();
        return WatchConfigLoader.Load(folder.Add("watch.yaml", System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Load_TheExampleOfTheDocuments_IsRead()
    {
        var text = File.ReadAllText(Path.Combine(House.Repository.Root, "docs", "watching.md"));
        var start = text.IndexOf("```yaml", StringComparison.Ordinal) + 8;
        var config = Load(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        config.Sources.Select(s => s.Kind).Distinct().Count().ShouldBe(4);
        config.Alerts.Length.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("feeds: [{address: 'ftp://x'}]", 1)]
    [InlineData("polite: 2s\nfeeds:\n  - address: https://a.example/\n    evry: 5m", 4)]
    [InlineData("feeds:\n  - address: https://a.example/\n    every: 1s", 2)]
    [InlineData("feeds: []", 1)]
    [InlineData("feeds:\n  - {address: 'https://a.example/'}\nalerts:\n  - {name: x, to: [{file: a, feed: b}]}", 4)]
    [InlineData("- a", 1)]
    [InlineData("a: [", 2)]
    public void Load_WrongLine_IsNamed(string text, int line)
    {
        var problem = Should.Throw<ProblemException>(() => Load(text)).Problem;
        problem.Code.ShouldBe("SAL0142");
        problem.Where.ShouldEndWith($":{line}");
    }

    [Fact]
    public void Load_NoFile_IsNamed() => Should.Throw<ProblemException>(() => WatchConfigLoader.Load("/no/such.yaml")).Problem.Code.ShouldBe("SAL0141");
}
