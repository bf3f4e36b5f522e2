using Salient.Coding.Scoring;
using Salient.Coding.Sites;
using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Coding.Sites;

/// <summary>What is told of a site beside others.</summary>
public sealed class SiteCompanyTests
{
    private static readonly Pipeline Ruled = new(Pipeline.DataFolder, learned: false);

    [Theory]
    [InlineData("Shelling in Crimea stopped on Monday.", "run:False:False:open")]
    [InlineData("Members of the Crimea Platform met on Monday.", "run:False:True:open")]
    public void Longer_TellsWhetherANameIsPartOfAnother(string text, string feature)
    {
        var s = Sentence(text);
        var into = new FeatureList(null, named: true);
        SiteCompany.Longer(s, Site(s, "Crimea"), "Evidence", "open", into);
        into.Names.ShouldContain(feature);
    }

    [Fact]
    public void Rank_CountsSitesThatStandNearer()
    {
        var s = Sentence("Troops in Brod shelled Halivka on Monday.");
        Site[] sites = [Site(s, "Brod"), Site(s, "Halivka")];
        var claim = Claim(s, "shelled");
        var (far, near) = (new FeatureList(null, named: true), new FeatureList(null, named: true));
        SiteCompany.Rank(s, [sites[0], Site(s, "Troops")], claim, sites[0], "Evidence", "open", near);
        SiteCompany.Rank(s, [Site(s, "Monday"), .. sites], claim, Site(s, "Monday"), "Evidence", "open", far);
        near.Names.ShouldContain("rank:Evidence:0");
        far.Names.ShouldContain("rank:Evidence:2");
    }

    [Fact]
    public void Shared_CountsOtherClaimsInWhoseWordsItStands()
    {
        var s = Sentence("Troops in Brod shelled Halivka on Monday.");
        var (own, whole) = (Claim(s, "shelled"), Claim(s, "shelled"));
        var into = new FeatureList(null, named: true);
        SiteCompany.Shared(s, [own, whole], own, Site(s, "Brod"), "Evidence", into);
        into.Names.ShouldContain("theirs:Evidence:0:1");
        into.Names.ShouldContain("claims:Evidence:1");
    }

    private static Sentence Sentence(string text) => Ruled.Sentences(AttributingSpecs.Report(text))[0];

    private static int Word(Sentence s, string form) => Enumerable.Range(0, s.Tokens.Length).First(t => s.Tokens[t].Form == form);

    private static Site Site(Sentence s, string form)
    {
        var t = Word(s, form);
        var span = s.Tokens[t].Span;
        return new Site(new PlaceArgument(span, form, "at"), 0, t, SiteZone.Evidence, new PlaceName(span, t, t + 1, t, form, null, null, Told: true), Kept: false);
    }

    private static Assertion Claim(Sentence s, string trigger) =>
        new("combat", "shelling", s.Span, 0, Word(s, trigger), Word(s, trigger), null, null, [], null, null, null, null, null, null, null, "test", 1);
}
