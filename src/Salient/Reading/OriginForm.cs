using System.Collections.Immutable;
using Salient.Reading.Dates;
using Salient.Records;

namespace Salient.Reading;

/// <summary>Tells from a report's paragraphs who published it, what it is a copy of, and whether it is an institute's own assessment.</summary>
internal sealed class OriginForm(ReadingRules rules)
{
    private const int Top = 4;

    private static readonly string[] Leads =
    [
        "originally published on ", "originally published by ", "originally published in ", "originally published at ", "first published on ", "first published by ", "first published in ", "first appeared on ", "first appeared in ", "first appeared at ",
        "appeared first on ", "originally appeared on ", "originally appeared in ", "originally appeared at ", "reprinted from ", "republished from ", "reprinted with permission from ", "republished with permission from ", "reprinted with the author's permission from ", "syndicated from ", "cross-posted from ", "crossposted from ", "posted originally on ",
    ];

    /// <summary>The publisher, or null where the text does not tell.</summary>
    public string? Outlet(IReadOnlyList<Block> blocks)
    {
        foreach (var (cue, name) in rules.Outlets)
        {
            if (blocks.Any(b => !b.Coded() && b.Plain.Contains(cue, StringComparison.OrdinalIgnoreCase)))
            {
                return name;
            }
        }

        return blocks.Take(Top).Select(b => Dateline.Find(b.Text)?.Agency).FirstOrDefault(a => a is not null);
    }

    /// <summary>The site that a copy says it comes from; "unnamed" where it says so without a name; null for an original.</summary>
    public string? CopyOf(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks.Where(b => b.Role == ParagraphRole.Boilerplate && b.Text.Length <= 300))
        {
            foreach (var lead in Leads)
            {
                var at = block.Plain.IndexOf(lead, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    return Named(block.Text[(at + lead.Length)..]);
                }
            }
        }

        return null;
    }

    /// <summary>True where the report is an institute's own assessment.</summary>
    public bool Institute(string? title, string? outlet, IReadOnlyList<Block> blocks) => InstituteName(title, outlet, blocks) is not null;

    /// <summary>The institute whose own assessment this is, or null.</summary>
    public string? InstituteName(string? title, string? outlet, IReadOnlyList<Block> blocks)
    {
        var titles = new[] { title }.Concat(blocks.Where(b => b.Role == ParagraphRole.Heading).Take(2).Select(b => b.Text)).OfType<string>().ToList();
        var named = rules.Institutes.FirstOrDefault(f => titles.Any(t => Has(t, f.Title)) || (outlet is not null && Has(outlet, f.Outlet)));
        var general = rules.InstitutesGeneral;
        return named?.Name ?? (outlet is not null && Has(outlet, general.Outlet) && titles.Any(t => Has(t, general.Title)) ? outlet : null);
    }

    private static bool Has(string text, ImmutableArray<string> words) => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string Named(string rest)
    {
        var end = rest.AsSpan().IndexOfAny(",;|(\n");
        var name = (end > 0 ? rest[..end] : rest).Trim();
        var stop = name.IndexOf(". ", StringComparison.Ordinal);
        name = (stop > 0 ? name[..stop] : name).Trim(' ', '.', '"', '“', '”', ':');
        return name.Length == 0 || name.StartsWith("this ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("another ", StringComparison.OrdinalIgnoreCase) ? "unnamed" : name;
    }
}
