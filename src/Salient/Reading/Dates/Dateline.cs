using System.Text.RegularExpressions;

namespace Salient.Reading.Dates;

/// <summary>Where a report's first paragraph says it was filed: place, day, agency.</summary>
/// <param name="Place">As written, or null.</param>
/// <param name="Date">As written, year often missing, or null.</param>
/// <param name="Agency">Who filed it, or null.</param>
/// <param name="Length">UTF-16 units of the paragraph that it takes.</param>
internal sealed partial record Dateline(string? Place, WrittenDate? Date, string? Agency, int Length)
{
    private const int Longest = 90;

    /// <summary>The dateline that <paramref name="paragraph"/> begins with, or null: "KYIV, April 3 (Reuters) - ", "MINSK, 16 February (BelTA) – ", "Moscow CNN —", "(The Post) - ".</summary>
    public static Dateline? Find(string paragraph)
    {
        var head = paragraph.Length > Longest ? paragraph[..Longest] : paragraph;
        var match = Filed().Match(head);
        if (match.Success && (match.Groups["agency"].Success || match.Groups["date"].Success))
        {
            var place = match.Groups["place"].Success ? match.Groups["place"].Value.Trim(' ', ',') : null;
            return new Dateline(place, WrittenDate.Find(match.Groups["date"].Value), match.Groups["agency"].Success ? match.Groups["agency"].Value : null, match.Length);
        }

        match = Broadcast().Match(head);
        return match.Success ? new Dateline(match.Groups["place"].Success && match.Groups["place"].Length > 0 ? match.Groups["place"].Value.Trim(' ', ',') : null, null, match.Groups["agency"].Value, match.Length) : null;
    }

    [GeneratedRegex(@"^(?<place>[A-Z][\w'’\-./]{1,24}(?: [A-Z][\w'’\-./]{1,24}){0,3}(?:, [A-Z][\w'’.\-]{1,20}(?: [A-Z][\w'’.\-]{1,20}){0,2})?,?\s{1,2})?(?<date>(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?,?\s{0,2})?(?:[\(/](?<agency>[A-Z][\w .&'’\-]{1,28})[\)/])?\s{0,2}(?:--|[-–—:])(?=\s|[A-Z“""]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Filed();

    [GeneratedRegex(@"^(?<place>(?:[A-Z][\w'’\-.]{1,24},? ){0,4}?)\(?(?<agency>CNN|AP|AFP|Reuters|BBC|UPI|dpa|DPA|TASS|Xinhua|NPR)\)?(?: Business)?\s{0,2}(?:--|[—–-])(?=\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Broadcast();
}
