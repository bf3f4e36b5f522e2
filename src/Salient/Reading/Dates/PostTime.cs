using System.Globalization;
using System.Text.RegularExpressions;

namespace Salient.Reading.Dates;

/// <summary>Tells when a post was made from the id in its address: Twitter counts milliseconds since 2010-11-04 in the id's upper bits.</summary>
internal static partial class PostTime
{
    private const long Epoch = 1288834974657;
    private const int Bits = 22;

    /// <summary>The latest day (UTC) of a post that <paramref name="text"/> links to, with the link; null where it links to none.</summary>
    public static (DateOnly Day, string Link)? Latest(string text)
    {
        (DateOnly Day, string Link)? latest = null;
        foreach (Match match in Link().Matches(text))
        {
            if (Day(match.Groups["id"].ValueSpan) is { } day && (latest is null || day > latest.Value.Day))
            {
                latest = (day, match.Value);
            }
        }

        return latest;
    }

    private static DateOnly? Day(ReadOnlySpan<char> id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >> Bits == 0)
        {
            return null;
        }

        return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds((number >> Bits) + Epoch).UtcDateTime);
    }

    [GeneratedRegex(@"(?:twitter|x)\.com/\w{1,30}/status(?:es)?/(?<id>\d{15,20})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
