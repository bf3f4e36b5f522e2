namespace Salient.Dating;

/// <summary>Dates, months, seasons, years: what is written on the calendar, the year perhaps left out.</summary>
internal static class AbsoluteReadings
{
    // A day without a year lies in the past, unless one lies at most so many days ahead and the last one is over half a year back.
    private const int Ahead = 14;

    public static readonly Dictionary<string, Reading> Table = new(StringComparer.Ordinal)
    {
        ["date"] = Date,
        ["date-pair"] = Pair,
        ["date-units"] = (c, s) => Date(c.With(Slot.Shift, 0), s) is { From: { } day } ? RelativeReadings.From(day, c[Slot.Shift] * c[Slot.Count], c[Slot.Unit]) : null,
        ["date-week"] = (c, s) => Date(c, s) is { From: { } first } ? TimeValue.Over(first, first.AddDays(6), TimePrecision.Week, Timexes.Day(first) + "/P1W") : null,
        ["dotted-date"] = Dotted,
        ["day-of-month"] = DayOfMonth,
        ["month"] = Month,
        ["month-shifted"] = (c, s) => s.Day is { } d ? Of(Calendar.Month(d.Year + c[Slot.Shift], c[Slot.Month]), true) : null,
        ["year"] = (c, _) => TimeValue.Over(new(c[Slot.Year], 1, 1), new(c[Slot.Year], 12, 31), TimePrecision.Year, Timexes.Year(c[Slot.Year])),
        ["decade"] = (c, _) => TimeValue.Over(new(c[Slot.Year], 1, 1), new(c[Slot.Year] + 9, 12, 31), TimePrecision.Decade, Timexes.Decade(c[Slot.Year])),
        ["century"] = (c, _) => c[Slot.Ordinal] is >= 16 and <= 22 and var n ? TimeValue.Over(new(((n - 1) * 100) + 1, 1, 1), new(n * 100, 12, 31), TimePrecision.Century, $"{n - 1:00}") : Vague($"{c[Slot.Ordinal] - 1:00}"),
        ["season"] = Season,
        ["quarter"] = Quarter,
        ["week-of-month"] = WeekOfMonth,
        ["month-part"] = MonthPart,
        ["half-year"] = (c, _) => c[Slot.Ordinal] is 1 or 2 ? TimeValue.Over(new(c[Slot.Year], c[Slot.Ordinal] == 1 ? 1 : 7, 1), c[Slot.Ordinal] == 1 ? new(c[Slot.Year], 6, 30) : new(c[Slot.Year], 12, 31), TimePrecision.Part, $"{c[Slot.Year]}-H{c[Slot.Ordinal]}") : null,
        ["holiday"] = (c, s) => Date(c.With(Slot.Month, c[Slot.Holiday] / 100).With(Slot.Day, c[Slot.Holiday] % 100), s),
        ["easter"] = (c, s) => (c.Has(Slot.Year) ? c[Slot.Year] : s.Day?.Year) is { } y ? TimeValue.On(Calendar.Easter(y, c.Has(Slot.Shift))) : null,
    };

    /// <summary>The day and month nearest that a report of <paramref name="s"/>.Day tells of.</summary>
    internal static DateOnly? Choose(int month, int day, Setting s)
    {
        if (s.Day is not { } d)
        {
            return null;
        }

        var past = Enumerable.Range(0, 5).Select(i => Calendar.Make(d.Year - i, month, day)).FirstOrDefault(x => x is { } v && v <= d);
        var next = Enumerable.Range(0, 5).Select(i => Calendar.Make(d.Year + i, month, day)).FirstOrDefault(x => x is { } v && v > d);
        if (past is null || next is null)
        {
            return past ?? next;
        }

        var ahead = next.Value.DayNumber - d.DayNumber;
        var back = d.DayNumber - past.Value.DayNumber;
        return (s.Future && back > 0 && ahead < 300) || (ahead <= Ahead && back > 183) ? next : past;
    }

    private static TimeValue? Vague(string timex) => new(TimeSense.Vague, null, null, TimePrecision.Century, timex);

    private static TimeValue? Date(Captured c, Setting s)
    {
        int month = c[Slot.Month], day = c[Slot.Day], shift = c.Has(Slot.Shift) ? c[Slot.Shift] : 0;
        if (month > 12 && day <= 12)
        {
            (month, day) = (day, month);
        }

        if (c.Has(Slot.Year))
        {
            var year = c[Slot.Year] < 100 ? c[Slot.Year] + (c[Slot.Year] < 50 ? 2000 : 1900) : c[Slot.Year];
            return Calendar.Make(year, month, day) is { } written ? TimeValue.On(written.AddDays(shift)) : null;
        }

        if (c.Has(Slot.Weekday) && s.Day is { } d)
        {
            // The weekday tells the year where it fits one near.
            foreach (var year in (int[])[d.Year, d.Year - 1, d.Year + 1])
            {
                if (Calendar.Make(year, month, day) is { } fits && Calendar.Weekday(fits) == c[Slot.Weekday] && Math.Abs(fits.DayNumber - d.DayNumber) < 300)
                {
                    return TimeValue.On(fits);
                }
            }
        }

        return Choose(month, day, s) is { } chosen ? TimeValue.On(chosen.AddDays(shift), written: false) : null;
    }

