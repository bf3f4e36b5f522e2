namespace Salient.Dating;

/// <summary>What a class matches at a place in a row: how many lexemes, and their value.</summary>
internal static class WordClasses
{
    /// <summary>Lexemes matched, 0 for none.</summary>
    public static int Match(Row row, int at, WordClass kind, out int value)
    {
        value = 0;
        return kind switch
        {
            WordClass.Weekday or WordClass.Month => Named(row, at, kind, out value),
            WordClass.Day => Day(row, at, out value),
            WordClass.Year => Year(row, at, out value),
            WordClass.Decade => Decade(row, at, out value),
            WordClass.Count => Numbers.Count(row, at, out value),
            WordClass.Digits => (value = row.Digits(at)) >= 0 ? 1 : 0,
            WordClass.Ordinal => Numbers.Ordinal(row, at, out value),
            WordClass.Clock => Clock(row, at, out value),
            WordClass.War => row.War(at, War),
            WordClass.One => EndsInS(row, at) ? 0 : Plain(row, at, WordClass.Unit, out value),
            WordClass.Many => EndsInS(row, at) ? Plain(row, at, WordClass.Unit, out value) : 0,
            WordClass.Unit or WordClass.Season or WordClass.Part or WordClass.Vague => Plain(row, at, kind, out value),
            _ => 0,
        };
    }

    private static bool EndsInS(Row row, int at) => row.IsWord(at) && row.Form(at)[^1] is 's' or 'S';

    private static int Plain(Row row, int at, WordClass kind, out int value)
    {
        var v = row.Rules.Value(row.Word(at), kind);
        value = v ?? 0;
        return v is null ? 0 : 1;
    }

    private static int Named(Row row, int at, WordClass kind, out int value)
    {
        if (Plain(row, at, kind, out value) == 0)
        {
            return 0;
        }

        if (row.Rules.In(row.Word(at), WordSet.Capital) && !char.IsUpper(row.Form(at)[0]))
        {
            return 0;
        }

        if (row.Length(at) == 3 && Bearer(row, at))
        {
            return 0;
        }

        // "Oct. 3": the point belongs to the short form where more follows.
        return row.Length(at) <= 4 && row.Is(at + 1, ".") && row.Joined(at + 1) && at + 2 < row.Count ? 2 : 1;
    }

    /// <summary>True for "Jan Kern", "May Lind": a short name before another name is somebody's, unless a figure or a word of time stands before it.</summary>
    private static bool Bearer(Row row, int at) =>
        row.IsWord(at + 1) && !row.Joined(at + 1) && row.Length(at + 1) > 1 && char.IsUpper(row.Form(at + 1)[0]) && char.IsLower(row.Form(at + 1)[1]) && row.Rules.Word(row.Form(at + 1)) == 0
        && !row.IsDigits(at - 1) && !(row.IsWord(at - 1) && char.IsLower(row.Form(at - 1)[0]) && row.Form(at - 1) is "in" or "of" or "since" or "until" or "till" or "by" or "last" or "this" or "next" or "early" or "late" or "mid" or "on" or "from" or "to" or "through" or "th" or "st" or "nd" or "rd");

    private static int Day(Row row, int at, out int value)
    {
        value = row.Digits(at);
        if (value is >= 1 and <= 31 && row.Length(at) <= 2)
        {
            if (row.Joined(at + 1) && (row.Is(at + 1, "st") || row.Is(at + 1, "nd") || row.Is(at + 1, "rd") || row.Is(at + 1, "th")))
            {
                return 2;
            }

            return row.Joined(at + 1) && row.IsWord(at + 1) ? 0 : 1;
        }

        var n = row.IsWord(at) ? Numbers.Ordinal(row, at, out value) : 0;
        return value is >= 1 and <= 31 ? n : 0;
    }

