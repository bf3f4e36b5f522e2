using Salient.Coding.Frames;
using Salient.Records;
using Shouldly;

namespace Salient.Tests.Coding;

/// <summary>Every frame's examples fire and its counter-examples do not, through the real parser.</summary>
[Trait("Category", "Slow")]
public class FrameExampleTests
{
    private static readonly Lazy<Pipeline> Stages = new(() => new Pipeline(Pipeline.DataFolder));

    public static TheoryData<string> Files() =>
        [.. Built.Frames.Frames.Select(f => Path.GetFileNameWithoutExtension(f.File)).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Propose_ExamplesOfAFile_FireAndCountersDoNot(string file)
    {
        var wrong = Built.Frames.Frames.Where(f => Path.GetFileNameWithoutExtension(f.File) == file).SelectMany(f =>
            f.Examples.Where(e => !Fires(f, e.Text)).Select(e => $"{file}.yaml:{e.Line}: {f.Id} does not fire on: {e.Text}")
                .Concat(f.Counters.Where(e => Fires(f, e.Text)).Select(e => $"{file}.yaml:{e.Line}: {f.Id} fires on: {e.Text}")));
        wrong.ShouldBeEmpty();
    }

    private static bool Fires(Frame frame, string text)
    {
        var report = Stages.Value.Read(new Capture("example", "example", System.Text.Encoding.UTF8.GetBytes(text), MediaKind.Text)).Report;
        return report is not null && Stages.Value.Propose(report, Stages.Value.Sentences(report)).Any(c => c.Frame.Id == frame.Id);
    }
}
