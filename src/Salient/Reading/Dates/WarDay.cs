using System.Globalization;
using System.Text.RegularExpressions;

namespace Salient.Reading.Dates;

/// <summary>Reads "On day 36 of the invasion" and "the 36th day of the war" as days, counted from the war's first day as day 1; "after 100 days of war" as a bound.</summary>
internal static partial class WarDay
{
    private const int Most = 10000;

    /// <summary>The day that <paramref name="text"/> says it is, with the words; null where it says none.</summary>
    public static (DateOnly Day, string Words)? Find(string text, DateOnly start)
    {
        foreach (var pattern in (Regex[])[Numbered(), Ordinal()])
        {
            var match = pattern.Match(text);
            if (match.Success && Count(match) is { } n)
            {
                return (start.AddDays(n - 1), match.Value);
            }
        }

        return null;
    }

    /// <summary>The day that <paramref name="text"/> cannot be earlier than: "after 100 days of war"; null where it bounds nothing.</summary>
    public static (DateOnly Day, string Words)? Bound(string text, DateOnly start)
    {
        var match = After().Match(text);
        return match.Success && Count(match) is { } n ? (start.AddDays(n - 1), match.Value) : null;
    }

    private static int? Count(Match match)
    {
        var n = int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return n is > 0 and < Most ? n : null;
    }

    // The day must be the present one: "on day 3 of the war, his house burnt" stands in stories told later, so a body's later paragraphs are not asked.
    [GeneratedRegex(@"\bday (?<n>\d{1,4}) of (?:the |Russia.s |its |Moscow.s |Putin.s |this )?(?:[\w-]{1,14}\s){0,4}?(?:war|invasion|offensive|conflict|fighting|operation)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?<n>\d{1,4})(?:st|nd|rd|th) day of (?:the |Russia.s |its |Moscow.s |Putin.s |this )?(?:[\w-]{1,14}\s){0,4}?(?:war|invasion|offensive|conflict|fighting|operation)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\bafter (?:more than |over |nearly )?(?<n>\d{1,4}) days of (?:the )?(?:war|invasion|fighting|conflict)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex After();
}
