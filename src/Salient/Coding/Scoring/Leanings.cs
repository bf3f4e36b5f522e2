using System.Collections.Frozen;
using Salient.Theatres;

namespace Salient.Coding.Scoring;

/// <summary>The outputs that speak for what a claim is besides its kind and act: its factuality, whose word it is, which side acts and which is acted on.</summary>
/// <remarks>Each has one group of outputs for what happened and one for what was said or judged of it, since one clause may hold both.</remarks>
internal static class Leanings
{
    /// <summary>The claim's factuality.</summary>
    public const string Grade = "grade";

    /// <summary>Whose word it is: the report's own or somebody's.</summary>
    public const string Voice = "voice";

    /// <summary>The side of whose word it is, where it is somebody's.</summary>
    public const string Speaker = "speaker";

    /// <summary>The side that acts.</summary>
    public const string Actor = "actor";

    /// <summary>The side that is acted on.</summary>
    public const string Target = "target";

    /// <summary>The report's own word.</summary>
    public const string Own = "own";

    /// <summary>Somebody's word.</summary>
    public const string Said = "said";

    /// <summary>Nobody; of a speaker, one without a side.</summary>
    public const string Nobody = "nobody";

    private static readonly string[] Judged = ["assessment", "cohesion", "politics"];
    private static readonly string[] Sides = [SideRole.Home, SideRole.Foe, SideRole.Other, Nobody];

    private static readonly (string Group, string[] Values)[] All =
    [
        (Grade, ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]),
        (Voice, [Own, Said]),
        (Speaker, Sides),
        (Actor, Sides),
        (Target, Sides),
    ];

    /// <summary>The values of each group; those of factuality in the order of <see cref="Salient.Records.Factuality"/>.</summary>
    public static FrozenDictionary<string, string[]> Values { get; } = All.ToFrozenDictionary(g => g.Group, g => g.Values, StringComparer.Ordinal);

    /// <summary>Groups of outputs of which one applies.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups { get; } =
        [.. All.SelectMany(g => new[] { "event", "judged" }.Select(k => (IReadOnlyList<string>)[.. g.Values.Select(v => $"{g.Group}:{k}:{v}")]))];

    /// <summary>True for an output of one of <see cref="Groups"/>.</summary>
    public static bool Is(string output) => output.Contains(':', StringComparison.Ordinal);

    /// <summary>A side as <see cref="Actor"/> and <see cref="Target"/> have values; who acts or is acted on without a side is another.</summary>
    /// <param name="roles">Roles by the sides' ids.</param>
    /// <param name="side">The side's id; null or empty for nobody.</param>
    public static string Seen(FrozenDictionary<string, string> roles, string? side) =>
        string.IsNullOrEmpty(side) ? Nobody : roles.GetValueOrDefault(side, SideRole.Other);

    /// <summary>The output for a value.</summary>
    public static string Of(string kind, string group, string value) => $"{group}:{(Array.IndexOf(Judged, kind) >= 0 ? "judged" : "event")}:{value}";
}
