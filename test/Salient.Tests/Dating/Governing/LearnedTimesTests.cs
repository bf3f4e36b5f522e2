using System.Text;
using Salient.Dating;
using Salient.Records;

namespace Salient.Tests.Dating.Governing;

[Trait("Category", "Slow")]
public sealed class LearnedTimesTests
{
    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));
    private static readonly Lazy<Dater> Learned = new(() => Dater.Load(Pipeline.DataFolder, Stages.Value.Theatre));

    [Theory]
    [InlineData("A drone struck the mill in Brod on Tuesday. Two workers were killed.", "civilian-harm/killed", "Two workers were killed", "2022-10-04..2022-10-04")]
    [InlineData("On Tuesday troops entered Brod and shelled its port.", "combat/shelling", "shelled its port", "2022-10-04..2022-10-04")]
    [InlineData("A drone struck the mill in Brod on Tuesday, wounding two workers.", "civilian-harm/wounded", "wounding two workers", "2022-10-04..2022-10-04")]
    [InlineData("A drone struck the mill in Brod on Tuesday. The town is the key to the whole valley.", "assessment/significance", "The town is the key to the whole valley", "none")]
    [InlineData("The ministry wrote on Tuesday that the enemy plans an assault.", "assessment/intention", "the enemy plans an assault", "none")]
    [InlineData("A drone struck the mill in Brod on Tuesday. Last month a bomb had hit its yard.", "combat/airstrike", "a bomb had hit its yard", "2022-09-01..2022-09-30")]
    public void Date_Claim_GetsTheTimeThatGovernsIt(string text, string label, string evidence, string gives)
    {
        var report = Stages.Value.Read(new Capture("r", "r", Encoding.UTF8.GetBytes(text), MediaKind.Text, Date: new DateOnly(2022, 10, 6))).Report.ShouldNotBeNull();
        var sentences = Stages.Value.Sentences(report);
        var start = report.Text.IndexOf(evidence, StringComparison.Ordinal);
        var at = sentences.ToList().FindIndex(s => s.Span.Contains(start));
        var slash = label.IndexOf('/', StringComparison.Ordinal);
        var assertion = new Assertion(label[..slash], label[(slash + 1)..], new TextSpan(start, start + evidence.Length), at, 0, 0, null, null, [], null, null, null, null, null, null, null, "test", 1);
        var found = Learned.Value.Date(report, sentences, assertion);
        (found is null ? "none" : Times.Show(found)).ShouldBe(gives);
    }
}
