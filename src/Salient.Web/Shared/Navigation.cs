namespace Salient.Web.Shared;

/// <summary>The pages that stand at the head of every page.</summary>
internal static class Navigation
{
    /// <summary>Address and name.</summary>
    public static IReadOnlyList<(string Href, string Name)> Links { get; } =
    [
        ("/", "Today"),
        ("/situation", "Situation"),
        ("/map", "Map"),
        ("/claims", "Claims"),
        ("/reports", "Reports"),
        ("/events", "Events"),
        ("/places", "Places"),
        ("/figures", "Figures"),
        ("/disputes", "Disputes"),
        ("/dynamics", "Dynamics"),
        ("/sources", "Sources"),
        ("/review", "Review"),
        ("/exports", "Exports"),
    ];
}
