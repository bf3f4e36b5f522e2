using System.Collections.Immutable;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class JudgementTests
{
    private const string Text = "They will capture Brodiv within days. They intend to seize Brodiv. Forces took Brodiv. They hold Brodiv. They do badly. Guns will fire. They “will capture” Brodiv soon.";
    private static readonly ClaimPlace Brodiv = Made.Place("Brodiv", 1, 49, 36);
    private static readonly ClaimSource Analyst = Made.Source("Olena Marko", "analyst", "none");

    [Fact]
    public void Judgement_CapturedInTime_CameTrue()
    {
        var judged = Judge(Forecast(), Took(5, 6, "Institute"), Nothing(6, 20));
        judged.ShouldSatisfyAllConditions(j => j.By.ShouldBe("Olena Marko"), j => j.Due.ShouldBe(Front.Day(5, 8)), j => j.Outcome.ShouldBe(JudgementOutcome.CameTrue), j => j.Evidence.ShouldHaveSingleItem());
    }

    [Fact]
    public void Judgement_CapturedTooLate_DidNot() =>
        Judge(Forecast(), Holds(5, 6), Took(5, 12, "Institute"), Nothing(6, 20)).Outcome.ShouldBe(JudgementOutcome.DidNot);

    [Fact]
    public void Judgement_IntentionThatFailed_WasNotReached() =>
        Judge(Intention(), Holds(5, 6), Nothing(6, 20)).Outcome.ShouldBe(JudgementOutcome.NotReached);

    [Fact]
    public void Judgement_IntentionThatSucceeded_CameTrue() =>
        Judge(Intention(), Took(5, 6, "Institute"), Nothing(6, 20)).Outcome.ShouldBe(JudgementOutcome.CameTrue);

    [Fact]
    public void Judgement_NoWordSince_CannotBeTold() => Judge(Forecast(), Nothing(6, 20)).Outcome.ShouldBe(JudgementOutcome.CannotBeTold);

    [Fact]
    public void Judgement_DayNotReached_NotYet() => Judge(Forecast(), Nothing(5, 3)).Outcome.ShouldBe(JudgementOutcome.NotYet);

    [Fact]
    public void Judgement_DeniedAndHeldOff_CameTrue() =>
        Judge(Forecast() with { Factuality = Factuality.CertainlyNot }, Holds(5, 6), Nothing(6, 20)).Outcome.ShouldBe(JudgementOutcome.CameTrue);

    [Fact]
    public void Judgement_OfHowThingsStand_IsOfItsOwnDay()
    {
        var judged = Judge(Made.Claim(Said, "They do badly", "assessment", "progress", "ru", [Analyst]), Nothing(6, 20));
        (judged.Due, judged.Outcome).ShouldBe((Front.Day(5, 1), JudgementOutcome.CannotBeTold));
    }

    [Fact]
    public void Judgement_OfAnUnnamedAnalystOrAParty_IsNone()
    {
        var anonymous = Forecast() with { Sources = [Analyst with { Anonymous = true }] };
        var party = Forecast() with { Sources = [Made.Source("the staff", "military", "ua")] };
        All(anonymous, Nothing(6, 20)).ShouldBeEmpty();
        All(party, Nothing(6, 20)).ShouldBeEmpty();
    }

    [Fact]
    public void Judgement_PastTense_IsNone() => All(Made.Claim(Said, "Forces took Brodiv", "control", "captured", "ru", [Analyst], [Brodiv]), Nothing(6, 20)).ShouldBeEmpty();

    [Fact]
    public void Situation_JudgementComesDue_IsToldWithWhatBecameOfIt()
    {
        var report = (Said, new[] { Forecast() });
        var situation = new Picture(new MemoryLedger([report, Took(5, 6, "Institute"), Nothing(6, 20)]), Front.Data, () => Front.Places).Situation(Front.Day(5, 9));
        situation.Sections.Single(s => s.Id == "judgements").Sentences.ShouldHaveSingleItem().Text.ShouldContain("What Olena Marko said on 2022-05-01, “will capture Brodiv within days”, came true: Brodiv is assessed as held by Russia since 2022-05-06");
    }

    [Fact]
    public void Situation_JudgementThatQuotes_IsQuotedOnce()
    {
        var quoting = Made.Claim(Said, "They “will capture” Brodiv soon", "control", "captured", "ru", [Analyst], [Brodiv], Factuality.Probable);
        var situation = new Picture(new MemoryLedger([(Said, [quoting]), Took(5, 6, "Institute"), Nothing(6, 20)]), Front.Data, () => Front.Places).Situation(Front.Day(6, 20), Front.Day(5, 1));
        situation.Sections.Single(s => s.Id == "judgements").Sentences.ShouldHaveSingleItem().Text.ShouldContain("said on 2022-05-01, “They ‘will capture’ Brodiv soon”, came true");
    }

    private static Report Said { get; } = Made.Report("said", Text, Front.Day(5, 1), outlet: "The Gazette");

    private static Claim Forecast() => Made.Claim(Said, "will capture Brodiv within days", "control", "captured", "ru", [Analyst], [Brodiv], Factuality.Probable);

    private static Claim Intention() => Made.Claim(Said, "They intend to seize Brodiv", "assessment", "intention", "ru", [Analyst], [Brodiv]);

    private static (Report, Claim[]) Took(int month, int day, string outlet)
    {
        var report = Made.Report("took", Text, Front.Day(month, day), institute: true, outlet: outlet);
        return (report, [Made.Claim(report, "Forces took Brodiv", "control", "captured", "ru", null, [Brodiv])]);
    }

    private static (Report, Claim[]) Holds(int month, int day)
    {
        var report = Made.Report("holds", Text, Front.Day(month, day), institute: true, outlet: "Institute");
        return (report, [Made.Claim(report, "They hold Brodiv", "control", "held", "ua", null, [Brodiv])]);
    }

    private static (Report, Claim[]) Nothing(int month, int day) => (Made.Report("last", Text, Front.Day(month, day)), []);

    private static JudgedClaim Judge(Claim claim, params (Report, Claim[])[] later) => All(claim, later).ShouldHaveSingleItem();

    private static ImmutableArray<JudgedClaim> All(Claim claim, params (Report, Claim[])[] later) => new Picture(new MemoryLedger([(Said, [claim]), .. later]), Front.Data, () => Front.Places).Judgements;
}
