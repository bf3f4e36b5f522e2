namespace Salient.Parsing.Naming;

/// <summary>The nouns that tell what a mention is, from <c>rules/en/parsing/mentions.tsv</c>.</summary>
internal sealed class MentionCues
{
    private readonly Dictionary<string, string> kinds = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">"lemma, kind", tab-separated.</param>
    public MentionCues(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells.Length == 2 && line[0] != '#')
            {
                kinds[cells[0]] = string.Intern(cells[1]);
            }
        }
    }

    /// <summary>What a word tells, by its lemma; null for nothing.</summary>
    public string? Kind(string lemma) => kinds.GetValueOrDefault(lemma);

    /// <summary>What a proper name's word tells: "Ministry", "Forces"; a plural by its singular too.</summary>
    public string? NameKind(string form)
    {
        if (kinds.TryGetValue(form, out var kind))
        {
            return kind;
        }

        return form.Length > 4 && form[^1] is 's' or 'S' ? kinds.GetValueOrDefault(form.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? form[..^3] + "y" : form[..^1]) : null;
    }
}
