using Salient.Records;
using Salient.Scoring;

namespace Salient.Tests.Scoring;

public sealed class ScorerTests : IDisposable
{
    private const string Text = "Invented troops took Oak Hill on Monday. They lost 12 tanks there, an officer said.";

    private readonly string folder = Directory.CreateTempSubdirectory("salient-score").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_SameClaims_IsPerfect()
    {
        var line = Claim("control", "captured", "Invented troops took Oak Hill on Monday");
        var score = Run([line], [line]);
        score.Found.ShouldBe(1);
        score.Coded.ShouldBe(1);
    }

    [Fact]
    public void Run_OtherAct_IsFoundButNotCoded()
    {
        var score = Run([Claim("control", "captured", "took Oak Hill")], [Claim("control", "held", "took Oak Hill")]);
        score.Found.ShouldBe(1);
        score.Coded.ShouldBe(0);
    }

    [Fact]
    public void Run_EvidenceUnderAQuarterOfUnion_IsNotFound()
    {
        var score = Run([Claim("control", "captured", "took")], [Claim("control", "captured", "Invented troops took Oak Hill on Monday")]);
        score.Found.ShouldBe(0);
    }

    [Fact]
    public void Run_EvidenceNotInReport_IsCounted() =>
        Run([Claim("loss", "destroyed", "12 tanks")], [Claim("loss", "destroyed", "13 tanks")]).Unverifiable.ShouldBe(1);

    [Fact]
    public void Run_MissesWanted_NamesBoth()
    {
        var score = Run([Claim("loss", "destroyed", "12 tanks")], [Claim("control", "captured", "took Oak Hill")], misses: true);
        score.Lines.Count.ShouldBe(2);
        score.Lines[0].ShouldStartWith("MISSED r loss/destroyed");
        score.Lines[1].ShouldStartWith("EXTRA  r control/captured");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"kind\":\"loss\",\"act\":\"destroyed\"}")]
    [InlineData("{\"kind\":\"loss\",\"act\":\"destroyed\",\"evidence\":\"x\",\"places\":[{}]}")]
    public void Run_LineThatIsNoClaim_SaysWhere(string line)
    {
        var problem = Should.Throw<ProblemException>(() => Run([Claim("loss", "destroyed", "12 tanks")], [line])).Problem;
        problem.Code.ShouldBe("SAL0911");
        problem.Where.ShouldEndWith("predicted.jsonl:1");
    }

    [Fact]
    public void Run_GoldEvidenceNotInReport_IsRefused() =>
        Should.Throw<ProblemException>(() => Run([Claim("loss", "destroyed", "14 tanks")], [])).Problem.Code.ShouldBe("SAL0912");

    private static string Claim(string kind, string act, string evidence) =>
        $$"""{"report":"r","kind":"{{kind}}","act":"{{act}}","evidence":"{{evidence}}","sources":[],"factuality":"CT+","places":[]}""";

    private Score Run(string[] gold, string[] predicted, bool misses = false)
    {
        File.WriteAllText(Path.Combine(folder, "r.txt"), Text);
        File.WriteAllLines(Path.Combine(folder, "gold.jsonl"), gold);
        File.WriteAllLines(Path.Combine(folder, "predicted.jsonl"), predicted);
        return Scorer.Run(Path.Combine(folder, "gold.jsonl"), Path.Combine(folder, "predicted.jsonl"), folder, misses);
    }
}
