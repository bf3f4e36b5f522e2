using System.Globalization;
using System.Text.RegularExpressions;

namespace Salient.Training.Measuring;

/// <summary>Numbers of press releases, which count up through a month: "2011-07-S-039".</summary>
internal sealed partial class Serials
{
    private readonly Dictionary<string, List<(int Number, DateOnly Day)>> known = [];

    /// <param name="releases">Texts, and the days of those that tell theirs.</param>
    public Serials(IEnumerable<(string Text, DateOnly? Day)> releases)
    {
        foreach (var (text, day) in releases)
        {
            // A text may hold updates of later days; what is dated far from its number is one.
            if (day is { } d && Of(text) is { } s && Math.Abs(d.DayNumber - new DateOnly(s.Year, s.Month, 15).DayNumber) < 20)
            {
                (known.TryGetValue(s.Series, out var list) ? list : known[s.Series] = []).Add((s.Number, d));
            }
        }
    }

    /// <summary>The number that a text bears first.</summary>
    public static (string Series, int Year, int Month, int Number)? Of(string text)
    {
        var match = Form().Match(text);
        return match.Success && Part(match, 2) is >= 1 and <= 12 and var month
            ? ($"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}", Part(match, 1), month, Part(match, 4))
            : null;
    }

    /// <summary>The day that a numbered release was most likely published: between those with the next numbers; in a month without any, its middle.</summary>
    public DateOnly? Day(string text)
    {
        if (Of(text) is not { } s)
        {
            return null;
        }

        var others = known.GetValueOrDefault(s.Series) ?? [];
        var before = others.Where(o => o.Number <= s.Number).OrderBy(o => o.Number).Select(o => ((int, DateOnly)?)o).LastOrDefault() ?? (0, new DateOnly(s.Year, s.Month, 1));
        var after = others.Where(o => o.Number >= s.Number).OrderBy(o => o.Number).Select(o => ((int, DateOnly)?)o).FirstOrDefault();
        var middle = new DateOnly(s.Year, s.Month, 15);
        return others.Count == 0 ? middle
            : after is not { } next ? before.Item2
            : before.Item2.AddDays((int)Math.Round((double)(next.Item2.DayNumber - before.Item2.DayNumber) * (s.Number - before.Item1) / Math.Max(1, next.Item1 - before.Item1)));
    }

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(20\d\d)-(\d\d)-([A-Z]{1,2})-(\d{3})\b")]
    private static partial Regex Form();
}
