using System.Globalization;
using Salient.Measuring;
using Salient.Records;
using Salient.Tests.Dating;
using Salient.Theatres;

namespace Salient.Tests.Specs;

public sealed class MeasuringSpecs
{
    private static readonly Measurer Measurer = new(
        TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")),
        NumberRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));

    public static TheoryData<SpecCase> Cases() => SpecFile.Cases("measuring");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spec_EveryLine_Holds(SpecCase spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var sentences = Times.Sentences(spec.Text);
        foreach (var line in spec.Expect)
        {
            var (assertion, gives) = Claims.Parse(line, spec.Text, sentences);
            Show(Measurer.Measure(Times.Report(spec.Text, null), sentences, assertion)).ShouldBe(gives, line);
        }
    }

    private static string Show(Quantity? q) => q is null ? "none" : $"{Show(q.Min)}..{Show(q.Max)} {q.Unit} {q.Basis}";

    private static string Show(double? v) => v?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
