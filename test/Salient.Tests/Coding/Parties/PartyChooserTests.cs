using System.Collections.Immutable;
using Salient.Coding;
using Salient.Coding.Parties;
using Salient.Records;
using Salient.Tests.Specs;
using Salient.Training.Coding.Sites;

namespace Salient.Tests.Coding.Parties;

/// <summary>Whom a claim could be about, and that weights choose among them.</summary>
public sealed class PartyChooserTests
{
    private const string Text = "Germany condemned the invasion. The minister called on Russia to leave.";
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    // Who is named in the claim's own words is acted on; whom rules gave acts.
    private static readonly SiteFit Fit = new(Hidden: 8, Seeds: 1, Rounds: 200, Penalty: 1e-4, Least: 1, Coded: 1, Threshold: 0.5);

    [Fact]
    public void Find_ListsWhoIsNamedWhoSpeaksThePartiesAndNobody()
    {
        var (view, claim) = Seen();
        var all = new ContenderFinder(Pipeline.Theatre).Find(view, claim, claim.Actor, new ClaimSource("Canberra", "government", "intl", false, null));
        all.Select(c => c.Side).Order(StringComparer.Ordinal).ShouldBe(["", "intl", "nato", "ru", "ua"]);
        all.Single(c => c.Kept).Side.ShouldBe("ua");
        all.Single(c => c.Side == "ru").Seats.Single().Back.ShouldBe(0);
        all.Single(c => c.Side == "nato").Seats.ShouldAllBe(s => s.Back == 1);
        all.Single(c => c.Side.Length == 0).Party.ShouldBeNull();
    }

    [Fact]
    public void Choose_TakesTheLikeliest_AndNobodyBelowTheThreshold()
    {
        var (view, claim) = Seen();
        var model = Fit.Train([.. Enumerable.Range(0, 60).Select(_ => ((List<string>[])[["t:z:in:politics"], ["t:z:no:politics"], ["t:z:back:politics"], ["a:kept:True:frame"], ["a:kept:False:frame"]], (bool[])[true, false, false, true, false], false))]);
        var chosen = new PartyChooser(Pipeline.Theatre, model).Choose(view, [claim]).Single();
        chosen.Actor.ShouldBe(claim.Actor);
        chosen.Target!.Side.ShouldBe("ru");
        new PartyChooser(Pipeline.Theatre, Fit.Train([.. Enumerable.Range(0, 60).Select(_ => ((List<string>[])[["t:z:in:politics"], ["t:z:no:politics"], ["t:z:back:politics"]], (bool[])[false, false, false], false))]))
            .Choose(view, [claim]).Single().Target.ShouldBeNull();
    }

    [Fact]
    public void Leaning_OfAClaim_SaysWhoIsLikely()
    {
        var claims = Pipeline.Assert(Seen().View, []);
        claims.ShouldAllBe(c => c.Leaning.Actors.Length == 4 && c.Leaning.Targets.Length == 4);
    }

    private static (ReportView View, Assertion Claim) Seen()
    {
        var report = AttributingSpecs.Report(Text);
        var sentences = Pipeline.Sentences(report);
        var token = sentences[1].Tokens.ToList().FindIndex(t => t.Form == "called");
        return (new ReportView(report, sentences, ImmutableArray<Attribution>.Empty), new Assertion("politics", "criticism", sentences[1].Span, 1, token, token, new Party("Ukraine", "ua"), null, [], null, null, null, null, null, null, null, "test", 1));
    }
}
