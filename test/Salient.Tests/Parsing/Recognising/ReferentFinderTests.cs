using Salient.Records;

namespace Salient.Tests.Parsing.Recognising;

public sealed class ReferentFinderTests
{
    [Theory]
    [InlineData("Governor Ivan Petrenko met the mayor on Monday.", MentionType.Person, MentionForm.Name, "Governor Ivan Petrenko")]
    [InlineData("She said that they had left the city.", MentionType.Person, MentionForm.Pronoun, "She")]
    [InlineData("The rebels shelled a hospital near the river.", MentionType.Place, MentionForm.Description, "hospital")]
    [InlineData("The rebels shelled a hospital near the river.", MentionType.Force, MentionForm.Description, "rebels")]
    [InlineData("He said that Israel had accused the rebels of shelling a hospital.", MentionType.Organisation, MentionForm.Name, "Israel")]
    [InlineData("They struck a depot in northern Israel on Monday.", MentionType.Place, MentionForm.Name, "Israel")]
    [InlineData("Two tanks burnt near the bridge.", MentionType.Weapon, MentionForm.Name, "tanks")]
    public void Find_InventedSentence_FindsWhatItSpeaksOf(string text, MentionType type, MentionForm form, string expected)
    {
        var sentence = Reports.Parser.Parse(Reports.Of(text)).ShouldHaveSingleItem();
        sentence.Referents.Where(m => m.Type == type && m.Form == form).Select(m => m.Span.Of(text)).ShouldContain(expected);
    }

    [Fact]
    public void Find_StateThatActs_IsWhatTheLexiconKnows()
    {
        const string Text = "He said that Israel had accused the rebels of shelling a hospital.";
        var states = Reports.Parser.Parse(Reports.Of(Text)).ShouldHaveSingleItem().Referents.Where(m => m.Span.Of(Text) == "Israel").ToArray();
        states.ShouldContain(m => m.Type == MentionType.Organisation);
        states.ShouldAllBe(m => m.Entry == "state-il");
    }

    [Fact]
    public void Find_AnyReferents_StandInTheirSentenceAndNeverOverlapWithinAType()
    {
        const string Text = "The spokesman of the Donetsk Regional Council told them on 3 May that its officials, two of his advisers and the governor's guards had left the town of Verbivka for another country.";
        foreach (var sentence in Reports.Parser.Parse(Reports.Of(Text)))
        {
            sentence.Referents.ShouldNotBeEmpty();
            sentence.Referents.ShouldAllBe(m => sentence.Span.Contains(m.Span) && m.First < m.End && m.Head >= m.First && m.Head < m.End);
            foreach (var group in sentence.Referents.GroupBy(m => m.Type))
            {
                group.Zip(group.Skip(1)).ShouldAllBe(p => p.First.End <= p.Second.First);
            }
        }
    }

    [Theory]
    [InlineData("Governor Ivan Petrenko spoke on Monday. He met two mayors.", "He", "Ivan Petrenko")]
    [InlineData("Governor Ivan Petrenko spoke on Monday. The governor met two mayors.", "governor", "Ivan Petrenko")]
    [InlineData("Ministry spokesman Ivan Petrenko denied it. The official said that the dam held.", "official", "Ivan Petrenko")]
    [InlineData("Ivan Petrenko spoke on Monday. Petrenko met two mayors.", "Petrenko", "Ivan Petrenko")]
    [InlineData("The Ministry of Culture denied it. The ministry said that the dam held.", "ministry", "Ministry of Culture")]
    [InlineData("The Centre for River Studies (CRS) wrote a report. CRS said that the dam held.", "CRS", "Centre for River Studies")]
    public void Find_ShortForm_GivesTheNameInFull(string text, string words, string name)
    {
        var last = Reports.Parser.Parse(Reports.Of(text))[^1];
        last.Referents.Where(m => m.Span.Of(text) == words).Select(m => m.Name).ShouldContain(name);
    }

    [Fact]
    public void Find_PostBeforeAName_IsNoPartOfTheName() =>
        Reports.Parser.Parse(Reports.Of("Defence Ministry spokesman Ivan Petrenko denied it."))[0].Referents.Where(m => m.Type == MentionType.Person).Select(m => m.Name).ShouldBe(["Ivan Petrenko"]);

    [Fact]
    public void Find_PronounAfterTwoPersons_StaysOpen()
    {
        const string Text = "Ivan Petrenko and Oleh Bondar met on Monday. He denied it.";
        Reports.Parser.Parse(Reports.Of(Text))[^1].Referents.ShouldAllBe(m => m.Name == m.Span.Of(Text));
    }
}
