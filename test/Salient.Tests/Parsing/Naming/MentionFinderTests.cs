using Salient.Records;

namespace Salient.Tests.Parsing.Naming;

public sealed class MentionFinderTests
{
    [Theory]
    [InlineData("The 93rd Tank Brigade fell back.", MentionType.Force, "93rd Tank Brigade")]
    [InlineData("They met near the village of Verbivka.", MentionType.Place, "Verbivka")]
    [InlineData("It happened on 12 May 2022.", MentionType.Time, "12 May 2022")]
    [InlineData("They lost 1,200 men.", MentionType.Number, "1,200")]
    [InlineData("Russian troops left.", MentionType.Nationality, "Russian")]
    [InlineData("Governor Ivan Petrenko said so.", MentionType.Person, "Ivan Petrenko")]
    [InlineData("The Ministry of Culture denied it.", MentionType.Organisation, "Ministry of Culture")]
    public void Find_InventedSentence_FindsTheMention(string text, MentionType type, string expected)
    {
        var sentence = Reports.Parser.Parse(Reports.Of(text)).ShouldHaveSingleItem();
        sentence.Mentions.Where(m => m.Type == type).Select(m => m.Span.Of(text)).ShouldContain(expected);
    }

    [Fact]
    public void Find_ShortForms_GiveTheNameInFull()
    {
        var sentences = Reports.Parser.Parse(Reports.Of("Governor Ivan Petrenko spoke on Monday. Petrenko said two towns fell."));
        sentences[1].Mentions.ShouldContain(m => m.Type == MentionType.Person && m.Name == "Ivan Petrenko");
    }

    [Fact]
    public void Find_LettersInBrackets_StandForTheName()
    {
        var sentences = Reports.Parser.Parse(Reports.Of("The Centre for River Studies (CRS) wrote a report. CRS said the dam held."));
        sentences[1].Mentions.ShouldContain(m => m.Name == "Centre for River Studies");
    }

    [Fact]
    public void Find_AnyMentions_OfOneTypeNeverOverlap()
    {
        const string Text = "Ukrainian General Staff spokesman Ivan Petrenko told the Donetsk Regional Council on 3 May that the 5th Guards Tank Army's T-72 tanks burnt.";
        foreach (var group in Reports.Parser.Parse(Reports.Of(Text)).SelectMany(s => s.Mentions).GroupBy(m => m.Type))
        {
            group.Zip(group.Skip(1)).ShouldAllBe(p => p.First.End <= p.Second.First);
        }
    }
}
