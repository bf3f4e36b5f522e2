using System.Collections.Immutable;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Coding.Scoring;

/// <summary>What is settled after the scorer has chosen: both halves of a succession, whose toll it is, who is acted on.</summary>
public sealed class SettledClaimsTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Fact]
    public void Code_OneReplacesAnother_AppointsAndDismisses()
    {
        var claims = Of("General Orlov has replaced General Sobolev as commander of the southern group.").Where(c => c.Kind == "cohesion").ToList();
        claims.Single(c => c.Act == "appointment").Person.ShouldBe("Orlov");
        claims.Single(c => c.Act == "dismissal").Person.ShouldBe("Sobolev");
    }

    [Fact]
    public void Code_AnotherWarJudged_IsNotOfWhoWagesThisOne() => Of("The war in Northhaven will last for years.").ShouldNotContain(c => c.Kind == "assessment" && c.Actor != null && c.Actor.Side == "ru");

    [Theory]
    [InlineData("Second Effort—Siege of Ukrainian units in the bend near Stavky", true)]
    [InlineData("In the valley (Russian objective: firm control of captured mills around Stavky; quiet roads)", true)]
    [InlineData("Siege of Ukrainian units in the bend near Stavky", false)]
    [InlineData("Their objective was plain: Russian forces captured Stavky on Friday.", false)]
    public void Code_WhatATitleCallsAnAim_HasNotHappened(string text, bool aim)
    {
        var claims = Of(text);
        claims.Any(c => c is { Kind: "assessment", Act: "intention" } && c.Evidence.Contains("Stavky", StringComparison.Ordinal)).ShouldBe(aim);
        claims.Any(c => c.Kind == "control").ShouldBe(!aim);
    }

    [Theory]
    [InlineData("The Russian brigade holds a concert in Kamianka every Sunday.")]
    [InlineData("Russian forces held a rally in Kamianka on Sunday.")]
    public void Code_WhoHoldsWhatIsNoGround_ControlsNothing(string text) => Of(text).ShouldNotContain(c => c.Kind == "control");

    [Fact]
    public void Code_TwoJudgementsInOneSentence_QuoteTheirOwnWords()
    {
        var claims = Of("The defenders are exhausted, and the relief column will not arrive in time.").Where(c => c.Kind is "assessment" or "cohesion" or "movement").ToList();
        claims.Count.ShouldBeGreaterThanOrEqualTo(2);
        claims.ShouldContain(c => c.Evidence.EndsWith("exhausted", StringComparison.Ordinal));
    }

    [Fact]
    public void Code_ThingsReplaced_DismissesNobody() => Of("The brigade replaced its old tanks as the winter began.").ShouldNotContain(c => c.Act == "dismissal");

    [Fact]
    public void Code_TollOfCivilians_IsNoLoss()
    {
        var claims = Of("Russian shelling has killed 1,350 civilians in the region since the spring, the governor said.");
        claims.ShouldContain(c => c.Kind == "civilian-harm" && c.Act == "killed" && c.Target!.Side == "ua");
        claims.ShouldNotContain(c => c.Kind == "loss");
    }

    [Fact]
    public void Code_AtLeastSoMany_AreWhatWasDestroyed() =>
        Of("The brigade destroyed at least 140 Russian soldiers near Kamianka.").Single(c => c.Kind == "loss").Actor!.Side.ShouldBe("ru");

    [Fact]
    public void Code_CountedByTheNameOfTheirSide_AreItsLoss() =>
        Of("Losses of Ukraine: the Russians killed 340 Ukrainians in a month.").Single(c => c.Kind == "loss" && c.Quantity is not null).Actor!.Side.ShouldBe("ua");

    [Fact]
    public void Code_OnlyPrisoners_AreCapturedNotKilled() =>
        Of("Already 600 Russian soldiers as prisoners, says official.").Single(c => c.Kind == "loss").Act.ShouldBe("captured");

    [Fact]
    public void Sentences_Mended_KeepWhatTheySpeakOf()
    {
        var report = AttributingSpecs.Report("Azov Regiment destroyed at least 140 Russian troops in Kamianka");
        var (parsed, mended) = (Pipeline.Parse(report)[0], Pipeline.Sentences(report)[0]);
        mended.Tokens.ShouldNotBe(parsed.Tokens);
        mended.Referents.ShouldBe(parsed.Referents);
        mended.Referents.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Russian troops have left their posts in northern Sumy Oblast, and Ukrainian forces retook Kamianka and Stavky.", "ua")]
    [InlineData("Ukrainian units quit their dugouts near Kamianka, and Russian forces seized Stavky.", "ru")]
    public void Code_TwoSidesActInOneSentence_EachDoesItsOwn(string text, string taker) => Of(text).Single(c => c.Kind == "control").Actor!.Side.ShouldBe(taker);

    [Fact]
    public void Code_WhatFootageShows_IsNotTheWordOfWhoSpokeBefore()
    {
        var claims = Of("The Ukrainian General Staff said that attacks on Stavky were repelled. Geolocated footage shows Ukrainian troops in Kamianka and Oleksandrivka.");
        claims.Where(c => c.Evidence.Contains("Kamianka", StringComparison.Ordinal)).ShouldAllBe(c => c.Sources.IsEmpty);
        claims.Where(c => c.Evidence.Contains("repelled", StringComparison.Ordinal)).ShouldAllBe(c => !c.Sources.IsEmpty);
    }

    [Theory]
    [InlineData("The occupiers shelled the village of Kamianka.")]
    [InlineData("The invaders shelled the village of Kamianka.")]
    [InlineData("The enemy shelled the village of Kamianka.")]
    public void Code_WhoCameOntoTheOthersGround_HasASide(string text) => Of(text).First(c => c.Kind == "combat").Actor!.Side.ShouldBe("ru");

    [Theory]
    [InlineData("The invasion of Ukraine would be a grave mistake, the analyst said.", "ru")]
    [InlineData("Invading Ukraine will prove a costly mistake, the analyst said.", "ru")]
    [InlineData("The war against Ukraine is a serious threat to world trade, the analyst said.", "ru")]
    public void Code_JudgementOfTheWar_IsOfWhoWagesIt(string text, string side) => Of(text).First(c => c.Kind == "assessment").Actor!.Side.ShouldBe(side);

    private static ImmutableArray<Claim> Of(string text) => Pipeline.Code(AttributingSpecs.Report(text)).Claims;
}
