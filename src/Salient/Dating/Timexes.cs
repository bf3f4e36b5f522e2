using System.Globalization;

namespace Salient.Dating;

/// <summary>Writes TIMEX3 values.</summary>
internal static class Timexes
{
    private static readonly string[] Units = ["S", "M", "H", "D", "W", "M", "Q", "Y", "E", "C"];

    private static readonly string[] Parts = ["", "MO", "MI", "AF", "EV", "NI"];

    private static readonly string[] Seasons = ["", "SP", "SU", "FA", "WI"];

    public static string Day(DateOnly d) => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DayPart(DateOnly d, int part) => $"{Day(d)}T{Parts[Math.Clamp(part, 0, 5)]}";

    public static string Week(DateOnly d)
    {
        var t = d.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(t):0000}-W{ISOWeek.GetWeekOfYear(t):00}";
    }

    public static string Month(DateOnly d) => d.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Season(int year, int season) => $"{year:0000}-{Seasons[season]}";

    public static string Quarter(int year, int quarter) => $"{year:0000}-Q{quarter}";

    public static string Year(int year) => $"{year:0000}";

    public static string Decade(int year) => $"{year / 10:000}";

    public static string Century(int year) => $"{year / 100:00}";

    /// <summary>P and T forms; a negative count is vague.</summary>
    public static string Length(int count, int unit, bool half = false)
    {
        if (unit == 2 && count >= 24 && count % 24 == 0 && !half)
        {
            (count, unit) = (count / 24, 3);
        }

        var time = unit <= 2 ? "T" : string.Empty;
        return $"P{time}{(count < 0 ? "X" : count.ToString(CultureInfo.InvariantCulture))}{(half ? ".5" : string.Empty)}{Units[unit]}";
    }

    /// <summary>The calendar's own unit around a day.</summary>
    public static string Unit(DateOnly d, int unit) => unit switch
    {
        4 => Week(d),
        5 => Month(d),
        6 => Quarter(d.Year, ((d.Month - 1) / 3) + 1),
        7 => Year(d.Year),
        8 => Decade(d.Year),
        9 => Century(d.Year),
        _ => Day(d),
    };
}
