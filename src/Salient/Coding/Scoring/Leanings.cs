namespace Salient.Coding.Scoring;

/// <summary>The outputs that speak for a claim's factuality: one group for what happened, one for what was said or judged of it, since one clause may hold both with different grades.</summary>
internal static class Leanings
{
    private const string Mark = "grade:";
    private static readonly string[] Judged = ["assessment", "cohesion", "politics"];

    /// <summary>The codebook's values in the order of <see cref="Salient.Records.Factuality"/>.</summary>
    public static IReadOnlyList<string> Values { get; } = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"];

    /// <summary>All outputs.</summary>
    public static IReadOnlyList<string> Outputs { get; } = [.. Values.Select(v => Mark + "event:" + v), .. Values.Select(v => Mark + "judged:" + v)];

    /// <summary>True for one of <see cref="Outputs"/>.</summary>
    public static bool Is(string output) => output.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The output for a claim's factuality.</summary>
    public static string Of(string kind, string value) => Mark + (Array.IndexOf(Judged, kind) >= 0 ? "judged:" : "event:") + value;
}