    private static int Year(Row row, int at, out int value)
    {
        value = row.Digits(at);
        if (value is >= 1800 and <= 2099 && row.Length(at) == 4)
        {
            return row.Joined(at + 1) && row.IsWord(at + 1) ? 0 : 1;
        }

        value = 0;
        return row.IsWord(at) ? Numbers.SpelledYear(row, at, out value) : 0;
    }

    private static int Decade(Row row, int at, out int value)
    {
        value = row.Digits(at);
        if (value is >= 1800 and <= 2090 && value % 10 == 0 && row.Length(at) == 4 && row.Joined(at + 1) && row.Is(at + 1, "s"))
        {
            return 2;
        }

        if ((row.Is(at, "'") || row.Is(at, "’")) && row.Digits(at + 1) is >= 10 and <= 90 and var d && d % 10 == 0 && row.Is(at + 2, "s"))
        {
            value = 1900 + d;
            return 3;
        }

        return 0;
    }

    private static int Clock(Row row, int at, out int value)
    {
        var h = row.Digits(at);
        value = h * 60;
        if (h is >= 0 and <= 24 && row.Length(at) <= 2)
        {
            if (row.Is(at + 1, ":") && row.Digits(at + 2) is >= 0 and < 60 and var m && row.Length(at + 2) == 2)
            {
                value += m;
                return 3;
            }

            // A bare hour counts only before "a.m." or "pm"; the sign tells the reading that it is bare.
            return row.Is(at + 1, "a") || row.Is(at + 1, "p") || row.Is(at + 1, "am") || row.Is(at + 1, "pm") ? 1 : 0;
        }

        return DottedDate(row, at, out value);
    }

    private static int DottedDate(Row row, int at, out int value)
    {
        value = 0;
        if (!row.IsDigits(at) || row.Length(at) is < 8 or > 10)
        {
            return 0;
        }

        var form = row.Form(at);
        var first = form.IndexOf('.');
        var second = form.LastIndexOf('.');
        if (first is < 1 or > 2 || second - first is < 2 or > 3 || form.Length - second != 5
            || !int.TryParse(form[..first], out var day) || !int.TryParse(form[(first + 1)..second], out var month) || !int.TryParse(form[(second + 1)..], out var year))
        {
            return 0;
        }

        value = -((year * 10000) + (month * 100) + day);
        return 1;
    }

    // "The fighting in Northhaven", "the first days of the fighting for X": what is named after it is where it is fought, and that is not the whole country.
    private static bool Elsewhere(Row row, int at, bool led) => led && row.Form(at) is [>= 'A' and <= 'Z', ..] && !row.Is(at, "ukraine") && !row.Is(at, "europe") && !row.Is(at, "russia") && !row.Is(at, "february");

    private static int War(Row row, int at)
    {
        // Asked for by every rule that may open with an article: the row remembers the answer.
        var i = at;
        var full = false;
        while (i < row.Count && i - at < 10 && (row.Rules.In(row.Word(i), WordSet.WarBefore) || row.Digits(i) == 2022))
        {
            full |= row.Is(i, "full");
            i++;
        }

        var attack = row.Rules.In(row.Word(i), WordSet.WarAttack);
        if (!attack && !row.Rules.In(row.Word(i), WordSet.War))
        {
            return 0;
        }

        i++;
        var end = i;
        while (row.Rules.In(row.Word(i), WordSet.WarAfter) && i - end < 3)
        {
            i++;
        }

        // "The attack on the town" is no war, and one in the Donbas was another.
        var named = row.Is(i - 1, "ukraine") && !row.Is(i + 1, "s");
        if (!named && Elsewhere(row, i > end ? i : i + 1, i > end ? row.Is(i - 1, "in") || row.Is(i - 1, "of") : row.Is(i, "for") || row.Is(i, "near") || row.Is(i, "around") || row.Is(i, "over")))
        {
            return 0;
        }

        return (attack && !full && !named) || (i > end && row.Rules.In(row.Word(row.Is(i, "the") ? i + 1 : i), WordSet.WarElsewhere)) ? 0 : (named ? i : end) - at;
    }
}
