using System.Globalization;
using System.Text.RegularExpressions;

namespace Salient.Reading.Dates;

/// <summary>Reads the day out of a file's name: `20220502T140000Z_…`, `isw-2022-10-03`, `2022_05_02-note`.</summary>
internal static partial class FileNameDate
{
    /// <summary>The day in <paramref name="name"/>, or null.</summary>
    public static DateOnly? Find(string name)
    {
        foreach (var pattern in (Regex[])[Stamp(), Parted()])
        {
            var match = pattern.Match(name);
            var digits = string.Concat(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
            if (match.Success && DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?:T\d{4,6}Z?)?(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)[-_.](?<m>[01]\d)[-_.](?<d>[0-3]\d)(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parted();
}
