namespace Salient.Acquiring;

/// <summary>Sets a title that came apart over its text.</summary>
internal static class Titled
{
    /// <summary><paramref name="text"/> with <paramref name="title"/> over it, unless it begins with it already; empty where the text is.</summary>
    public static string Text(string? title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? "" : string.IsNullOrWhiteSpace(title) || text.AsSpan().TrimStart().StartsWith(title.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase) ? text : $"{title.Trim()}\n\n{text}";
}
