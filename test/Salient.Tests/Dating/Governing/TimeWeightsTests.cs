using System.IO.Compression;
using System.Text;
using Salient.Dating.Governing;
using Salient.Records;

namespace Salient.Tests.Dating.Governing;

public sealed class TimeWeightsTests
{
    private static readonly TimeWeights Weights = new(
        new Dictionary<string, float[]>(StringComparer.Ordinal)
        {
            ["fronted"] = [0, 0, 2, 0, 0, 0, 0],
            ["asks"] = [1.5f, 0, 0, 0, 0, 0, 0],
        },
        0.25f);

    [Theory]
    [InlineData("fronted", 2, 1)]
    [InlineData("fronted", 3, 0)]
    [InlineData("nobody knows this one", 2, 0)]
    public void Best_FeatureOfAPlace_CountsThereAlone(string shown, int place, int best) =>
        Weights.Best([new(TimePlace.None, ["asks"]), new((TimePlace)place, [shown])]).ShouldBe(best);

    [Fact]
    public void Best_TwoTimes_TakesTheOneWithMoreToSpeakForIt() =>
        Weights.Best([new(TimePlace.None, []), new(TimePlace.Own, []), new(TimePlace.Left, ["fronted"])]).ShouldBe(2);

    [Fact]
    public void Load_WhatWasSaved_WeighsTheSame()
    {
        var path = Path.GetTempFileName();
        TimeWeightsFile.Save(Weights, path);
        var read = TimeWeightsFile.Load(path);
        read.Margin.ShouldBe(0.25f);
        read.Sum(new(TimePlace.Left, ["fronted", "asks"])).ShouldBe(2f);
        read.Sum(new(TimePlace.None, ["fronted", "asks"])).ShouldBe(1.5f);
        File.Delete(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1000")]
    [InlineData("x\nfronted\t1\t1\t1\t1\t1\t1\t1")]
    [InlineData("1000\nfronted\t1\t1")]
    [InlineData("1000\nfronted\t1\t1\t1\t1\t1\t1\t99999999999")]
    [InlineData("1000\nfronted\t1\t1\t1\t1\t1\t1\t1\nfronted\t1\t1\t1\t1\t1\t1\t1")]
    public void Load_DamagedFile_IsRefused(string text)
    {
        var path = Path.GetTempFileName();
        using (var packed = new BrotliStream(File.Create(path), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        Should.Throw<ProblemException>(() => TimeWeightsFile.Load(path)).Problem.Code.ShouldBe("SAL0526");
        File.WriteAllText(path, "not packed at all");
        Should.Throw<ProblemException>(() => TimeWeightsFile.Load(path)).Problem.Code.ShouldBe("SAL0526");
        File.Delete(path);
        Should.Throw<ProblemException>(() => TimeWeightsFile.Load(path)).Problem.Code.ShouldBe("SAL0525");
    }
}
