using Salient.Reading;

namespace Salient.Tests.Reading;

public sealed class PhraseRuleTests
{
    public static TheoryData<string> Ids => [.. Made.Rules.Phrases.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Matches_OwnExample_AndNotItsCounter(string id)
    {
        var rule = Made.Rules.Phrases.Single(r => r.Id == id);
        rule.Matches(PhraseRule.Plain(rule.Example)).ShouldBeTrue();
        rule.Matches(PhraseRule.Plain(rule.Counter)).ShouldBeFalse();
    }
}
