using Salient.Records;
using Shouldly;

namespace Salient.Tests.Coding;

public class CoderTests
{
    private static readonly string[] Captured =
    [
        "Northern northern ADJ 2 amod", "troops troop NOUN 3 nsubj Plural", "captured capture VERB 0 root Past", "Halivka Halivka PROPN 3 obj", "on on ADP 6 case", "Friday Friday PROPN 3 obl", ". . PUNCT 3 punct",
    ];

    [Fact]
    public void Code_ActiveVerb_ActorPlaceAndClause()
    {
        var claim = Built.Code(Captured).ShouldHaveSingleItem();
        (claim.Kind, claim.Act).ShouldBe(("control", "captured"));
        claim.Actor.ShouldBe(new Party("Northern troops", "no"));
        claim.Places.ShouldHaveSingleItem().Name.ShouldBe("Halivka");
        claim.Evidence.ShouldBe(new TextSpan(0, "Northern troops captured Halivka on Friday".Length));
    }

    [Fact]
    public void Code_PassiveWithAgent_AgentIsActor()
    {
        var claim = Built.Code(
        [
            "Halivka Halivka PROPN 3 nsubj:pass", "was be AUX 3 aux:pass Past", "captured capture VERB 0 root PastParticiple", "by by ADP 6 case", "Southern southern ADJ 6 amod", "forces force NOUN 3 obl:agent Plural", ". . PUNCT 3 punct",
        ]).ShouldHaveSingleItem();
        claim.Actor.ShouldBe(new Party("Southern forces", "so"));
        claim.Places.ShouldHaveSingleItem().Name.ShouldBe("Halivka");
    }

    [Fact]
    public void Code_LightVerb_SubjectIsActorAndOtherSideIsTarget()
    {
        var claim = Built.Code(
        [
            "Southern southern ADJ 2 amod", "forces force NOUN 3 nsubj Plural", "launched launch VERB 0 root Past", "an a DET 5 det", "assault assault NOUN 3 obj", "near near ADP 7 case", "Brod Brod PROPN 5 nmod", ". . PUNCT 3 punct",
        ]).ShouldHaveSingleItem();
        (claim.Kind, claim.Act).ShouldBe(("combat", "assault"));
        claim.Actor!.Side.ShouldBe("so");
        claim.Target!.Side.ShouldBe("no");
        claim.Places.ShouldBe([new PlaceArgument(claim.Places[0].Span, "Brod", "near")]);
    }

    [Fact]
    public void Code_ListOfFigures_OneClaimAFigure()
    {
        var view = Built.View(
        [
            "Northern northern ADJ 2 amod", "troops troop NOUN 3 nsubj Plural", "destroyed destroy VERB 0 root Past", "six six NUM 6 nummod", "Southern southern ADJ 6 amod", "tanks tank NOUN 3 obj Plural", ", , PUNCT 9 punct",
            "two two NUM 9 nummod", "howitzers howitzer NOUN 6 conj Plural", "and and CCONJ 12 cc", "three three NUM 12 nummod", "drones drone NOUN 6 conj Plural", ". . PUNCT 3 punct",
        ]);
        var claims = new Salient.Coding.Coder(Built.Frames, Built.Theatre).Code(view.Report, view.Sentences, []);
        claims.Select(c => (c.Act, c.Category, c.Unit, c.Evidence.Of(view.Report.Text), c.Actor?.Side)).ShouldBe(
        [
            ("destroyed", "tank", "tank", "Northern troops destroyed six Southern tanks", "so"),
            ("destroyed", "artillery", "artillery", "two howitzers", "so"),
            ("destroyed", "uav", "uav", "three drones", "so"),
        ]);
    }

    [Fact]
    public void Code_PronounAfterSubject_TakesItsSide()
    {
        var claims = Built.Code(
            Captured,
            ["They they PRON 2 nsubj", "shelled shell VERB 0 root Past", "Zaton Zaton PROPN 2 obj", ". . PUNCT 2 punct"]);
        claims[^1].Act.ShouldBe("shelling");
        claims[^1].Actor.ShouldBe(new Party("Northern troops", "no"));
    }

    [Fact]
    public void Explain_WordThatFails_SaysWhy()
    {
        var view = Built.View(["The the DET 2 det", "poet poet NOUN 3 nsubj", "captured capture VERB 0 root Past", "the the DET 5 det", "mood mood NOUN 3 obj", ". . PUNCT 3 punct"]);
        var considered = new Salient.Coding.Coder(Built.Frames, Built.Theatre).Explain(view.Report, view.Sentences, []).Considered;
        considered.ShouldContain(c => c.Frame == "control.captured" && !c.Kept && c.Reason.Contains("not-ground", StringComparison.Ordinal));
    }
}
