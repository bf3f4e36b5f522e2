namespace Salient.Dating;

/// <summary>The war's own calendar, the present, the vague, the time of day.</summary>
internal static class OtherReadings
{
    public static readonly Dictionary<string, Reading> Table = new(StringComparer.Ordinal)
    {
        ["war-day"] = (c, s) => c[Slot.Number] is >= 1 and < 20000 and var n ? TimeValue.On(s.War.AddDays(n - 1)) : null,
        ["war-nth"] = WarNth,
        ["war-start"] = (_, s) => Begun(s) ? TimeValue.On(s.War) : null,
        ["war-before"] = (c, s) => Begun(s) ? RelativeReadings.From(s.War, -c[Slot.Count], c[Slot.Unit]) : null,
        ["war-early"] = (c, s) => Begun(s) ? new TimeValue(TimeSense.Period, s.War, null, TimePrecision.Vague, "PAST_REF") : null,
        ["war-so-far"] = (_, s) => Begun(s) ? new TimeValue(TimeSense.Period, s.War, s.Day, TimePrecision.Vague, "PRESENT_REF") : null,
        ["war-anniversary"] = Anniversary,
        ["war-age"] = (c, s) => TimeValue.On(Calendar.Shift(s.War, c[Slot.Count], c[Slot.Unit])),
        ["present"] = (_, s) => new TimeValue(TimeSense.Present, s.Day, s.Day, TimePrecision.Day, "PRESENT_REF"),
        ["since-told"] = (_, s) => s.Told is { } told && told.To < s.Day ? new TimeValue(TimeSense.Period, told.From, s.Day, TimePrecision.Vague, "PRESENT_REF") : null,
        ["until-now"] = (_, s) => new TimeValue(TimeSense.Period, null, s.Day, TimePrecision.Vague, "PRESENT_REF"),
        ["vague-past"] = (_, _) => new TimeValue(TimeSense.Vague, null, null, TimePrecision.Vague, "PAST_REF"),
        ["vague-future"] = (_, _) => new TimeValue(TimeSense.Vague, null, null, TimePrecision.Vague, "FUTURE_REF"),
        ["repeated"] = (c, _) => new TimeValue(TimeSense.Repeated, null, null, TimePrecision.Vague, c.Has(Slot.Weekday) ? $"XXXX-WXX-{c[Slot.Weekday]}" : c.Has(Slot.Unit) ? Timexes.Length(c.Has(Slot.Count) ? c[Slot.Count] : 1, c[Slot.Unit]) : "P1D"),
        ["war-first"] = (c, s) => c[Slot.Count] is >= 1 and <= 2000 && c[Slot.Unit] >= 3 ? TimeValue.Over(s.War, Calendar.Shift(s.War, c[Slot.Count], c[Slot.Unit]).AddDays(-1), Calendar.Precision(c[Slot.Unit]), Timexes.Length(c[Slot.Count], c[Slot.Unit])) : null,
        ["near-day"] = (_, s) => (s.Near ?? s.Day) is { } d ? TimeValue.On(d, written: false) : null,
        ["near-part"] = (c, s) => (s.Near ?? s.Day) is { } d ? new TimeValue(TimeSense.Date, d, d, TimePrecision.Hour, Timexes.DayPart(d, c[Slot.Part]), Implicit: true) : null,
        ["clock"] = Clock,
        ["clock-word"] = (_, s) => Hour(12 * 60, s),
    };

    // What is told of a war before it began is of another, or of one that is feared.
    private static bool Begun(Setting s) => !(s.Day < s.War);

    /// <summary>The anniversary that is counted, or the one nearest to the report's day.</summary>
    private static TimeValue? Anniversary(Captured c, Setting s)
    {
        if (c.Has(Slot.Ordinal))
        {
            return c[Slot.Ordinal] is >= 1 and <= 100 ? TimeValue.On(s.War.AddYears(c[Slot.Ordinal])) : null;
        }

        const int HalfYear = 183;
        if (s.Day is not { } d || !Begun(s))
        {
            return null;
        }

        var near = s.War.AddYears(d.AddDays(HalfYear).Year - s.War.Year);
        near = near.DayNumber - d.DayNumber > HalfYear ? near.AddYears(-1) : near;
        return near > s.War ? TimeValue.On(near) : null;
    }

    /// <summary>A time of day by itself is of the day told of just before, else of the report's.</summary>
    private static TimeValue Hour(int minutes, Setting s) =>
        new((s.Near ?? s.Day) is null ? TimeSense.Vague : TimeSense.Date, s.Near ?? s.Day, s.Near ?? s.Day, TimePrecision.Hour, $"T{minutes / 60:00}:{minutes % 60:00}", Implicit: true);

    private static TimeValue? Clock(Captured c, Setting s)
    {
        if (c[Slot.Hour] is not (>= 0 and <= 1440))
        {
            return null;
        }

        var minutes = c[Slot.Hour];
        if (c.Has(Slot.Part))
        {
            minutes = (minutes % 720) + (c[Slot.Part] == 1 ? 720 : 0);
        }

        return Hour(minutes, s);
    }

    private static TimeValue? WarNth(Captured c, Setting s)
    {
        var (n, unit) = (c[Slot.Ordinal], c[Slot.Unit]);
        if (n is < 1 or > 2000 || unit < 3)
        {
            return null;
        }

        var from = Calendar.Shift(s.War, n - 1, unit);
        return unit == 3 ? TimeValue.On(from) : TimeValue.Over(from, Calendar.Shift(s.War, n, unit).AddDays(-1), Calendar.Precision(unit), Timexes.Day(from));
    }
}
