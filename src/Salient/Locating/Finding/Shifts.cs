using System.Globalization;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>Reads what stands before a name and moves it: "5 km south of X", "west of X", "northern X".</summary>
internal static class Shifts
{
    /// <summary>Sets the shift of <paramref name="mention"/> where its words have one.</summary>
    public static void Read(string text, List<Word> words, NameMention mention)
    {
        var i = mention.First - 1;
        if (i < 0 || words[mention.First].Gap != Gap.Space)
        {
            return;
        }

        if ((words[i].Cue & Cue.CompassAdjective) != Cue.None && Direction(words[i].In(text)) is { } inside)
        {
            mention.Shift = new Shift(null, inside.North, inside.East, Inside: true, words[i].In(text).ToString());
            return;
        }

        if (words[i].In(text) is not ("of" or "from") || i == 0 || words[i].Gap != Gap.Space)
        {
            return;
        }

        var compass = (words[i - 1].Cue & Cue.Compass) != Cue.None ? Direction(words[i - 1].In(text)) : null;
        var at = compass is null ? i - 1 : i - 2;
        while (at >= 0 && words[at].In(text) is "to" or "the" or "away" or "directly" or "just" or "due")
        {
            at--;
        }

        var km = at >= 1 && (words[at].Cue & Cue.DistanceUnit) != Cue.None ? Distance(text, words, at) : null;
        if (compass is null && km is null)
        {
            return;
        }

        var from = km is null ? i - 1 : at - 1;
        mention.Shift = new Shift(km, compass?.North ?? 0, compass?.East ?? 0, Inside: false, text[words[Math.Max(0, from)].Start..words[i].End]);
    }

    private static double? Distance(string text, List<Word> words, int unit)
    {
        var number = words[unit - 1];
        var start = number.Start;
        while (start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]))
        {
            start -= 2;
        }

        if (!double.TryParse(text.AsSpan(start, number.End - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var name = words[unit].In(text);
        var km = name.StartsWith("mi") ? value * 1.609 : name.StartsWith("me") ? value / 1000 : value;
        return km <= 500 ? km : null;
    }

    private static (double North, double East)? Direction(ReadOnlySpan<char> word)
    {
        double north = word.Contains("north", StringComparison.OrdinalIgnoreCase) ? 1 : word.Contains("south", StringComparison.OrdinalIgnoreCase) ? -1 : 0;
        double east = word.Contains("east", StringComparison.OrdinalIgnoreCase) ? 1 : word.Contains("west", StringComparison.OrdinalIgnoreCase) ? -1 : 0;
        var length = Math.Sqrt((north * north) + (east * east));
        return length == 0 ? null : (north / length, east / length);
    }
}
