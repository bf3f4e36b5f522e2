using Salient.Acquiring;

namespace Salient.Tests.Acquiring;

public sealed class RobotsRulesTests
{
    private const string Text = """
        # invented
        User-agent: *
        Disallow: /private/
        Allow: /private/open
        Crawl-delay: 4

        User-agent: other
        User-agent: Salient
        Disallow: /*.pdf$
        Disallow: /tmp
        """;

    [Theory]
    [InlineData("salient", "/private/x", true)]
    [InlineData("salient", "/a/b.pdf", false)]
    [InlineData("salient", "/a/b.pdf?x", true)]
    [InlineData("salient", "/tmpfile", false)]
    [InlineData("nobody", "/private/x", false)]
    [InlineData("nobody", "/private/open/x", true)]
    [InlineData("nobody", "/", true)]
    public void Allows_LongestRuleOfTheOwnGroup_Decides(string token, string path, bool allowed) => RobotsRules.Parse(Text, token).Allows(path).ShouldBe(allowed);

    [Fact]
    public void Parse_CrawlDelay_IsTaken() => RobotsRules.Parse(Text, "nobody").Delay.ShouldBe(TimeSpan.FromSeconds(4));

    [Theory]
    [InlineData(404, "SAL0133", true)]
    [InlineData(500, "SAL0133", false)]
    [InlineData(0, "SAL0135", false)]
    public void Of_SiteWithoutRobots_IsOpen_SiteThatFails_IsNot(int status, string code, bool allowed) =>
        RobotsRules.Of(WebAnswer.Failed(code, "x", "x", "x", status), "salient").Allows("/").ShouldBe(allowed);

    [Fact]
    public void Allows_ManyStars_EndsSoon() =>
        RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "b$", "x").Allows("/" + new string('a', 100_000)).ShouldBeTrue();
}
