namespace Salient.Records;

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

    /// <summary>Nouns in -man of which there are no -men.</summary>
    private static readonly HashSet<string> Regular = new(StringComparer.OrdinalIgnoreCase) { "german", "roman", "human" };

    /// <summary>The plural of a noun phrase: of its last word. One that is a plural already stays.</summary>
    public static string Of(string phrase)
    {
        var at = phrase.LastIndexOf(' ') + 1;
        var (rest, noun) = (phrase[..at], phrase[at..]);
        if (Odd.TryGetValue(noun, out var odd))
        {
            return rest + odd;
        }

        return rest + noun switch
        {
            "" or [.., 'm', 'e', 'n'] or [.., 's', 's', 'e', 's'] => noun,
            [.., 'm', 'a', 'n'] when !Regular.Contains(noun) => noun[..^2] + "en",
            [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => noun[..^1] + "ies",
            [.., 's'] or [.., 'x'] or [.., 'c' or 's', 'h'] => noun + "es",
            _ => noun + "s",
        };
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
