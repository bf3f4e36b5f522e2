using System.Text;
using Salient.Coding;
using Salient.Records;
using Shouldly;

namespace Salient.Tests.Specs;

[Trait("Category", "Slow")]
public sealed class CodingSpecs
{
    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));

    public static TheoryData<SpecCase> Cases() => SpecFile.Cases("coding");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spec_EveryLine_IsProposed(SpecCase spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var report = Stages.Value.Read(new Capture("spec", "spec", Encoding.UTF8.GetBytes(spec.Text), MediaKind.Text)).Report.ShouldNotBeNull();
        var proposed = Stages.Value.Propose(report, Stages.Value.Sentences(report));
        foreach (var line in spec.Expect)
        {
            proposed.Any(c => Fits(c.Assertion, report.Text, line)).ShouldBeTrue($"{line}\nproposed:\n{string.Join('\n', proposed.Select(c => $"{c.Assertion.Kind}/{c.Assertion.Act}: {c.Assertion.Evidence.Of(report.Text)}"))}");
        }
    }

    private static bool Fits(Assertion a, string text, string line)
    {
        var parts = line.Split(" | ");
        return parts[0] == $"{a.Kind}/{a.Act}: {a.Evidence.Of(text)}" && parts.Skip(1).All(p => Has(a, p));
    }

    private static bool Has(Assertion a, string slot)
    {
        var space = slot.IndexOf(' ', StringComparison.Ordinal);
        var value = slot[(space + 1)..];
        return slot[..space] switch
        {
            "actor" => a.Actor?.Side == value,
            "target" => a.Target?.Side == value,
            "place" => a.Places.Any(p => $"{p.Name} {p.Role}" == value),
            "unit" => a.Unit == value,
            "category" => a.Category == value,
            "outcome" => a.Outcome == value,
            _ => false,
        };
    }
}
