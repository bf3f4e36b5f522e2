using System.CommandLine;
using System.Text.RegularExpressions;
using Salient.Cli;
using Salient.Theatres;

namespace Salient.Tests.House;

/// <summary>What users can call or meet is documented.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Verbs { get; } = [.. Root.Make().Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ThatACallBeginsWith_IsTheOnlyOneMade(string verb) => Root.Make(verb, "--help").Subcommands.ShouldHaveSingleItem().Name.ShouldBe(verb);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verbs_EachWithItsOptions_AreInTheReference(string verb)
    {
        var reference = File.ReadAllText(Path.Combine(Repository.Root, "docs", "verbs.md"));
        var start = reference.IndexOf($"\n## {verb}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"docs/verbs.md has no heading '## {verb}'");
        var end = reference.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        var section = reference[start..(end < 0 ? reference.Length : end)];
        foreach (var option in Options(Root.Make().Subcommands.Single(c => c.Name == verb)))
        {
            section.ShouldContain($"`{option}", customMessage: $"docs/verbs.md does not say what {verb} {option} does");
        }
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public void Border_IsCalledAfterTheTheatresDisputedPart(string verb)
    {
        var part = Outline.Load(Path.Combine(Repository.Root, "theatres", "ukraine"))!.Disputed!;
        var border = Root.Make().Subcommands.Single(c => c.Name == verb).Options.Single(o => o.Name == "--border");
        border.Aliases.ShouldBe(["--" + part.Name.ToLowerInvariant()]);
        border.Description!.ShouldContain(part.Name);
        foreach (var whose in part.Borders)
        {
            Root.Make().Parse([verb, border.Aliases.Single(), whose]).Errors.ShouldBeEmpty();
        }

        Root.Make().Parse([verb, "--border", "nobody"]).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public void Errors_EveryCodeOfTheSource_IsInTheReference()
    {
        var documented = Codes(File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md"))).ToHashSet();
        var used = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Codes(File.ReadAllText(f))).Distinct().Order(StringComparer.Ordinal);
        used.Where(c => !documented.Contains(c)).ShouldBeEmpty();
    }

    [Fact]
    public void Links_OfTheDocuments_LeadSomewhere()
    {
        var root = Repository.Root;
        var broken = Directory.EnumerateFiles(root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md"))
            .SelectMany(f => LocalLink().Matches(File.ReadAllText(f)).Select(m => (File: f, Target: m.Groups[1].Value)))
            .Where(l => !Path.Exists(Path.Combine(Path.GetDirectoryName(l.File)!, l.Target)))
            .Select(l => $"{Path.GetRelativePath(root, l.File)}: {l.Target}");
        broken.ShouldBeEmpty();
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Where(o => !o.Hidden && o is not System.CommandLine.Help.HelpOption).Select(o => o.Name).Concat(command.Subcommands.SelectMany(Options));

    private static IEnumerable<string> Codes(string text) => Code().Matches(text).Select(m => m.Value);

    [GeneratedRegex("SAL[0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)[^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex LocalLink();
}
