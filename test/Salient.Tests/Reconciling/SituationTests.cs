using Salient.Publishing;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Recording;

namespace Salient.Tests.Reconciling;

public sealed class SituationTests
{
    private const string Text = "The ministry said Brodiv had fallen. The staff said 40 tanks burned.";

    [Fact]
    public void Situation_TwoReportsSayTheSame_IsOneSentenceWithTwoCitations()
    {
        var section = Situation(Report("a", 4, Fallen("a")), Report("b", 4, Fallen("b"))).Sections.Single(s => s.Id == "control");
        var sentence = section.Sentences.ShouldHaveSingleItem();
        sentence.Text.ShouldBe("Russia took Brodiv, by the ministry.");
        sentence.Citations.Select(c => c.Report).ShouldBe(["a", "b"]);
        sentence.Citations[0].Quotation.ShouldBe("Brodiv had fallen");
        sentence.Citations[0].Chain.ShouldBe("the ministry, via The Gazette");
    }

    [Fact]
    public void Situation_ClaimOfAnotherWeek_IsLeftOut() =>
        Situation(Report("a", 4, Fallen("a")), Report("b", 20, Tanks("b"))).Sections.Select(s => s.Id).ShouldBe(["losses"]);

    [Fact]
    public void Situation_SideSpeaksForItself_IsCalledByItsName()
    {
        var (first, second) = (Made.Report("a", Text, new DateOnly(2022, 5, 4)), Made.Report("b", Text, new DateOnly(2022, 5, 5)));
        Claim Held(Report report, string side, string voice) => Made.Claim(report, "Brodiv had fallen", "control", "held", side, [Made.Source("the ministry", "government", voice)], [Made.Place("Brodiv", 1)]);
        var disputes = Situation((first, [Held(first, "ru", "ru")]), (second, [Held(second, "ua", "ua")])).Sections.Single(s => s.Id == "disputes");
        var sentence = disputes.Sentences.ShouldHaveSingleItem().Text;
        sentence.ShouldContain("held by Russia, says Russia’s own side (the ministry)");
        sentence.ShouldContain("held by Ukraine, says Ukraine’s own side (the ministry)");
    }

    [Fact]
    public void Situation_OfADay_QuotesWhatWasToldByThen()
    {
        var oblast = Made.Place("Steppe Oblast", 5, 49, 38, PlacePrecision.Oblast);
        Claim Taken(string report, string side = "ru") => Made.Claim(Made.Report(report, Text), "Brodiv had fallen", "control", "captured", side, [], [Made.Place("Brodiv", 1)]);
        Claim Around(string report, string words, string side) => Made.Claim(Made.Report(report, Text), words, "control", "held", side, [], [oblast]);
        var picture = Picture(
            Report("a", 4, Taken("a")), Report("b", 5, Taken("b"), Around("b", "units in Steppe Oblast", "ua")), Report("c", 25, Taken("c"), Around("c", "occupied Steppe Oblast", "ru")));
        var sentence = picture.Situation(new DateOnly(2022, 5, 6), new DateOnly(2022, 5, 1)).Sections.Single(s => s.Id == "changes").Sentences.ShouldHaveSingleItem();
        sentence.Citations.Select(c => c.Report).ShouldBe(["a", "b"], ignoreOrder: true);
        sentence.Note.ShouldBeNull();
    }

    [Fact]
    public void Situation_WhatMostCallIt_NamesThePlace()
    {
        Claim Of(string report, string place) => Made.Claim(Made.Report(report, Text), "Brodiv had fallen", "control", "captured", "ru", [Made.Source("the ministry", "government", "ru")], [Made.Place(place, 1)]);
        Situation(Report("a", 4, Of("a", "The mill"))).Sections.Single(s => s.Id == "control").Sentences.ShouldHaveSingleItem().Text.ShouldBe("Russia took the mill, by the ministry.");
        Situation(Report("a", 4, Of("a", "Brodiv Mill")), Report("b", 4, Of("b", "Brodiv")), Report("c", 4, Of("c", "Brodiv"))).Sections.Single(s => s.Id == "control").Sentences.ShouldHaveSingleItem().Text.ShouldBe("Russia took Brodiv, by the ministry.");
    }

    [Fact]
    public void Situation_HeldNearAPlace_IsGroundAndNotThePlace()
    {
        var claim = Made.Claim(Made.Report("a", Text), "Brodiv had fallen", "control", "captured", "ru", [Made.Source("the ministry", "government", "ru")], [Made.Place("Brodiv", 1, role: "near")]);
        Situation(Report("a", 4, claim)).Sections.Single(s => s.Id == "control").Sentences.ShouldHaveSingleItem().Text.ShouldBe("Russia took ground near Brodiv, by the ministry.");
    }

    [Fact]
    public void Situation_SettlementsByARiver_AreNotTheRiver()
    {
        var claim = Made.Claim(Made.Report("a", Text), "Brodiv had fallen", "control", "captured", "ru", [Made.Source("the ministry", "government", "ru")], [Made.Place("Tykha", 9, precision: PlacePrecision.Region)], quantity: new Quantity(5, null, "settlement", false, "at-least"));
        Situation(Report("a", 4, claim)).Sections.Single(s => s.Id == "control").Sentences.ShouldHaveSingleItem().Text.ShouldBe("Russia took ground near Tykha (≥5 settlements), by the ministry.");
    }

