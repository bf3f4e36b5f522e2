namespace Salient.Dating;

/// <summary>Weeks, months, years around the report's day, and lengths up to it or from it.</summary>
internal static class UnitReadings
{
    public static readonly Dictionary<string, Reading> Table = new(StringComparer.Ordinal)
    {
        ["unit-shift"] = Shifted,
        ["unit-rest"] = (c, s) => s.Day is { } d && c[Slot.Unit] >= 4 ? Part(d, Calendar.Whole(d, c[Slot.Unit]).To, d, c) : null,
        ["unit-begun"] = (c, s) => s.Day is { } d && c[Slot.Unit] >= 4 ? Part(Calendar.Whole(d, c[Slot.Unit]).From, d, d, c) : null,
        ["unit-opened"] = (c, s) => s.Day is { } d && c[Slot.Unit] >= 4 ? TimeValue.On(Calendar.Whole(d, c[Slot.Unit]).From) : null,
        ["unit-end"] = End,
        ["past-units"] = Past,
        ["past-units-vague"] = (c, s) => c[Slot.Unit] >= 1 ? Period(null, s.Day, Timexes.Length(-1, c[Slot.Unit])) : null,
        ["next-units"] = Next,
        ["next-units-vague"] = (c, s) => Period(s.Day, null, c.Has(Slot.Unit) ? Timexes.Length(-1, c[Slot.Unit]) : "FUTURE_REF"),
        ["duration"] = Duration,
        ["duration-plural"] = Plural,
    };

    private static TimeValue Period(DateOnly? from, DateOnly? to, string timex) => new(TimeSense.Period, from, to, TimePrecision.Vague, timex);

    private static TimeValue Part(DateOnly from, DateOnly to, DateOnly day, Captured c) =>
        new(TimeSense.Period, from, to, Calendar.Precision(c[Slot.Unit]), Timexes.Unit(day, c[Slot.Unit]));

    private static TimeValue? Shifted(Captured c, Setting s)
    {
        var unit = c[Slot.Unit];
        if (s.Day is not { } d || unit < 3)
        {
            return null;
        }

        var shift = c[Slot.Shift];
        if (shift != 0)
        {
            var at = Calendar.Shift(d, shift, unit);
            var (from, to) = Calendar.Whole(at, unit);
            return TimeValue.Over(from, to, Calendar.Precision(unit), Timexes.Unit(at, unit));
        }

        // The unit that still runs: up to the report's day, or from it where the clause looks ahead.
        var whole = Calendar.Whole(d, unit);
        return new TimeValue(TimeSense.Period, s.Future ? d : whole.From, s.Future ? whole.To : d, Calendar.Precision(unit), Timexes.Unit(d, unit));
    }

    private static TimeValue? End(Captured c, Setting s)
    {
        if ((s.Anchor ?? s.Day) is not { } d || c[Slot.Unit] is < 4 or > 7)
        {
            return null;
        }

        var whole = Calendar.Whole(s.Day ?? d, c[Slot.Unit]);
        var third = (whole.To.DayNumber - whole.From.DayNumber + 1) / 3;
        return TimeValue.Over(whole.To.AddDays(1 - third), whole.To, TimePrecision.Part, Timexes.Unit(whole.From, c[Slot.Unit]));
    }

    private static TimeValue? Past(Captured c, Setting s)
    {
        var (count, unit) = (c[Slot.Count], c[Slot.Unit]);
        return s.Day is { } d && unit >= 1 ? Period(Calendar.Shift(d, -count, unit), d, Timexes.Length(count, unit)) with { Precision = Calendar.Precision(unit) } : null;
    }

    private static TimeValue? Next(Captured c, Setting s)
    {
        var (count, unit) = (c[Slot.Count], c[Slot.Unit]);
        if (s.Day is not { } d || unit < 1)
        {
            return null;
        }

        return Period(unit >= 3 ? d.AddDays(1) : d, Calendar.Shift(d, count, unit), Timexes.Length(count, unit)) with { Precision = Calendar.Precision(unit) };
    }

    private static TimeValue? Duration(Captured c, Setting s)
    {
        var unit = c[Slot.Unit];
        var count = c.Has(Slot.Count) ? c[Slot.Count] : c.Has(Slot.Vague) && c[Slot.Vague] > 0 ? c[Slot.Vague] : -1;
        var days = count < 0 ? 0 : Calendar.Shift(new DateOnly(2000, 1, 1), count, unit).DayNumber - new DateOnly(2000, 1, 1).DayNumber;
        return new TimeValue(TimeSense.Duration, null, null, Calendar.Precision(unit), Timexes.Length(count, unit, c.Has(Slot.Size))) { Length = days };
    }

    private static TimeValue? Plural(Captured c, Setting s) =>
        c[Slot.Unit] >= 2 ? new TimeValue(TimeSense.Duration, null, null, Calendar.Precision(c[Slot.Unit]), Timexes.Length(-1, c[Slot.Unit])) : null;
}
