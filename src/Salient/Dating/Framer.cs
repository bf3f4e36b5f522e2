using Salient.Records;

namespace Salient.Dating;

/// <summary>An atom with the words around it reckoned in: hedges, "early" and "late", "from … to …", "since", "by".</summary>
/// <param name="First">First lexeme of the expression, hedges included.</param>
/// <param name="End">One past its last.</param>
/// <param name="Opening">First lexeme with the preposition.</param>
/// <param name="Value">What it tells by itself.</param>
/// <param name="Governs">The days that it gives.</param>
/// <param name="Preposition">What bounds it, or null.</param>
/// <param name="Rule">Id of the rule.</param>
internal sealed record Frame(int First, int End, int Opening, TimeValue Value, DateRange? Governs, string? Preposition, string Rule);

/// <summary>Reckons in the words around atoms.</summary>
internal static class Framer
{
    /// <summary>The framed expressions of a row, by position.</summary>
    public static List<Frame> Frame(Row row, List<Atom> atoms, DateOnly? day)
    {
        var found = new List<Frame>(atoms.Count);
        for (var i = 0; i < atoms.Count; i++)
        {
            var atom = Stages.Narrow(row, atoms[i]);
            var first = atom.First;
            if (i + 1 < atoms.Count && Joins(row, atom, atoms[i + 1]) && Pair(atom.Value, Stages.Narrow(row, atoms[i + 1]).Value) is { } pair)
            {
                var end = atoms[i + 1].End;
                var opening = row.Is(first - 1, "from") || row.Is(first - 1, "between") ? first - 1 : first;
                found.Add(new Frame(first, end, opening, pair, new DateRange(pair.From, pair.To), null, atom.Rule.Id));
                i++;
                continue;
            }

            if (i + 1 < atoms.Count && Timed(row, atom, atoms[i + 1]) is { } timed)
            {
                found.Add(Bounded(row, timed, day));
                i++;
                continue;
            }

            var alone = Bounded(row, Hedged(row, atom), day);
            found.Add(alone);
            if (found.Count > 1 && Follows(row, found[^2], alone))
            {
                var both = new DateRange(found[^2].Value.From, alone.Value.To);
                (found[^2], found[^1]) = (found[^2] with { Governs = both }, alone with { Governs = both });
            }
        }

        return found;
    }

    /// <summary>"In 2014 and 2015": each governs both where nothing lies between.</summary>
    private static bool Follows(Row row, Frame a, Frame b) =>
        b.First - a.End == 1 && row.Is(a.End, "and") && a.Preposition is null && b.Preposition is null && a.Value is { Sense: TimeSense.Date } && b.Value.Sense == TimeSense.Date
        && a.Value.Precision == b.Value.Precision && a.Value.Precision is TimePrecision.Day or TimePrecision.Month or TimePrecision.Year && a.Value.To?.AddDays(1) == b.Value.From;

    private static Frame Bounded(Row row, Atom atom, DateOnly? day)
    {
        var (opening, governs, preposition) = Bounds.Reckon(row, atom, day);
        return new Frame(atom.First, atom.End, opening, atom.Value, governs, preposition, atom.Rule.Id);
    }

    /// <summary>True where "to", "through", a dash or "and" after "between" stands between two dates and nothing else.</summary>
    private static bool Joins(Row row, Atom a, Atom b)
    {
        if (a.Value.Sense is not (TimeSense.Date or TimeSense.Present) || b.Value.Sense is not (TimeSense.Date or TimeSense.Present) || b.First - a.End > 2)
        {
            return false;
        }

        var gap = a.End;
        if (row.Is(gap, ",") && gap + 1 < b.First)
        {
            gap++;
        }

        var early = row.Rules.In(row.Word(gap + 1), WordSet.Early) || row.Rules.In(row.Word(gap + 1), WordSet.Middle) || row.Rules.In(row.Word(gap + 1), WordSet.Late);
        if (b.First - gap != 1 && !(b.First - gap == 2 && early))
        {
            return false;
        }

        var opened = row.Is(a.First - 1, "from") || row.Is(a.First - 1, "between");
        return row.Is(gap, "through") || row.Is(gap, "until") || row.Is(gap, "till") || row.IsDash(gap)
            || row.Is(gap, "to") || (row.Is(gap, "and") && row.Is(a.First - 1, "between") && opened);
    }

    private static TimeValue? Pair(TimeValue a, TimeValue b)
    {
        if (a.From is not { } from || b.To is not { } to)
        {
            return null;
        }

        // The end tells the year of a beginning that has none.
        while (a.Implicit && from > to)
        {
            from = from.AddYears(-1);
        }

        while (a.Implicit && from.AddYears(1) <= to)
        {
            from = from.AddYears(1);
        }

        while (from > to && a.Precision == TimePrecision.Day && from.DayNumber - to.DayNumber < 7)
        {
            from = from.AddDays(-7);
        }

        var precision = (TimePrecision)Math.Max((int)a.Precision, (int)b.Precision);
        return from <= to ? new TimeValue(TimeSense.Period, from, to, precision, $"{a.Timex}/{b.Timex}") : null;
    }

    /// <summary>"10 p.m. Wednesday", "Wednesday at noon": a time of day and a day are one expression.</summary>
    private static Atom? Timed(Row row, Atom a, Atom b)
    {
        var gap = b.First - a.End;
        if (gap > 1 || (gap == 1 && !row.Is(a.End, "on") && !row.Is(a.End, "at") && !row.Is(a.End, ",")))
        {
            return null;
        }

        var (clock, date) = Clock(a) ? (a, b) : (b, a);
        if (!Clock(clock) || Clock(date) || date.Value is not { Sense: TimeSense.Date, Precision: TimePrecision.Day })
        {
            return null;
        }

        var value = date.Value with { Precision = TimePrecision.Hour, Timex = date.Value.Timex + clock.Value.Timex };
        return new Atom(Math.Min(Hedged(row, a).First, b.First), b.End, value, clock.Rule);
    }

    private static bool Clock(Atom a) => a.Value.Precision == TimePrecision.Hour && a.Value.Timex.StartsWith('T');

    private static Atom Hedged(Row row, Atom atom)
    {
        if (atom.Value.Sense != TimeSense.Duration && !Clock(atom) && !atom.Rule.Reading.EndsWith("ago", StringComparison.Ordinal))
        {
            return atom;
        }

        foreach (var hedge in row.Rules.Hedges)
        {
            var first = atom.First - hedge.Length;
            var all = first >= 0;
            for (var i = 0; all && i < hedge.Length; i++)
            {
                all = row.Word(first + i) == hedge[i];
            }

            if (all)
            {
                return atom with { First = first };
            }
        }

        return atom;
    }
}