    private static TimeValue? Pair(Captured c, Setting s)
    {
        var last = c.With(Slot.Month, c.Has(Slot.Month2) ? c[Slot.Month2] : c[Slot.Month]).With(Slot.Day, c[Slot.Day2]);
        if (Date(last, s)?.To is not { } to || Calendar.Make(to.Year, c[Slot.Month], c[Slot.Day]) is not { } from)
        {
            return null;
        }

        from = from > to ? from.AddYears(-1) : from;
        return TimeValue.Over(from, to, TimePrecision.Day, $"{Timexes.Day(from)}/{Timexes.Day(to)}", c.Has(Slot.Year));
    }

    private static TimeValue? Dotted(Captured c, Setting s)
    {
        var n = -c[Slot.Number];
        return n > 0 && Calendar.Make(n / 10000, n / 100 % 100, n % 100) is { } d ? TimeValue.On(d) : null;
    }

    private static TimeValue? DayOfMonth(Captured c, Setting s)
    {
        if (s.Day is not { } d)
        {
            return null;
        }

        for (var i = s.Future ? 1 : 0; i > -3; i--)
        {
            var month = d.AddMonths(i);
            if (Calendar.Make(month.Year, month.Month, c[Slot.Day]) is { } day && (s.Future ? day >= d || i < 1 : day <= d))
            {
                return TimeValue.On(day, written: false);
            }
        }

        return null;
    }

    private static TimeValue Of((DateOnly From, DateOnly To) month, bool written) =>
        TimeValue.Over(month.From, month.To, TimePrecision.Month, Timexes.Month(month.From), written);

    private static TimeValue? Month(Captured c, Setting s)
    {
        var month = c[Slot.Month];
        if (c.Has(Slot.Year))
        {
            return Of(Calendar.Month(c[Slot.Year], month), true);
        }

        if (s.Day is not { } d)
        {
            return null;
        }

        var year = d.Year;
        if (c.Has(Slot.Shift))
        {
            year += c[Slot.Shift] < 0 && month >= d.Month ? -1 : c[Slot.Shift] > 0 && month <= d.Month ? 1 : 0;
        }
        else if (s.Future)
        {
            year += month < d.Month ? 1 : 0;
        }
        else
        {
            year -= month > d.Month ? 1 : 0;
        }

        return Of(Calendar.Month(year, month), c.Has(Slot.Shift));
    }

    private static TimeValue? Season(Captured c, Setting s)
    {
        var season = c[Slot.Season];
        if (c.Has(Slot.Year))
        {
            var (first, last) = Calendar.Season(c[Slot.Year], season);
            return TimeValue.Over(first, last, TimePrecision.Season, Timexes.Season(c[Slot.Year], season));
        }

        if (s.Day is not { } d)
        {
            return null;
        }

        var year = d.Year + 1;
        while (Calendar.Season(year, season).From > d)
        {
            year--;
        }

        var (from, to) = Calendar.Season(year, season);
        var ahead = c.Has(Slot.Shift) ? c[Slot.Shift] > 0 || (c[Slot.Shift] == 0 && to < d) : s.Future && to < d;
        if (ahead)
        {
            (from, to) = Calendar.Season(year + 1, season);
        }
        else if (c.Has(Slot.Shift) && c[Slot.Shift] < 0 && to >= d)
        {
            (from, to) = Calendar.Season(year - 1, season);
        }

        return TimeValue.Over(from, to, TimePrecision.Season, Timexes.Season(from.Year, season), c.Has(Slot.Shift));
    }

    private static TimeValue? Quarter(Captured c, Setting s)
    {
        if (c[Slot.Ordinal] is < 1 or > 4 || (c.Has(Slot.Year) ? c[Slot.Year] : s.Day?.Year) is not { } year)
        {
            return null;
        }

        var from = new DateOnly(year, (c[Slot.Ordinal] * 3) - 2, 1);
        if (!c.Has(Slot.Year) && s.Day < from && !s.Future)
        {
            from = from.AddYears(-1);
        }

        return TimeValue.Over(from, from.AddMonths(3).AddDays(-1), TimePrecision.Quarter, Timexes.Quarter(from.Year, c[Slot.Ordinal]), c.Has(Slot.Year));
    }

    /// <summary>Weeks of a month run from its first day; the last one ends with it.</summary>
    private static TimeValue? WeekOfMonth(Captured c, Setting s)
    {
        if (Month(c, s) is not { From: { } first, To: { } last } month || c[Slot.Ordinal] is not (-1 or (>= 1 and <= 5)))
        {
            return null;
        }

        var from = c[Slot.Ordinal] < 0 ? last.AddDays(-6) : first.AddDays(7 * (c[Slot.Ordinal] - 1));
        return from > last ? null : TimeValue.Over(from, from.AddDays(6) < last ? from.AddDays(6) : last, TimePrecision.Week, Timexes.Week(from), !month.Implicit);
    }

    /// <summary>So many days from the start of a month, or what is left of it after them.</summary>
    private static TimeValue? MonthPart(Captured c, Setting s)
    {
        if (Month(c, s) is not { From: { } first, To: { } last } month || c[Slot.Ordinal] is not (-1 or 1 or 2))
        {
            return null;
        }

        var size = c[Slot.Size];
        var (from, to) = c[Slot.Ordinal] switch
        {
            1 => (first, first.AddDays(size - 1)),
            2 => (first.AddDays(size), last),
            _ => (last.AddDays(1 - size), last),
        };
        return TimeValue.Over(from, to, TimePrecision.Part, month.Timex, !month.Implicit);
    }
}
