namespace Salient.Coding.Frames;

/// <summary>The paths from a trigger to its arguments.</summary>
internal static class ArgumentPaths
{
    private static readonly HashSet<string> Special = ["subject", "object", "iobject", "self", "governor", "owner", "complement", "sibling"];

    private static readonly HashSet<string> Prepositions =
    [
        "about", "above", "across", "after", "against", "along", "alongside", "among", "around", "as", "at", "before", "behind", "below", "between", "beyond", "by", "despite",
        "during", "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "per", "through", "throughout", "to",
        "toward", "towards", "under", "until", "up", "upon", "via", "with", "within", "without",
    ];

    public static bool Known(string path) => Special.Contains(path) || Prepositions.Contains(path);
}
