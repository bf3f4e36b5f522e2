namespace Salient.Web.Shared;

/// <summary>The pages that stand at the head of every page.</summary>
internal static class Navigation
{
    /// <summary>Address and name.</summary>
    public static IReadOnlyList<(string Href, string Name)> Links { get; } =
    [
        ("/", "Situation"),
        ("/map", "Map"),
        ("/claims", "Claims"),
        ("/reports", "Reports"),
        ("/events", "Events"),
        ("/figures", "Figures"),
        ("/disputes", "Disputes"),
        ("/sources", "Sources"),
    ];
}
