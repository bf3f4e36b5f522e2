using System.Globalization;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Salient.Tests.House;

namespace Salient.Tests.Specs;

/// <summary>One case of a spec file.</summary>
/// <param name="Name">File and heading.</param>
/// <param name="Date">The report's date, or null.</param>
/// <param name="Text">The input.</param>
/// <param name="Expect">One expectation a line, blank lines left out.</param>
public sealed record SpecCase(string Name, DateOnly? Date, string Text, IReadOnlyList<string> Expect)
{
    /// <summary>The runner shows the name.</summary>
    public override string ToString() => Name;
}

/// <summary>Reads specs/&lt;stage&gt;/*.md.</summary>
public static class SpecFile
{
    /// <summary>Every case of a stage, or of one of its files, for <c>MemberData</c>.</summary>
    public static TheoryData<SpecCase> Cases(string stage, string files = "*.md")
    {
        var data = new TheoryData<SpecCase>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "specs", stage), files).Order(StringComparer.Ordinal))
        {
            foreach (var item in Read(file))
            {
                data.Add(item);
            }
        }

        return data;
    }

    private static IEnumerable<SpecCase> Read(string file)
    {
        string? name = null, text = null;
        DateOnly? date = null;
        foreach (var block in Markdown.Parse(File.ReadAllText(file)))
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } heading:
                    (name, date, text) = (Inline(heading.Inline), null, null);
                    break;
                case ParagraphBlock paragraph when Inline(paragraph.Inline) is var line && line.StartsWith("date: ", StringComparison.Ordinal):
                    date = DateOnly.ParseExact(line[6..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    break;
                case FencedCodeBlock { Info: "text" } code:
                    text = Lines(code, "\n");
                    break;
                case FencedCodeBlock { Info: "expect" } code:
                    var where = $"{Path.GetFileName(file)}: {name}";
                    yield return new SpecCase(
                        where,
                        date,
                        text ?? throw new InvalidDataException($"{where}: an expect block without a text block before it"),
                        [.. Lines(code, "\n").Split('\n').Where(l => !string.IsNullOrWhiteSpace(l))]);
                    break;
            }
        }
    }

    private static string Lines(LeafBlock code, string separator) => string.Join(separator, code.Lines.Lines.Take(code.Lines.Count).Select(l => l.ToString()));

    private static string Inline(ContainerInline? inline) => string.Concat(inline?.Descendants<LiteralInline>().Select(l => l.Content.ToString()) ?? []);
}
