namespace Salient.Dating;

/// <summary>"Early", "mid" and "late": a third of the month, season, quarter, year or decade that follows.</summary>
internal static class Stages
{
    /// <summary>The atom with a stage before it reckoned in.</summary>
    public static Atom Narrow(Row row, Atom atom)
    {
        var value = atom.Value;
        if (value is not { Sense: TimeSense.Date, From: { } from, To: { } to } || value.Precision is < TimePrecision.Week or > TimePrecision.Decade)
        {
            return atom;
        }

        var at = atom.First - 1;
        while (row.IsDash(at) || row.Is(at, "of") || row.Is(at, "the") || row.Is(at, "in"))
        {
            at--;
        }

        if (Third(row, at) is not { } third || atom.First - at > 4 || (row.Is(at + 1, "the") && !row.Is(at - 1, "the")))
        {
            return atom;
        }

        var first = row.Is(at - 1, "the") || row.Is(at - 1, "very") ? at - 1 : at;
        var (begin, end) = Part(from, to, third);
        return atom with { First = first, Value = value with { From = begin, To = end, Precision = TimePrecision.Part } };
    }

    private static int? Third(Row row, int at)
    {
        var word = row.Word(at);
        return row.Rules.In(word, WordSet.Early) ? 0 : row.Rules.In(word, WordSet.Middle) ? 1 : row.Rules.In(word, WordSet.Late) ? 2 : null;
    }

    private static (DateOnly From, DateOnly To) Part(DateOnly from, DateOnly to, int third)
    {
        // Days 1-10, 11-20 and 21 on of a month; whole months of what is longer.
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
        if (months >= 3)
        {
            var begin = from.AddMonths(months * third / 3);
            return (begin, third == 2 ? to : from.AddMonths(months * (third + 1) / 3).AddDays(-1));
        }

        var days = to.DayNumber - from.DayNumber + 1;
        var step = days >= 28 ? 10 : Math.Max(1, days / 3);
        return (from.AddDays(step * third), third == 2 ? to : from.AddDays((step * (third + 1)) - 1));
    }
}
