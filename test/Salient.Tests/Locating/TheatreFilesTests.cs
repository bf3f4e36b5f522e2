using Salient.Locating.Gazetteers;
using Salient.Locating.Resolving;
using Salient.Records;

namespace Salient.Tests.Locating;

/// <summary>Files beside the gazetteer that were written by hand and are wrong.</summary>
public sealed class TheatreFilesTests
{
    [Theory]
    [InlineData("Psel\t50.9,34.8; 49.0,33.6\textra")]
    [InlineData("Psel\t50.9,34.8")]
    [InlineData("Psel\t50.9,34.8; north,33.6")]
    [InlineData("Psel\t95.9,34.8; 49.0,33.6")]
    [InlineData("Sula\t50.9,34.8; 49.0,33.6")]
    public void Courses_BadLine_IsNamed(string line)
    {
        using var folder = new Folder();
        File.WriteAllLines(Path.Combine(folder.Path, "waters.tsv"), ["# comment", "Sula\t50.9,33.5; 49.6,32.8", line]);
        var problem = Should.Throw<ProblemException>(() => Courses.Load(folder.Path)).Problem;
        problem.Code.ShouldBe("SAL0305");
        problem.Where.ShouldEndWith("waters.tsv:3");
    }

    [Fact]
    public void Nearest_PointBesideTheCourse_IsOnIt()
    {
        using var folder = new Folder();
        File.WriteAllText(Path.Combine(folder.Path, "waters.tsv"), "Sula\t50,33; 49,33\n");
        var (lat, lon, km) = Courses.Load(folder.Path).Nearest("Sula", 49.5, 34)!.Value;
        lat.ShouldBe(49.5, 0.001);
        lon.ShouldBe(33, 0.001);
        km.ShouldBe(72.2, 0.5);
        Courses.Load(folder.Path).Nearest("Psel", 49.5, 34).ShouldBeNull();
    }

    [Theory]
    [InlineData("2022-02-24\t2022-04-06\tKyiv\t1")]
    [InlineData("2022-02-24\t2022-13-06\tKyiv\t1\t50,30; 51,30")]
    [InlineData("2022-02-24\t2022-04-06\tKyiv\tmuch\t50,30; 51,30")]
    [InlineData("2022-02-24\t2022-04-06\tKyiv\t1\t50,30")]
    public void Fronts_BadLine_IsNamed(string line)
    {
        using var folder = new Folder();
        File.WriteAllLines(Path.Combine(folder.Path, "fronts.tsv"), ["# comment", line]);
        var problem = Should.Throw<ProblemException>(() => Fronts.Load(folder.Path, new GazetteerBuilder().Build().Places)).Problem;
        problem.Code.ShouldBe("SAL0305");
        problem.Where.ShouldEndWith("fronts.tsv:2");
    }

    [Fact]
    public void Load_OneBadLineOfPlaces_LoadsNothingAndNamesIt()
    {
        using var folder = new Folder();
        File.WriteAllLines(Path.Combine(folder.Path, "places.tsv"), ["-\tsettlement\tUA\tLubny\t50.01\t33\t-\t-", "-\tsettlement\tUA\tKhorol\t133.3\t49.8\t-\t-"]);
        var problem = Should.Throw<ProblemException>(() => GazetteerLoader.Load(folder.Path)).Problem;
        problem.Code.ShouldBe("SAL0303");
        problem.What.ShouldContain("line 2");
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("theatre").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
