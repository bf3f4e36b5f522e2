namespace Salient.Records;

/// <summary>Lower case, quickly where a word has it already, as most have.</summary>
internal static class Casing
{
    /// <summary>The word in lower case.</summary>
    public static string Lowered(this string word)
    {
        foreach (var c in word)
        {
            if (c is >= 'A' and <= 'Z' || !char.IsAscii(c))
            {
                return word.ToLowerInvariant();
            }
        }

        return word;
    }
}
