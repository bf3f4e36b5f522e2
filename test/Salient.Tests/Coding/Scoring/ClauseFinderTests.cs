using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class ClauseFinderTests
{
    private static readonly SenseClasses Classes = SenseClassLoader.Load(Path.Combine(AppContext.BaseDirectory, "data", "rules", "en", "classes.tsv"));

    [Fact]
    public void Find_ReportedSpeech_TheSpeechStandsAlone()
    {
        // "Officials said the troops left"
        var found = Find("Officials official NOUN 2 nsubj", "said say VERB 0 root", "the the DET 4 det", "troops troop NOUN 5 nsubj", "left leave VERB 2 ccomp");
        found.ShouldBe(["Officials said", "the troops left"]);
    }

    [Fact]
    public void Find_Purpose_StandsAloneWithItsTo()
    {
        var found = Find("Troops troop NOUN 2 nsubj", "marched march VERB 0 root", "to to PART 4 mark", "take take VERB 2 advcl", "ground ground NOUN 4 obj");
        found.ShouldBe(["Troops marched", "to take ground"]);
    }

    [Fact]
    public void Find_ChainOfVerbs_IsOneClauseWithItsContent()
    {
        var view = Built.View(["Troops troop NOUN 2 nsubj", "plan plan VERB 0 root", "to to PART 4 mark", "attack attack VERB 2 xcomp"]);
        var clause = new ClauseFinder(Classes).Find(view.Sentences[0]).ShouldHaveSingleItem();
        clause.Content.ShouldBe(3);
        clause.Carriers.ShouldBe([1]);
        clause.Subject.ShouldBe(0);
    }

    [Fact]
    public void Find_Passive_AgentAndObjectAreTurned()
    {
        var view = Built.View(["Towns town NOUN 3 nsubj:pass", "were be AUX 3 aux:pass", "taken take VERB 0 root PastParticiple", "by by ADP 5 case", "rebels rebel NOUN 3 obl"]);
        var clause = new ClauseFinder(Classes).Find(view.Sentences[0]).ShouldHaveSingleItem();
        (clause.Agent, clause.Object, clause.Passive).ShouldBe((4, 0, true));
    }

    [Fact]
    public void Find_FullStopBehindASecondClause_IsLeftOffTheFirstOnesOwnWords()
    {
        // "Guns shelled mills and crews left."
        var bare = Bare("Guns gun NOUN 2 nsubj", "shelled shell VERB 0 root", "mills mill NOUN 2 obj", "and and CCONJ 6 cc", "crews crew NOUN 6 nsubj", "left leave VERB 2 conj", ". . PUNCT 2 punct");
        bare.ShouldBe(["Guns shelled mills", null]);
    }

    [Fact]
    public void Find_MarkThatClosesWhatIsQuotedWithin_StaysWithItsOwnWords()
    {
        // "He called mills “ shields ” and left."
        var bare = Bare("He he PRON 2 nsubj", "called call VERB 0 root", "mills mill NOUN 2 obj", "“ “ PUNCT 5 punct", "shields shield NOUN 2 obl", "” ” PUNCT 5 punct", "and and CCONJ 8 cc", "left leave VERB 2 conj", ". . PUNCT 2 punct");
        bare[0].ShouldBe("He called mills “ shields ”");
    }

    [Fact]
    public void Find_ClauseThatIsPutInBetween_EndsNothing()
    {
        // "Three died, officials said, in Brodiv."
        var bare = Bare("Three three NUM 2 nsubj", "died die VERB 0 root", ", , PUNCT 5 punct", "officials official NOUN 5 nsubj", "said say VERB 2 parataxis", ", , PUNCT 5 punct", "in in ADP 8 case", "Brodiv Brodiv PROPN 2 obl", ". . PUNCT 2 punct");
        bare[0].ShouldBeNull();
    }

    [Fact]
    public void Find_OneClause_IsNothingButItself() =>
        Bare("Guns gun NOUN 2 nsubj", "shelled shell VERB 0 root", "mills mill NOUN 2 obj", ". . PUNCT 2 punct").ShouldBe([null]);

    private static string?[] Bare(params string[] words)
    {
        var view = Built.View(words);
        return [.. new ClauseFinder(Classes).Find(view.Sentences[0]).Select(c => c.Bare?.Evidence.Of(view.Report.Text))];
    }

    private static string[] Find(params string[] words)
    {
        var view = Built.View(words);
        return [.. new ClauseFinder(Classes).Find(view.Sentences[0]).Select(c => c.Evidence.Of(view.Report.Text))];
    }
}