    [Fact]
    public void Situation_PhraseThatSaysTooLittle_QuotesTheWords()
    {
        Claim Declared(string report, string words, Factuality sure) => Made.Claim(
            Made.Report(report, Text), words, "politics", "declaration", "ru", [Made.Source("the ministry", "government", "ru")], null, factuality: sure);
        var sections = Situation(Report("a", 4, Declared("a", "Brodiv had fallen", Factuality.Certain)), Report("b", 4, Declared("b", "40 tanks burned", Factuality.CertainlyNot))).Sections;
        sections.Single(s => s.Id == "politics").Sentences.ShouldHaveSingleItem().Text.ShouldBe("Russia declared: “Brodiv had fallen” (the ministry); “40 tanks burned” (the ministry, denied).");
    }

    [Theory]
    [InlineData("ru", "Russia criticised: “Brodiv had fallen” (the ministry).")]
    [InlineData("ua", "Russia criticised Ukraine: “Brodiv had fallen” (the ministry).")]
    public void Situation_SideAgainstItself_IsNotSaidTwice(string target, string text)
    {
        var claim = Made.Claim(Made.Report("a", Text), "Brodiv had fallen", "politics", "criticism", "ru", [Made.Source("the ministry", "government", "ru")], null) with { Target = new Party("the generals", target) };
        Situation(Report("a", 4, claim)).Sections.Single(s => s.Id == "politics").Sentences.ShouldHaveSingleItem().Text.ShouldBe(text);
    }

    [Fact]
    public void Situation_SettledDispute_NamesSidesNotTheirIds()
    {
        (Report, Claim[]) Held(string id, int day, string side)
        {
            var report = Made.Report(id, Text, new DateOnly(2022, 5, day));
            return (report, [Made.Claim(report, "Brodiv had fallen", "control", "held", side, [Made.Source("the ministry", "government", side)], [Made.Place("Brodiv", 1)])]);
        }

        var text = SituationMarkdown.Write(Picture(Held("a", 4, "ru"), Held("b", 6, "ua"), Held("c", 28, "ua")).Situation(new DateOnly(2022, 5, 28), new DateOnly(2022, 5, 1)));
        text.ShouldContain("settled: Ukraine’s own side says on 2022-05-28 that Ukraine holds it");
    }

    [Fact]
    public void Situation_DaysAtTheEndsOfTime_AreThoseOfTheReports()
    {
        var situation = Picture(Report("a", 4, Fallen("a"))).Situation(DateOnly.MaxValue, DateOnly.MinValue);
        (situation.Claims, situation.Reports).ShouldBe((1, 1));
    }

    [Fact]
    public void Situation_NoDay_SaysSo()
    {
        var text = SituationMarkdown.Write(Situation((Made.Report("a", Text), [Fallen("a")])));
        text.ShouldContain("1 report without a day");
    }

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("json")]
    public void Write_EveryForm_HoldsSentenceQuotationChainAndClaim(string form)
    {
        var situation = Situation(Report("a", 4, Tanks("a")));
        var text = form switch { "md" => SituationMarkdown.Write(situation), "html" => SituationHtml.Write(situation), _ => SituationJson.Write(situation) };
        text.ShouldContain("Russia: 40 tanks destroyed");
        text.ShouldContain("40 tanks burned");
        text.ShouldContain("the staff, via The Gazette");
        text.ShouldContain(Tanks("a").Id);
    }

    [Fact]
    public void Html_WordsWithMarkup_AreEscaped()
    {
        var report = Made.Report("a", "They said <b>Brodiv</b> fell.", new DateOnly(2022, 5, 4));
        var claim = Made.Claim(report, "<b>Brodiv</b> fell", "control", "captured", "ru", null, [Made.Place("Brodiv", 1)]);
        SituationHtml.Write(Situation((report, [claim]))).ShouldNotContain("<b>Brodiv");
    }

    private static Situation Situation(params (Report, Claim[])[] reports) => Picture(reports).Situation();

    private static Picture Picture(params (Report, Claim[])[] reports) => new(new MemoryLedger(reports), Front.Data, () => Front.Places);

    private static (Report, Claim[]) Report(string id, int day, params Claim[] claims) => (Made.Report(id, Text, new DateOnly(2022, 5, day), outlet: "The Gazette"), claims);

    private static Claim Fallen(string report) =>
        Made.Claim(Made.Report(report, Text), "Brodiv had fallen", "control", "captured", "ru", [Made.Source("the ministry", "government", "ru")], [Made.Place("Brodiv", 1)]);

    private static Claim Tanks(string report) =>
        Made.Claim(Made.Report(report, Text), "40 tanks burned", "loss", "destroyed", "ru", [Made.Source("the staff", "military", "ua")], null, quantity: new Quantity(40, 40, "tank", false, "exact"), category: "tank");
}
