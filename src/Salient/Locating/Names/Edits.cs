namespace Salient.Locating.Names;

/// <summary>How far two words are from each other.</summary>
internal static class Edits
{
    private const int Longest = 64;

    /// <summary>Letters to add, take out or change to make one of the other; <paramref name="most"/> + 1 where more, or where a word is too long.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || b.Length >= Longest)
        {
            return most + 1;
        }

        Span<int> row = stackalloc int[Longest];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var up = row[j];
                row[j] = Math.Min(Math.Min(up, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = up;
            }
        }

        return Math.Min(row[b.Length], most + 1);
    }
}
