namespace Salient.Parsing;

/// <summary>The lists that the tokeniser and the splitter go by, from <c>rules/en/parsing/</c>.</summary>
internal sealed class Abbreviations
{
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> byForm;

    /// <param name="lines">"word, kind", tab-separated; lines that begin with # are comments.</param>
    public Abbreviations(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells.Length >= 2 && line[0] != '#')
            {
                kinds[cells[0]] = string.Intern(cells[1]);
            }
        }

        byForm = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind of a word, matched in lower case: "title", "abbreviation", "prefix", "starter", "contraction:4" …; null where it is in no list.</summary>
    public string? Kind(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 24)
        {
            return null;
        }

        Span<char> lower = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = Keys.Plain(word[i]);
        }

        return byForm.TryGetValue(lower, out var kind) ? kind : null;
    }
}
