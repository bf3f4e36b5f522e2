using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class SenseClassLoaderTests
{
    [Fact]
    public void Load_LineOfTwoCells_SaysWhichLine()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# classes\nintend\tv\n");
            var problem = Should.Throw<ProblemException>(() => SenseClassLoader.Load(path)).Problem;
            (problem.Code, problem.Where).ShouldBe(("SAL0541", path + ":2"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void NamesOf_TermOfTwoWords_IsFoundAtItsSecond()
    {
        var classes = new SenseClasses([("attack", 'n', "air strike")]);
        var view = Built.View(["air air NOUN 2 compound", "strike strike NOUN 0 root"]);
        var senses = new SentenceSenses(classes, view.Sentences[0]);
        senses.NamesOf(1).ShouldContain("attack");
        senses.NamesOf(0).ShouldBeEmpty();
    }
}
