using Salient.Records;
using Salient.Theatres;

namespace Salient.Tests.Theatres;

public sealed class LexiconTests
{
    private static readonly Theatre Ukraine = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine"));

    [Theory]
    [InlineData("Kadyrovites", MentionType.Force, "ru", "military")]
    [InlineData("Security Service of Ukraine", MentionType.Organisation, "ua", "government")]
    [InlineData("British Military Intelligence", MentionType.Organisation, "uk", "government")]
    [InlineData("ISW", MentionType.Organisation, "none", "think-tank")]
    [InlineData("Pyongyang", MentionType.Place, "kp", "government")]
    [InlineData("Polish", MentionType.Nationality, "nato", null)]
    [InlineData("Brazilian", MentionType.Nationality, "intl", null)]
    public void Load_KnownName_HasSideAndSourceType(string form, MentionType type, string side, string? source)
    {
        var entry = Ukraine.Lexicon.Where(e => e.Forms.Contains(form)).ShouldHaveSingleItem();
        (entry.Type, entry.Side, entry.Source).ShouldBe((type, side, source));
    }

    [Fact]
    public void Load_Forms_EachNamesOneEntryOfItsType()
    {
        var twice = Ukraine.Lexicon.SelectMany(e => e.Forms.Select(f => (e.Type, Form: f))).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key.Form);
        twice.ShouldBeEmpty();
    }

    [Fact]
    public void Load_SixthCell_GivesWeaponsTheirCategory() =>
        Ukraine.Lexicon.Where(e => e.Type == MentionType.Weapon && e.Category is null).ShouldBeEmpty();

    [Theory]
    [InlineData("x\tforce\tua\tmilitary", "lexicon.tsv:1", "cells")]
    [InlineData("x\tghost\tua\tmilitary\tX", "lexicon.tsv:1", "type of mention")]
    [InlineData("# c\nx\tforce\tzz\tmilitary\tX", "lexicon.tsv:2", "side")]
    [InlineData("x\tforce\tua\tmilitary\t | ", "lexicon.tsv:1", "form")]
    [InlineData("x\tforce\tua\t-\tX\nx\tforce\tua\t-\tY", "lexicon.tsv:2", "twice")]
    public void Load_WrongLine_IsRefusedWithFileAndLine(string lines, string where, string what)
    {
        var folder = Directory.CreateTempSubdirectory("salient").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "theatre.yaml"), "start: 2001-01-01\nsides:\n  - { id: ua, name: U }\n");
            File.WriteAllText(Path.Combine(folder, "lexicon.tsv"), lines);
            var problem = Should.Throw<ProblemException>(() => TheatreLoader.Load(folder)).Problem;
            problem.Where.ShouldEndWith(where);
            problem.What.ShouldContain(what);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
