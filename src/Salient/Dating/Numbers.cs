namespace Salient.Dating;

/// <summary>Counts, ordinals and spelled years in time expressions.</summary>
internal static class Numbers
{
    /// <summary>A whole number in digits or words; "a" and "an" are one.</summary>
    public static int Count(Row row, int at, out int value)
    {
        value = row.Digits(at);
        if (value >= 0)
        {
            // "2 1/2"
            return row.Digits(at + 1) == 1 && row.Is(at + 2, "/") && row.Digits(at + 3) == 2 ? 4 : 1;
        }

        value = 1;
        if (row.Is(at, "a") || row.Is(at, "an"))
        {
            return row.Is(at + 1, "hundred") ? Below(row, at + 1, out value) + 1 : 1;
        }

        return Below(row, at, out value);
    }

    /// <summary>An ordinal in digits or words.</summary>
    public static int Ordinal(Row row, int at, out int value)
    {
        value = row.Digits(at);
        if (value > 0)
        {
            return row.Joined(at + 1) && (row.Is(at + 1, "st") || row.Is(at + 1, "nd") || row.Is(at + 1, "rd") || row.Is(at + 1, "th")) ? 2 : 0;
        }

        if (row.Rules.Value(row.Word(at), WordClass.Ordinal) is { } one)
        {
            value = one;
            return 1;
        }

        if (row.Rules.Value(row.Word(at), WordClass.Number) is >= 20 and <= 90 and var tens)
        {
            var next = row.IsDash(at + 1) ? at + 2 : at + 1;
            if (row.Rules.Value(row.Word(next), WordClass.Ordinal) is >= 1 and <= 9 and var unit)
            {
                value = tens + unit;
                return next - at + 1;
            }
        }

        return 0;
    }

    /// <summary>"nineteen ninety-seven", "two thousand and four".</summary>
    public static int SpelledYear(Row row, int at, out int value)
    {
        value = 0;
        if (row.Rules.Value(row.Word(at), WordClass.Number) is not { } first)
        {
            return 0;
        }

        if (first is 18 or 19 or 20)
        {
            var n = Below(row, at + 1, out var rest, 99);
            value = (first * 100) + rest;
            return n > 0 && rest is >= 10 and <= 99 ? n + 1 : 0;
        }

        if (first == 2 && row.Is(at + 1, "thousand"))
        {
            var more = row.Is(at + 2, "and") ? at + 3 : at + 2;
            var n = Below(row, more, out var rest, 99);
            value = 2000 + (n > 0 ? rest : 0);
            return n > 0 ? more + n - at : 2;
        }

        return 0;
    }

    private static int Below(Row row, int at, out int value, int limit = 999999)
    {
        value = 0;
        var i = at;
        var total = 0;
        var last = int.MaxValue;
        while (row.Rules.Value(row.Word(i), WordClass.Number) is { } n && i - at < 12)
        {
            if (n is 100 or 1000 && limit > 99)
            {
                total = Math.Min(Math.Max(total, 1) * n, limit);
                last = n;
            }
            else if ((last >= 20 && last < 100 && n < 10) || last >= 100)
            {
                total += n;
                last = n < 20 ? 0 : n;
            }
            else
            {
                break;
            }

            i++;
            value = total;
            if (row.IsDash(i) && last is >= 20 and < 100 && row.Rules.Value(row.Word(i + 1), WordClass.Number) is > 0 and < 10)
            {
                i++;
            }
        }

        return i - at;
    }
}
