namespace Salient.Dating;

/// <summary>Reckoning on the calendar. Weeks begin on Monday; weekdays are 1 (Monday) to 7; units as the rules number them.</summary>
internal static class Calendar
{
    private static readonly DateOnly First = new(1500, 1, 1);

    private static readonly DateOnly Last = new(2500, 1, 1);

    public static int Weekday(DateOnly d) => d.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)d.DayOfWeek;

    public static DateOnly Monday(DateOnly d) => d.AddDays(1 - Weekday(d));

    /// <summary>The last such weekday up to <paramref name="d"/>.</summary>
    public static DateOnly LastOn(DateOnly d, int weekday) => d.AddDays(-((Weekday(d) - weekday + 7) % 7));

    /// <summary>The first such weekday after <paramref name="d"/>.</summary>
    public static DateOnly NextOn(DateOnly d, int weekday) => LastOn(d, weekday).AddDays(7);

    /// <summary>The day, or null where the calendar has none such.</summary>
    public static DateOnly? Make(int year, int month, int day) =>
        year is >= 1500 and < 2500 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static (DateOnly From, DateOnly To) Month(int year, int month) => (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Spring is March to May; winter 2022 is December 2022 to February 2023.</summary>
    public static (DateOnly From, DateOnly To) Season(int year, int season)
    {
        var from = new DateOnly(year, season * 3, 1);
        return (from, from.AddMonths(3).AddDays(-1));
    }

    /// <summary>A day moved by so many units, kept within the centuries that reports tell of.</summary>
    public static DateOnly Shift(DateOnly d, int count, int unit)
    {
        var n = Math.Clamp((long)count, -300_000, 300_000);
        var days = unit switch
        {
            <= 1 => 0,
            2 => n < 0 ? -((-n + 23) / 24) : (n + 23) / 24,
            3 => n,
            4 => n * 7,
            5 => n * 30,
            6 => n * 91,
            7 => n * 365,
            8 => n * 3652,
            _ => n * 36524,
        };
        if (d.DayNumber + days - 40 <= First.DayNumber || d.DayNumber + days + 40 >= Last.DayNumber)
        {
            return days < 0 ? First : Last;
        }

        return unit switch
        {
            5 => d.AddMonths((int)n),
            6 => d.AddMonths((int)n * 3),
            7 => d.AddYears((int)n),
            8 => d.AddYears((int)n * 10),
            9 => d.AddYears((int)n * 100),
            _ => d.AddDays((int)days),
        };
    }

    /// <summary>The whole unit of the calendar that holds <paramref name="d"/>.</summary>
    public static (DateOnly From, DateOnly To) Whole(DateOnly d, int unit) => unit switch
    {
        4 => (Monday(d), Monday(d).AddDays(6)),
        5 => Month(d.Year, d.Month),
        6 => (new(d.Year, (((d.Month - 1) / 3) * 3) + 1, 1), new DateOnly(d.Year, (((d.Month - 1) / 3) * 3) + 1, 1).AddMonths(3).AddDays(-1)),
        7 => (new(d.Year, 1, 1), new(d.Year, 12, 31)),
        8 => (new(d.Year / 10 * 10, 1, 1), new((d.Year / 10 * 10) + 9, 12, 31)),
        9 => (new(d.Year / 100 * 100, 1, 1), new((d.Year / 100 * 100) + 99, 12, 31)),
        _ => (d, d),
    };

    public static TimePrecision Precision(int unit) => unit switch
    {
        <= 2 => TimePrecision.Hour,
        3 => TimePrecision.Day,
        4 => TimePrecision.Week,
        5 => TimePrecision.Month,
        6 => TimePrecision.Quarter,
        7 => TimePrecision.Year,
        8 => TimePrecision.Decade,
        _ => TimePrecision.Century,
    };

    /// <summary>Western Easter Sunday (Meeus), or the Orthodox one on the Gregorian calendar.</summary>
    public static DateOnly Easter(int year, bool orthodox)
    {
        if (orthodox)
        {
            var julian = ((19 * (year % 19)) + 15) % 30;
            var e = ((2 * (year % 4)) + (4 * (year % 7)) - julian + 34) % 7;
            return new DateOnly(year, (julian + e + 114) / 31, ((julian + e + 114) % 31) + 1).AddDays(13);
        }

        int a = year % 19, b = year / 100, c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        return new DateOnly(year, (h + l - (7 * m) + 114) / 31, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
