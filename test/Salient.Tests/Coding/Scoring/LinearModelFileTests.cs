using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Tests.Coding.Scoring;

public sealed class LinearModelFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Load_WhatWasSaved_SumsTheSame()
    {
        var model = new LinearModel(["combat", "none", "combat/clash"], new() { ["H:clash"] = [(0, 1.25f), (2, -0.5f)] }, 0.3);
        LinearModelFile.Save(model, path);
        var read = LinearModelFile.Load(path);
        read.Threshold.ShouldBe(0.3);
        read.Sum(["H:clash", "unknown"]).ShouldBe([1.25, 0, -0.5]);
    }

    [Fact]
    public void Load_NoModel_SaysSo()
    {
        File.WriteAllText(path, "a\tb\n");
        Should.Throw<ProblemException>(() => LinearModelFile.Load(path)).Problem.Code.ShouldBe("SAL0543");
    }

    [Fact]
    public void Load_WeightThatIsNone_SaysWhichLine()
    {
        File.WriteAllText(path, "# salient coder 1\n0.3\tcombat\tnone\nH:clash\t9:1\n");
        Should.Throw<ProblemException>(() => LinearModelFile.Load(path)).Problem.Where.ShouldEndWith(":3");
    }
}
