using Salient.Records;

namespace Salient.Reading.Roles;

/// <summary>Marks numbered notes: lines that begin with "[1]" in rising order and follow the text, mostly links.</summary>
internal sealed class EndnotePass : IRolePass
{
    public void Mark(IReadOnlyList<Block> blocks)
    {
        // Backwards from the end: notes are the last numbered lines of a report, in falling order as seen from there.
        var first = -1;
        var next = int.MaxValue;
        var seen = 0;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (Number(blocks[i].Text) is { } n && n <= next)
            {
                first = i;
                next = n;
                seen++;
                if (n == 1)
                {
                    break;
                }
            }
        }

        if (first < 0 || next > 1 && seen < 3)
        {
            return;
        }

        for (var i = first; i < blocks.Count; i++)
        {
            if (!blocks[i].Settled && (Number(blocks[i].Text) is not null || Continues(blocks[i].Text)))
            {
                blocks[i].Settle(ParagraphRole.Endnote);
            }
        }
    }

    /// <summary>The note's number where <paramref name="text"/> begins with one in brackets.</summary>
    public static int? Number(string text)
    {
        if (text.Length < 4 || text[0] != '[')
        {
            return null;
        }

        var end = text.IndexOf(']', StringComparison.Ordinal);
        return end is > 1 and < 6 && int.TryParse(text.AsSpan(1, end - 1), System.Globalization.NumberStyles.None, null, out var n) ? n : null;
    }

    private static bool Continues(string text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("dot ", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal);
}
