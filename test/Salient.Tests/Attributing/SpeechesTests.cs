using System.Text;
using Salient.Records;

namespace Salient.Tests.Attributing;

/// <summary>Speeches that a report prints whole.</summary>
public sealed class SpeechesTests
{
    private const string Words = "We came to this town in the spring. I saw that our mill had burned. I will not forget it, and we shall rebuild it.\n\nOur neighbours helped us. We thank them. I ask all of us to stay, for we shall need our hands. "
        + "My brother told me that the road was closed. We opened it. We want our children to walk on it, and I want them to walk safely. We have the stones and we have the men, and nobody will take our road from us again, for we know each bend of it.";

    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("President Zelensky spoke in the harbour. The full text of his address is below:", true)]
    [InlineData("Full transcript of Volodymyr Zelensky's speech to the millers", true)]
    [InlineData("President Zelensky spoke in the harbour.", false)]
    public void Attribute_SpeechPrintedWhole_IsItsSpeakers(string opening, bool whole)
    {
        var report = Pipeline.Read(new Capture("speech", "speech.txt", Encoding.UTF8.GetBytes(opening + "\n\n" + Words), MediaKind.Text)).Report!;
        var at = report.Text.IndexOf("We want our children", StringComparison.Ordinal);
        Pipeline.Attribute(report, Pipeline.Sentences(report)).Any(a => a.By?.Name == "Volodymyr Zelensky" && a.Content.Any(c => c.Contains(new TextSpan(at, at + 20)))).ShouldBe(whole);
    }
}
