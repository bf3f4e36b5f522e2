using System.Globalization;

namespace Salient.Acquiring;

/// <summary>Reads the dates that come beside reports.</summary>
internal static class Dates
{
    /// <summary>The day of "2022-05-02", "2022-05-02T14:00:00Z" or "20220502…"; null for anything else.</summary>
    public static DateOnly? Parse(string text)
    {
        var bare = text.AsSpan().Trim();
        if (bare.Length >= 10 && DateOnly.TryParseExact(bare[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return bare.Length >= 8 && DateOnly.TryParseExact(bare[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
    }
}
