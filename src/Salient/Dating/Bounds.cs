using Salient.Records;

namespace Salient.Dating;

/// <summary>What a preposition makes of the time after it.</summary>
internal static class Bounds
{
    /// <summary>Where the expression opens with its preposition, the days that it gives, and the preposition.</summary>
    public static (int Opening, DateRange? Governs, string? Preposition) Reckon(Row row, Atom atom, DateOnly? day)
    {
        var value = atom.Value;
        if (value.Sense is TimeSense.Vague or TimeSense.Repeated)
        {
            return (atom.First, null, null);
        }

        if (value.Sense == TimeSense.Duration)
        {
            return Length(row, atom, day);
        }

        var at = atom.First - 1;
        while (row.Is(at, "the") || row.Is(at, "at") || row.Is(at, "about") || row.Is(at, "around") || row.Is(at, "back") || row.Is(at, "in") || row.Is(at, "sometime") || row.Is(at, "least"))
        {
            at--;
        }

        var word = row.Word(at);
        var rules = row.Rules;
        // "A point, since yesterday, the general was replaced": why, not from when.
        if (rules.In(word, WordSet.Since) && Because(row, at, atom))
        {
            return (atom.First, new DateRange(value.From, value.To), null);
        }

        if (rules.In(word, WordSet.Since) || (rules.In(word, WordSet.From) && atom.Rule.Reading == "war-start"))
        {
            return (at, value.From is null ? null : new DateRange(value.From, Later(value.From, day)), "since");
        }

        // "From June 3, the army took a dozen villages": what goes on since then.
        if (row.Is(at, "from") && value is { Sense: TimeSense.Date, Precision: TimePrecision.Day, From: { } first } && first < day && value.To == first && Fronts(row, at))
        {
            return (at, new DateRange(first, day), "since");
        }

        if (value.Sense == TimeSense.Date && value.From < day && Opened(row, at) is { } since)
        {
            return (since, new DateRange(value.From, day), "since");
        }

        if (row.Is(at, "of") && row.Is(at - 1, "as"))
        {
            return (at - 1, new DateRange(value.From, value.To), "as of");
        }

        if (row.Is(at, "to") && row.Is(at - 1, "up"))
        {
            return (at - 1, Ending(value.To, day), "up to");
        }

        if (value.Sense == TimeSense.Period)
        {
            return (atom.First, new DateRange(value.From, value.To), null);
        }

        if (value.Precision == TimePrecision.Hour && value.Implicit)
        {
            // "By evening", "before dawn": that day.
            return (atom.First, new DateRange(value.From, value.To), null);
        }

        return rules.In(word, WordSet.By) && !row.Is(at, "before") ? (at, Ending(value.To, day), "by")
            : row.Is(at, "before") || (row.Is(at, "to") && row.Is(at - 1, "prior")) ? (at, new DateRange(null, value.From?.AddDays(-1)), "before")
            : rules.In(word, WordSet.Until) ? (at, value.To is null ? null : new DateRange(null, value.To), "until")
            : rules.In(word, WordSet.After) ? (at, value.To is { } a ? new DateRange(a.AddDays(1), a < day ? day : null) : null, "after")
            : rules.In(word, WordSet.From) && value.Sense == TimeSense.Date ? (at, value.From is null ? null : new DateRange(value.From, value.Precision == TimePrecision.Day ? value.To : value.To < day ? day : null), "from")
            : (atom.First, new DateRange(value.From, value.To), null);
    }

    // At the start of its sentence or of what is said: behind a noun it would tell which one is meant ("footage from June 3").
    private static bool Fronts(Row row, int at) => at == 0 || row.Is(at - 1, "that") || row[at - 1].Shape == LexemeShape.Sign;

