using System.Collections.Immutable;
using Salient.Coding;
using Salient.Coding.Frames;
using Salient.Coding.Parties;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Coding.Parties;

/// <summary>Who struck, who was driven back, and whom a judgement is about, where the claim's own words tell it.</summary>
public sealed class StrikeOwnerTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);
    private static readonly FrameSet Frames = FrameLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "frames"));

    [Theory]
    [InlineData("A Russian ammunition depot was hit in the night.", "hit", "combat", "missile-strike", "ru", "ua")]
    [InlineData("Explosions destroyed a Russian warehouse by the river.", "destroyed", "combat", "explosion", "ru", "ua")]
    [InlineData("There was a strike on Russian positions at dawn.", "strike", "combat", "airstrike", "ru", "ua")]
    [InlineData("A Ukrainian radar was hit in the night.", "hit", "combat", "missile-strike", "ru", "ru")]
    [InlineData("The mill was shelled by Ukrainian forces.", "shelled", "combat", "shelling", "ru", "ua")]
    [InlineData("Two millers were detained by Ukrainian security forces.", "detained", "civilian-harm", "detained", "ru", "ua")]
    [InlineData("The part of the harbour held by Russia was shelled.", "shelled", "combat", "shelling", "ua", "ua")]
    [InlineData("Ukraine strikes a bridge near the mill.", "strikes", "civilian-harm", "infrastructure", "ru", "ua")]
    [InlineData("Two millers died in Ukrainian shelling.", "died", "civilian-harm", "killed", "ru", "ua")]
    [InlineData("The guns attacked in the night.", "attacked", "combat", "assault", "ru", "ru")]
    public void Settle_WordsTellWhoStruck_TheyDecide(string text, string word, string kind, string act, string likely, string side)
    {
        var (view, claim) = Claim(text, word, kind, act, likely);
        new StrikeOwner(Frames, Pipeline.Theatre).Settle(view, [], claim).Actor!.Side.ShouldBe(side);
    }

    [Theory]
    [InlineData("Ukrainian marines pushed Russian troops back across the ford.", "pushed", "ua", "ru")]
    [InlineData("The Russian brigade forced the enemy to withdraw from the mill.", "withdraw", "ru", "ua")]
    [InlineData("Ukrainian marines reached the ford and drove them out of the mill.", "drove", "ua", "ru")]
    [InlineData("Russian troops were pushed back across the ford.", "pushed", "ru", "ru")]
    [InlineData("Russian troops withdrew to push supplies forward.", "withdrew", "ru", "ru")]
    public void Settle_SomebodyMakesHimWithdraw_IsAboutHim(string text, string word, string likely, string side)
    {
        var (view, claim) = Claim(text, word, "movement", "withdrew", likely);
        new DrivenOwner(Frames, Pipeline.Theatre).Settle(view, claim).Actor!.Side.ShouldBe(side);
    }

    [Theory]
    [InlineData("RU", "Belgorod", "explosions rocked the town", "explosions", "ua")]
    [InlineData("UA", "Crimea", "explosions rocked the town", "explosions", "ua")]
    [InlineData("UA", "Kharkiv", "explosions rocked the town", "explosions", "ru")]
    [InlineData("RU", "Belgorod", "it opened fire on the town", "opened", "ru")]
    public void Settle_BlowOnGroundOfTheFoe_IsTheOthers(string country, string oblast, string text, string word, string side)
    {
        var (view, claim) = Claim(text, word, "combat", "explosion", "ru");
        var at = text.IndexOf("the town", StringComparison.Ordinal);
        var span = new TextSpan(at, at + 8);
        var location = new Location(span, "the town", new Place(1, "Town", 45.1, 34.1, PlacePrecision.Settlement, country, oblast, null, 900), 45.1, 34.1, PlacePrecision.Settlement, 1, [], "");
        new StrikeOwner(Frames, Pipeline.Theatre).Settle(view, [location], claim with { Places = [new PlaceArgument(span, "the town", "at")] }).Actor!.Side.ShouldBe(side);
    }

    [Theory]
    [InlineData("RU", "Belgorod", "ru")]
    [InlineData("UA", "Kharkiv", "ua")]
    public void Settle_ThoseWhomABlowHarms_AreOfWhoseGroundItFellOn(string country, string oblast, string side)
    {
        const string Text = "Two women were hurt when a shell hit the town.";
        var (view, claim) = Claim(Text, "hurt", "civilian-harm", "wounded", "ua");
        var span = new TextSpan(Text.IndexOf("the town", StringComparison.Ordinal), Text.Length - 1);
        var location = new Location(span, "the town", new Place(1, "Town", 45.1, 34.1, PlacePrecision.Settlement, country, oblast, null, 900), 45.1, 34.1, PlacePrecision.Settlement, 1, [], "");
        var settled = new StrikeOwner(Frames, Pipeline.Theatre).Settle(view, [location], claim with { Target = new Party("Two women", "ua"), Places = [new PlaceArgument(span, "the town", "at")] });
        settled.Target!.Side.ShouldBe(side);
    }

    [Theory]
    [InlineData("Washington expects Russian agents to stage protests.", "expects", "us", "ru")]
    [InlineData("Moscow believes that Ukraine will lose.", "believes", "ru", "ru")]
    public void Settle_JudgementOfABystander_IsAboutWhomItJudges(string text, string word, string likely, string side)
    {
        var (view, claim) = Claim(text, word, "assessment", "forecast", likely);
        new JudgedOwner(Frames, Pipeline.Theatre).Settle(view, claim).Actor!.Side.ShouldBe(side);
    }

    private static (ReportView View, Assertion Claim) Claim(string text, string word, string kind, string act, string actor)
    {
        var report = AttributingSpecs.Report(text);
        var sentences = Pipeline.Sentences(report);
        var token = Enumerable.Range(0, sentences[0].Tokens.Length).First(t => sentences[0].Tokens[t].Form == word);
        return (new ReportView(report, sentences, []), new Assertion(kind, act, new TextSpan(0, text.Length), 0, token, token, new Party(actor, actor), null, [], null, null, null, null, null, null, null, "test", 1));
    }
}
