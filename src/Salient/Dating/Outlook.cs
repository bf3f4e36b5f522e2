using Salient.Records;

namespace Salient.Dating;

/// <summary>Tells whether the clause around an expression looks ahead: which verb is nearer, one of the future or one of the past.</summary>
internal static class Outlook
{
    private const int Reach = 14;

    // "The envoy will hold talks in the city of Brod with the president of one and the premier of another on Thursday": farther back where no verb stands nearer.
    private const int Farthest = 32;

    /// <summary>True for the future; so is an end ("in force until May 3") where no verb tells.</summary>
    public static bool Ahead(Row row, int first, int end) => Look(row, first, end) ?? (row.Is(first - 1, "until") || row.Is(first - 1, "till"));

    /// <summary>True for the future, false for the past, null where no verb tells.</summary>
    public static bool? Look(Row row, int first, int end)
    {
        // The verb before governs ("will start on Monday"; "said on Monday that they will").
        if (Back(row, first, Reach) is { } near)
        {
            return near;
        }

        for (var i = end; i < row.Count && i - end <= Reach; i++)
        {
            if (Looks(row, i) is { } ahead)
            {
                return ahead;
            }

            if (Bound(row, i) && !row.Is(i, ","))
            {
                break;
            }
        }

        return Back(row, first, Farthest);
    }

    private static bool? Back(Row row, int first, int reach)
    {
        for (var i = first - 1; i >= 0 && first - i <= reach && !(Bound(row, i) && i < first - 1); i--)
        {
            if (Looks(row, i) is { } ahead)
            {
                return ahead;
            }
        }

        return null;
    }

    private static bool? Looks(Row row, int at)
    {
        var word = row.Word(at);
        if (row.Rules.In(word, WordSet.Future))
        {
            return true;
        }

        if (row.Rules.In(word, WordSet.FutureTo) && row.Is(at - 1, "to"))
        {
            return true;
        }

        return row.Rules.In(word, WordSet.Past) || (row.IsWord(at) && row.Form(at) is { Length: > 4 } form && form.EndsWith("ed", StringComparison.OrdinalIgnoreCase)) ? false : null;
    }

    private static bool Bound(Row row, int at) =>
        row[at].Shape == LexemeShape.Sign && row.Text[row[at].Start] is ';' or ':' or '(' or ')' or ',' or '"' or '“' or '”';
}
