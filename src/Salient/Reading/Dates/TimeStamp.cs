using System.Text.RegularExpressions;

namespace Salient.Reading.Dates;

/// <summary>A line that is a time stamp and nothing else.</summary>
/// <param name="Day">Its day; null for "2 hours ago" and for a date without its year.</param>
internal readonly partial record struct TimeStamp(DateOnly? Day)
{
    private const int Longest = 70;

    /// <summary>The stamp that <paramref name="line"/> is, or null: "May 3, 2022 at 9:28 am", "3 May 2022, 14:05 GMT", "2 hours ago".</summary>
    public static TimeStamp? Parse(string line)
    {
        var text = line.Trim().TrimEnd('.', '|', '·');
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        if (Ago().IsMatch(text))
        {
            return new TimeStamp(null);
        }

        if (WrittenDate.Find(text) is not { } date)
        {
            return null;
        }

        var rest = string.Concat(text.AsSpan(0, date.Start), " ", text.AsSpan(date.End));
        return Rest().IsMatch(rest) && (date.Year is not null || rest.Any(char.IsAsciiDigit)) ? new TimeStamp(date.Date) : null;
    }

    [GeneratedRegex(@"^\W{0,3}(?:a|an|\d{1,3}) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\W{0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    // What may stand around a date: its weekday, an hour, a zone, and the words that lead it.
    [GeneratedRegex(@"^[\s,|·•@\-–—():]{0,12}(?:(?:published|updated|last updated|posted|first published|on|at|date|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,|·•\-–—():.]{1,4}){0,5}(?:at )?(?:\d{1,2}[:.h]?\d{0,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?)?)?[\s,()]{0,3}(?:GMT|UTC|BST|EST|EDT|ET|PT|PST|CET|CEST|EET|EEST|MSK|local time|Kyiv time)?(?:[+-]\d{1,2}(?::?\d\d)?)?[\s,|·•\-–—().]{0,6}$", RegexOptions.IgnoreCase)]
    private static partial Regex Rest();
}
