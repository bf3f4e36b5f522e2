using System.Xml.Linq;

namespace Salient.Tests.House;

/// <summary>What holds of the repository as a whole.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void Solution_NamesEveryProject()
    {
        var root = Repository.Root;
        var listed = XDocument.Load(Path.Combine(root, "Salient.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value).Order(StringComparer.Ordinal);
        var present = ((string[])["src", "test", "bench"]).SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*.csproj", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(root, p).Replace('\\', '/')).Order(StringComparer.Ordinal);
        listed.ShouldBe(present);
    }

    [Fact]
    public void Specs_EveryFile_IsRunByATheory()
    {
        var specs = Path.Combine(Repository.Root, "specs");
        var stages = Directory.EnumerateFiles(specs, "*.md", SearchOption.AllDirectories).Where(f => Path.GetDirectoryName(f) != specs)
            .Select(f => Path.GetRelativePath(specs, f).Replace('\\', '/').Split('/')[0]).Distinct().Order(StringComparer.Ordinal);
        var theories = typeof(RepositoryTests).Assembly.GetTypes().Where(t => t.Namespace == "Salient.Tests.Specs" && t.Name.EndsWith("Specs", StringComparison.Ordinal))
            .Select(t => t.Name[..^"Specs".Length].ToLowerInvariant()).ToHashSet();
        foreach (var stage in stages)
        {
            theories.ShouldContain(stage, $"specs/{stage} is run by no theory Salient.Tests.Specs.*Specs");
        }
    }

    [Fact]
    public void Changelog_NamesTheVersion()
    {
        var version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")).ShouldContain($"## {version}");
    }
}