    /// <summary>True where "since" gives a reason: a comma after the day, one before it or a day told from the report's own, and no perfect that lasts ("has been shelled since Friday, killing").</summary>
    private static bool Because(Row row, int at, Atom atom)
    {
        if (at == 0 || atom.Value.Precision > TimePrecision.Day || !row.Is(atom.End, ",") || !(row.Is(at - 1, ",") || row.Is(atom.First, "yesterday") || row.Is(atom.First, "today")))
        {
            return false;
        }

        for (var i = at - 1; i > 0 && at - i <= 16; i--)
        {
            if ((row.Is(i - 1, "has") || row.Is(i - 1, "have") || row.Is(i - 1, "had")) && (row.Rules.In(row.Word(i), WordSet.Past) || row.Form(i).EndsWith("ed", StringComparison.Ordinal) || row.Form(i).EndsWith("en", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Since the fall of the town on July 16": the day is that of what "since" names.</summary>
    private static int? Opened(Row row, int at)
    {
        for (var i = at; i >= 0 && at - i <= 10 && row[i].Shape == LexemeShape.Word; i--)
        {
            if (row.Rules.In(row.Word(i), WordSet.Since))
            {
                return i;
            }

            if (row.Rules.In(row.Word(i), WordSet.Past) || row.Rules.In(row.Word(i), WordSet.Opener) || row.Is(i, "and"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Up to a day: from the report's day where that day lies ahead.</summary>
    private static DateRange? Ending(DateOnly? to, DateOnly? day) =>
        to is null ? null : new DateRange(day is { } d && to > d ? d : null, to);

    private static DateOnly? Later(DateOnly? from, DateOnly? day) => day >= from ? day : null;

    /// <summary>"For months" reaches back from the report's day where the clause is in the perfect.</summary>
    private static (int Opening, DateRange? Governs, string? Preposition) Length(Row row, Atom atom, DateOnly? day)
    {
        var at = atom.First - 1;
        if (row.Is(at, "within") && day is { } from && atom.Value.Length > 0)
        {
            return (at, Outlook.Ahead(row, at, atom.End) ? new DateRange(from, from.AddDays(atom.Value.Length)) : null, "within");
        }

        var end = at;
        while (row.Is(at, "of") || row.Is(at, "the") || row.Is(at, "course") || row.Is(at, "space"))
        {
            at--;
        }

        if (day is { } until && atom.Value.Precision != TimePrecision.Hour && (row.Is(at, "in") || row.Is(at, "over") || row.Is(at, "during")) && Outlook.Look(row, at, atom.End) == false)
        {
            return (at, new DateRange(atom.Value.Length > 0 ? until.AddDays(-atom.Value.Length) : null, until), "over");
        }

        // "Captured ten villages over two weeks": no "for over two weeks", no "took over two weeks".
        if (day is { } last && atom.Value.Precision != TimePrecision.Hour && atom.Value.Length > 0 && row.Is(atom.First, "over") && !Counts(row, end) && Outlook.Look(row, atom.First, atom.End) == false)
        {
            return (atom.First, new DateRange(last.AddDays(-atom.Value.Length), last), "over");
        }

        at = end;
        if (day is not { } d || !row.Is(at, "for") || !Perfect(row, at))
        {
            return (atom.First, null, row.Is(at, "for") ? "for" : null);
        }

        return (at, new DateRange(atom.Value.Length > 0 ? d.AddDays(-atom.Value.Length) : null, d), "for");
    }

    // The word before "over two weeks" makes it more than two weeks.
    private static bool Counts(Row row, int at) =>
        at < 0 || row.Rules.In(row.Word(at), WordSet.Auxiliary) || Array.Exists(["for", "in", "of", "after", "by", "to", "than", "at", "with", "within", "until", "just", "well", "a", "and", "lasted", "lasts", "took", "takes", "taken", "take", "been", "spent"], w => row.Is(at, w));

    private static bool Perfect(Row row, int at)
    {
        // "For two weeks, they have shelled the town": at the front what it reaches into comes after.
        for (var i = at; at == 0 && i < row.Count && i <= 16; i++)
        {
            if (row.Is(i, "has") || row.Is(i, "have"))
            {
                return true;
            }

            if (row.Is(i, ";") || row.Is(i, ":"))
            {
                return false;
            }
        }

        for (var i = at - 1; i >= 0 && at - i <= 12; i--)
        {
            if (row.Is(i, "has") || row.Is(i, "have"))
            {
                return true;
            }

            if (row.Is(i, ",") || row.Is(i, ";"))
            {
                return false;
            }
        }

        return false;
    }
}
