using System.Buffers;
using System.Collections.Frozen;

namespace Salient.Reading.Roles;

/// <summary>A picture's credit in a line.</summary>
/// <param name="Name">Who is credited.</param>
/// <param name="Alone">True where the line is the credit and nothing else.</param>
internal readonly record struct Credit(string Name, bool Alone);

/// <summary>Finds picture credits by their forms: "Image Credit: X", "(Source: X)", "(X/Agency)", "… X/Agency" at the end.</summary>
internal sealed class CreditForm(ReadingRules rules)
{
    private const int LongestName = 90;
    private readonly FrozenSet<string> agencies = rules.Agencies.ToFrozenSet(StringComparer.Ordinal);
    private readonly SearchValues<string> leads = SearchValues.Create(rules.CreditLeads.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The credit in <paramref name="text"/>, or null.</summary>
    public Credit? Find(string text)
    {
        var line = text.Trim();
        return Led(line) ?? Bracketed(line) ?? Trailing(line);
    }

    // "Caption. Image Credit: Name" or "Credit: Name" alone.
    private Credit? Led(string line)
    {
        // Most paragraphs hold no lead: one look for all of them settles that.
        if (!line.AsSpan().ContainsAny(leads))
        {
            return null;
        }

        foreach (var lead in rules.CreditLeads)
        {
            var at = line.LastIndexOf(lead, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(line[at - 1])))
            {
                continue;
            }

            var name = line[(at + lead.Length)..].Trim().TrimEnd(')', ']', ' ', '.');
            var before = line[..at].TrimEnd(' ', '(', '[', '|', '-', '–', '—', ',');
            if (name.Length is 0 or > LongestName && !name.Contains("://", StringComparison.Ordinal) || !Begins(before, line, at) || !NameLike(name))
            {
                continue;
            }

            if (name.Contains("://", StringComparison.Ordinal))
            {
                // A bare address credits whoever the caption names in brackets before it.
                name = Bracket(before.TrimEnd('.')) ?? name;
            }

            return new Credit(Clean(name), before.Length == 0);
        }

        return null;
    }

    // The lead begins a sentence, stands in brackets, or begins the line.
    private static bool Begins(string before, string line, int at) =>
        before.Length == 0 || line[..at].TrimEnd()[^1] is '(' or '[' or '|' or '.' or '-' or '–' or '—' or '!' or '?' or ')' or ',' || char.IsUpper(line[at]) && line[at..].Contains(':', StringComparison.Ordinal);

    // "Caption (Name/Agency)" and "(AP Photo/Name)".
    private Credit? Bracketed(string line)
    {
        var end = line.TrimEnd('.', ' ');
        if (Bracket(end) is not { } inside || !Credits(inside))
        {
            return null;
        }

        return new Credit(Clean(inside), end.Length == inside.Length + 2);
    }

    // "Caption. Name Name/Agency" and "Name/Agency" alone.
    private Credit? Trailing(string line)
    {
        var bare = line.TrimEnd('.', ' ');
        var stop = bare.LastIndexOfAny(['.', '!', '?', ')', '|', ';']);
        var tail = (stop < 0 ? bare : bare[(stop + 1)..]).Trim();
        if (tail.Length is 0 or > LongestName || line.EndsWith('?'))
        {
            return null;
        }

        if (tail.Contains('/', StringComparison.Ordinal) || agencies.Contains(tail))
        {
            return Credits(tail) && Forms.Words(tail) <= 7 ? new Credit(Clean(tail), tail.Length == bare.Length) : null;
        }

        // An unstopped line that ends in an agency's name, with a sentence before it: "A crater in the yard. Olena Hai Reuters".
        var last = tail.LastIndexOf(' ');
        return stop > 0 && last > 0 && agencies.Contains(tail[(last + 1)..]) && Forms.IsName(tail) && !Forms.EndsSentence(line) ? new Credit(Clean(tail), false) : null;
    }

    // One part of a name with slashes, or with commas, is an agency's.
    private bool Credits(string name)
    {
        if (name.Length > LongestName || name.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = name.Split(['/', '|', ',', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(p => agencies.Contains(p) || agencies.Contains(p.Replace("via ", "", StringComparison.Ordinal)))
            && (parts.Length > 1 || name.Contains('/', StringComparison.Ordinal) || agencies.Contains(name.Trim()));
    }

    private static bool NameLike(string name) =>
        name.Contains("://", StringComparison.Ordinal) || (char.IsUpper(name[0]) || name[0] is '@' or '“' or '"' || char.IsAsciiDigit(name[0])) && Forms.Words(name) <= 12 && !name.Contains(". ", StringComparison.Ordinal);

    private static string? Bracket(string line)
    {
        if (!line.EndsWith(')'))
        {
            return null;
        }

        var open = line.LastIndexOf('(');
        return open >= 0 ? line[(open + 1)..^1].Trim() : null;
    }

    private string Clean(string name)
    {
        var text = name.StartsWith("AP Photo/", StringComparison.Ordinal) ? name["AP Photo/".Length..] + "/AP" : name;
        var slash = text.LastIndexOf('/');
        return slash > 0 && !text.Contains("://", StringComparison.Ordinal) && rules.Platforms.Contains(text[(slash + 1)..].Trim()) ? text[..slash].Trim() : text;
    }
}
