namespace Salient.Records;

/// <summary>Turns UTF-16 offsets into Unicode code points for what leaves the program.</summary>
/// <remarks>An unpaired surrogate counts as one code point, as Python counts it. Text without surrogates costs nothing.</remarks>
public sealed class CodePoints
{
    private readonly int[] pairs;

    /// <summary>Indexes the surrogate pairs of <paramref name="text"/>.</summary>
    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<int>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                found.Add(i++);
            }
        }

        pairs = [.. found];
    }

    /// <summary>The code points before UTF-16 offset <paramref name="offset"/>.</summary>
    public int At(int offset)
    {
        if (pairs.Length == 0)
        {
            return offset;
        }

        var i = Array.BinarySearch(pairs, offset);
        return offset - (i >= 0 ? i : ~i);
    }
}
