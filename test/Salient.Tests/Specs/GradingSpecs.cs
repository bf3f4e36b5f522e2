using Salient.Grading;
using Salient.Publishing;
using Salient.Records;

namespace Salient.Tests.Specs;

/// <summary>Runs specs/grading.</summary>
public sealed class GradingSpecs
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);
    private static readonly Grader Grader = new(Modality.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "modality.tsv")));

    /// <summary>Each case.</summary>
    public static TheoryData<SpecCase> Cases => SpecFile.Cases("grading");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Grade_Trigger_HasGradeAndSource(SpecCase item)
    {
        var report = AttributingSpecs.Report(item.Text);
        var sentences = Pipeline.Sentences(report);
        var attributions = Pipeline.Attribute(report, sentences);
        foreach (var line in item.Expect)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var word = line[..colon];
            var (sentence, token) = Enumerable.Range(0, sentences.Length).SelectMany(i => Enumerable.Range(0, sentences[i].Tokens.Length).Select(t => (i, t))).First(p => sentences[p.i].Tokens[p.t].Form == word);
            var span = sentences[sentence].Tokens[token].Span;
            var assertion = new Assertion("combat", "shelling", span, sentence, token, token, null, null, [], null, null, null, null, null, null, null, "spec", 1);
            var grade = Grader.Grade(report, sentences, attributions, assertion);
            var said = grade.Sources.IsEmpty ? string.Empty : $" / {grade.Sources[0].Name} / {grade.Sources[0].Side}";
            $"{word}: {ClaimJson.Code(grade.Factuality)}{said}".ShouldBe(line.Trim());
        }
    }
}
