namespace Salient.Parsing;

/// <summary>Where a contraction is cut: do|n't, it|'s, can|not.</summary>
internal static class Contractions
{
    /// <summary>Characters of the first part, 0 where there is nothing to cut.</summary>
    public static int Cut(ReadOnlySpan<char> word, Abbreviations lists)
    {
        if (lists.Kind(word) is { } kind && kind.StartsWith("cut:", StringComparison.Ordinal))
        {
            return kind[4] - '0';
        }

        var n = word.Length;
        for (var i = Math.Max(1, n - 3); i < n; i++)
        {
            if (!CharKinds.IsApostrophe(word[i]))
            {
                continue;
            }

            var tail = word[(i + 1)..];
            if (n > 3 && tail is "t" or "T" && word[i - 1] is 'n' or 'N')
            {
                return i - 1;
            }

            return Is(tail, "s") || Is(tail, "m") || Is(tail, "d") || Is(tail, "re") || Is(tail, "ve") || Is(tail, "ll") ? i : 0;
        }

        return 0;
    }

    private static bool Is(ReadOnlySpan<char> tail, string clitic) => tail.Equals(clitic, StringComparison.OrdinalIgnoreCase);
}
