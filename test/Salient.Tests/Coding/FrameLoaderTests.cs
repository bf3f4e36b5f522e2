using Salient.Coding.Frames;
using Salient.Records;
using Shouldly;

namespace Salient.Tests.Coding;

public sealed class FrameLoaderTests : IDisposable
{
    private const string Good = "kind: combat\nframes:\n  - id: a\n    act: assault\n    verbs: [attack]\n    example: They attacked.\n    counter: They slept.\n";
    private readonly string folder = Directory.CreateTempSubdirectory("salient-frames").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_GoodFile_Frame() => Load(Good).Frames.ShouldHaveSingleItem().Id.ShouldBe("a");

    [Theory]
    [InlineData("SAL0502", 2, "kind: combat\nframes: [\n")]
    [InlineData("SAL0503", 6, "    colour: red\n")]
    [InlineData("SAL0503", 6, "    actor: [sideways]\n")]
    [InlineData("SAL0503", 6, "    prior: 3\n")]
    [InlineData("SAL0505", 6, "    when: { object: [nowhere] }\n")]
    [InlineData("SAL0507", 6, "    nouns: [\"attack > besides:it\"]\n")]
    public void Load_WrongLine_RefusedWithFileAndLine(string code, int line, string wrong)
    {
        var text = wrong.StartsWith("kind", StringComparison.Ordinal) ? wrong : Good.Replace("    example", wrong + "    example", StringComparison.Ordinal);
        var problem = Should.Throw<ProblemException>(() => Load(text)).Problem;
        problem.Code.ShouldBe(code);
        problem.Where.ShouldStartWith(Path.Combine(folder, "made.yaml:"));
        int.Parse(problem.Where[(problem.Where.LastIndexOf(':') + 1)..]).ShouldBeInRange(line, line + 1);
    }

    [Fact]
    public void Load_UnknownAct_NamesTheActsOfTheKind()
    {
        var problem = Should.Throw<ProblemException>(() => Load(Good.Replace("act: assault", "act: hugging", StringComparison.Ordinal))).Problem;
        problem.Code.ShouldBe("SAL0504");
        problem.Remedy.ShouldContain("assault");
    }

    [Fact]
    public void Load_SameIdTwice_Refused() =>
        Should.Throw<ProblemException>(() => Load(Good + Good[Good.IndexOf("  - id", StringComparison.Ordinal)..])).Problem.Code.ShouldBe("SAL0506");

    [Fact]
    public void Load_NoCounterExample_Refused() =>
        Should.Throw<ProblemException>(() => Load(Good.Replace("    counter: They slept.\n", "", StringComparison.Ordinal))).Problem.Code.ShouldBe("SAL0508");

    [Fact]
    public void Load_EmptyFolder_Refused() =>
        Should.Throw<ProblemException>(() => FrameLoader.Load(folder)).Problem.Code.ShouldBe("SAL0501");

    [Fact]
    public void Load_ShippedFrames_EachActOfTheHardKindsHasOne() =>
        Built.Frames.Frames.Where(f => f.Kind == "combat").Select(f => f.Act).Distinct().Order().ShouldBe(Codebook.Acts["combat"].Order());

    private FrameSet Load(string text)
    {
        File.WriteAllText(Path.Combine(folder, "made.yaml"), text);
        return FrameLoader.Load(folder);
    }
}
