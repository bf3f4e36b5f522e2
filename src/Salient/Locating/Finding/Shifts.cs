using System.Globalization;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>Reads what stands before a name and moves it: "5 km south of X", "west of X", "northern X", "the eastern outskirts of X", "the left bank of the X".</summary>
internal static class Shifts
{
    /// <summary>Sets the shift of <paramref name="mention"/> where its words have one.</summary>
    public static void Read(string text, List<Word> words, NameMention mention)
    {
        var i = mention.First - 1;
        if (i >= 0 && words[mention.First].Gap <= Gap.Hyphen)
        {
            mention.Shift = Inside(text, words, mention, i) ?? (words[mention.First].Gap == Gap.Space ? Away(text, words, i) : null);
        }
    }

    private static Shift? Inside(string text, List<Word> words, NameMention mention, int i)
    {
        if (i > 0 && words[i].In(text) is "near" && words[i].Gap == Gap.Space && (words[i - 1].Cue & Cue.OpenGround) != Cue.None)
        {
            var ground = i > 1 && words[i - 1].Gap == Gap.Space && (words[i - 2].Cue & Cue.OpenGround) != Cue.None ? i - 2 : i - 1;
            return Inside(text, words, mention, ShiftKind.Inside, ground, i, named: true);
        }

        if ((words[i].Cue & Cue.CompassAdjective) != Cue.None)
        {
            return Inside(text, words, mention, ShiftKind.Inside, Start(words, i), i, named: true);
        }

        var part = Skip(text, words, i, "the");
        if (part < 1 || words[part].In(text) is not "of" || !Beside(words, part, i))
        {
            return null;
        }

        part--;
        if ((words[part].Cue & Cue.PartNoun) == Cue.None)
        {
            return null;
        }

        var bank = (words[part].Cue & Cue.Bank) != Cue.None;
        var side = part - 1;
        if (!bank && side >= 0 && (words[side].Cue & Cue.Bank) != Cue.None)
        {
            bank = true;
            side--;
        }

        if (side < 0 || words[side + 1].Gap > Gap.Hyphen)
        {
            return null;
        }

        var wanted = bank ? Cue.BankSide | Cue.CompassAdjective | Cue.Compass : Cue.CompassAdjective | Cue.Compass;
        if ((words[side].Cue & wanted) == Cue.None)
        {
            return null;
        }

        var named = (words[part].Cue & Cue.Outskirts) != Cue.None || bank;
        return Inside(text, words, mention, bank ? ShiftKind.Bank : ShiftKind.Inside, Start(words, side), side, named);
    }

    private static Shift Inside(string text, List<Word> words, NameMention mention, ShiftKind kind, int first, int last, bool named)
    {
        var (north, east) = Direction(text.AsSpan(words[first].Start..words[last].End)) ?? (0, 0);
        return new Shift(kind, null, north, east, first, named, text[words[first].Start..words[mention.First].Start].TrimEnd());
    }

    /// <summary>The first word of "north-east", "south-western", whose last is <paramref name="i"/>.</summary>
    private static int Start(List<Word> words, int i) =>
        i > 0 && words[i].Gap == Gap.Hyphen && (words[i - 1].Cue & Cue.Compass) != Cue.None ? i - 1 : i;

    private static Shift? Away(string text, List<Word> words, int i)
    {
        if (words[i].In(text) is not ("of" or "from" or "від") || i == 0 || words[i].Gap != Gap.Space)
        {
            return null;
        }

        var first = Start(words, i - 1);
        var compass = (words[i - 1].Cue & Cue.Compass) != Cue.None ? Direction(text.AsSpan(words[first].Start..words[i - 1].End)) : null;
        var at = compass is null ? i - 1 : first - 1;
        while (at >= 0 && words[at].In(text) is "to" or "the" or "away" or "directly" or "just" or "due")
        {
            at--;
        }

        var km = at >= 1 && (words[at].Cue & Cue.DistanceUnit) != Cue.None ? Distance(text, words, at) : null;
        if (compass is null && km is null)
        {
            return null;
        }

        var from = Math.Max(0, km is null ? first : at - 1);
        return new Shift(ShiftKind.Away, km, compass?.North ?? 0, compass?.East ?? 0, from, Named: false, text[words[from].Start..words[i].End]);
    }

    /// <summary>The move that words before a common noun for a settlement make, "the eastern outskirts of the city", or null.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="noun">Index of the noun.</param>
    public static Shift? OfNoun(string text, List<Word> words, int noun)
    {
        if (noun < 4 || words[noun].Gap != Gap.Space || words[noun - 1].In(text) is not "the" || words[noun - 1].Gap != Gap.Space || words[noun - 2].In(text) is not "of" ||
            words[noun - 2].Gap != Gap.Space || words[noun - 3].Gap > Gap.Hyphen || (words[noun - 3].Cue & Cue.PartNoun) == Cue.None || (words[noun - 4].Cue & Cue.CompassAdjective) == Cue.None)
        {
            return null;
        }

        var first = Start(words, noun - 4);
        var (north, east) = Direction(text.AsSpan(words[first].Start..words[noun - 4].End)) ?? (0, 0);
        return new Shift(ShiftKind.Inside, null, north, east, first, Named: true, text[words[first].Start..words[noun].Start].TrimEnd());
    }

    /// <summary>The word before a run of <paramref name="word"/> that ends at <paramref name="i"/>.</summary>
    private static int Skip(string text, List<Word> words, int i, string word) =>
        i > 0 && words[i].Gap == Gap.Space && words[i].In(text).SequenceEqual(word) ? i - 1 : i;

    private static bool Beside(List<Word> words, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (words[i].Gap != Gap.Space)
            {
                return false;
            }
        }

        return true;
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
        double north = Has(word, "north", "північ") ? 1 : Has(word, "south", "півден") ? -1 : 0;
        double east = Has(word, "east", "схід") ? 1 : Has(word, "west", "захід") ? -1 : 0;
        var length = Math.Sqrt((north * north) + (east * east));
        return length == 0 ? null : (north / length, east / length);
    }

    private static bool Has(ReadOnlySpan<char> word, string english, string ukrainian) =>
        word.Contains(english, StringComparison.OrdinalIgnoreCase) || word.Contains(ukrainian, StringComparison.OrdinalIgnoreCase);
}
