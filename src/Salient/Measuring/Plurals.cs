namespace Salient.Measuring;

/// <summary>English plurals, made and undone by rule.</summary>
internal static class Plurals
{
    private static readonly Dictionary<string, string> Odd = new(StringComparer.Ordinal)
    {
        ["man"] = "men",
        ["woman"] = "women",
        ["child"] = "children",
        ["person"] = "persons",
        ["people"] = "people",
        ["axis"] = "axes",
        ["crisis"] = "crises",
        ["foot"] = "feet",
        ["aircraft"] = "aircraft",
        ["personnel"] = "personnel",
        ["series"] = "series",
    };

    private static readonly Dictionary<string, string> Undone = Odd.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>The plural of a noun phrase: of its last word.</summary>
    public static string Of(string phrase)
    {
        var at = phrase.LastIndexOf(' ') + 1;
        var (rest, noun) = (phrase[..at], phrase[at..]);
        if (Odd.TryGetValue(noun, out var odd))
        {
            return rest + odd;
        }

        if (noun.EndsWith("man", StringComparison.Ordinal))
        {
            return rest + noun[..^3] + "men";
        }

        return rest + (noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) ? noun + "es"
            : noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2]) ? noun[..^1] + "ies"
            : noun + "s");
    }

    /// <summary>The singular of a lower-case noun.</summary>
    public static string Undo(string noun) =>
        Undone.TryGetValue(noun, out var odd) ? odd
        : noun.EndsWith("men", StringComparison.Ordinal) ? noun[..^3] + "man"
        : noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4 ? noun[..^3] + "y"
        : noun.EndsWith("sses", StringComparison.Ordinal) || noun.EndsWith("xes", StringComparison.Ordinal) || noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal) ? noun[..^2]
        : noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal) && noun.Length > 2 ? noun[..^1]
        : noun;
}
