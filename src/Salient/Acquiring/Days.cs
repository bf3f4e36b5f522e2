using System.Globalization;

namespace Salient.Acquiring;

/// <summary>Reads the dates that come beside reports.</summary>
internal static class Days
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The day of "2022-05-02", "2022-05-02T14:00:00Z", "20220502…" or "Mon, 02 May 2022 14:00:00 GMT"; null for anything else. The day is as written, in the writer's zone.</summary>
    public static DateOnly? Parse(string text)
    {
        var bare = text.AsSpan().Trim();
        if (bare.Length >= 10 && DateOnly.TryParseExact(bare[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return bare.Length >= 8 && DateOnly.TryParseExact(bare[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : Mail(text);
    }

    // "Mon, 02 May 2022 …", the weekday often missing or wrong.
    private static DateOnly? Mail(string text)
    {
        var parts = text.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 2 < Math.Min(parts.Length, 5); i++)
        {
            var month = parts[i + 1].Length >= 3 ? Array.FindIndex(Months, m => parts[i + 1].StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
            if (month > 0 && int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && int.TryParse(parts[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                year += year < 70 ? 2000 : 0;
                return year is > 1970 and < 2200 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
            }
        }

        return null;
    }
}
