using System.Globalization;
using System.Text.RegularExpressions;

namespace Salient.Reading.Dates;

/// <summary>A date as written, where it stands, and whether it names its year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="Year">The year, or null where not written.</param>
/// <param name="Start">First UTF-16 unit in the line.</param>
/// <param name="End">One past the last.</param>
internal readonly partial record struct WrittenDate(int Month, int Day, int? Year, int Start, int End)
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /// <summary>The day, where the year is written and the day exists.</summary>
    public DateOnly? Date => Year is { } y ? At(y) : null;

    /// <summary>The day in <paramref name="year"/>, or null where it does not exist.</summary>
    public DateOnly? At(int year) => year is > 0 and < 9999 && Day <= DateTime.DaysInMonth(year, Month) && Day > 0 ? new DateOnly(year, Month, Day) : null;

    /// <summary>The first date in <paramref name="text"/>, or null: "3 May 2022", "May 3, 2022", "May 3", "2022-05-03", "03.05.2022".</summary>
    public static WrittenDate? Find(string text)
    {
        WrittenDate? best = null;
        foreach (var (pattern, numeric) in ((Regex, bool)[])[(DayFirst(), false), (MonthFirst(), false), (Iso(), true), (Dotted(), true)])
        {
            var match = pattern.Match(text);
            if (match.Success && (best is null || match.Index < best.Value.Start) && Make(match, numeric) is { } date)
            {
                best = date;
            }
        }

        return best;
    }

    private static WrittenDate? Make(Match match, bool numeric)
    {
        var month = numeric ? Number(match.Groups["m"]) : Month3(match.Groups["m"].ValueSpan);
        var day = Number(match.Groups["d"]);
        int? year = match.Groups["y"].Success ? Number(match.Groups["y"]) : null;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is null or (>= 1900 and <= 2100) && month is >= 1 and <= 12
            ? new WrittenDate(month, day, year, match.Index, match.Index + match.Length)
            : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Month3(ReadOnlySpan<char> name)
    {
        Span<char> start = stackalloc char[3];
        name[..3].ToLowerInvariant(start);
        var at = "janfebmaraprmayjunjulaugsepoctnovdec".AsSpan().IndexOf(start);
        return (at / 3) + 1;
    }

    [GeneratedRegex(@"\b(?<d>\d{1,2})(?:st|nd|rd|th)?\.?(?: of)? (?<m>" + Months + @")\b\.?,?(?: (?<y>\d{4})\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<m>" + Months + @")\b\.? (?<d>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?<y>\d{4})\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>20\d\d)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();
}
