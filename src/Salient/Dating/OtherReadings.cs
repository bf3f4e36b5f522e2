namespace Salient.Dating;

/// <summary>The war's own calendar, the present, the vague, the time of day.</summary>
internal static class OtherReadings
{
    public static readonly Dictionary<string, Reading> Table = new(StringComparer.Ordinal)
    {
        ["war-day"] = (c, s) => c[Slot.Number] is >= 1 and < 20000 and var n ? TimeValue.On(s.War.AddDays(n - 1)) : null,
        ["war-nth"] = WarNth,
        ["war-start"] = (_, s) => TimeValue.On(s.War),
        ["war-so-far"] = (_, s) => new TimeValue(TimeSense.Period, s.War, s.Day, TimePrecision.Vague, "PRESENT_REF"),
        ["war-anniversary"] = (c, s) => c[Slot.Ordinal] is >= 1 and <= 100 ? TimeValue.On(s.War.AddYears(c[Slot.Ordinal])) : null,
        ["war-age"] = (c, s) => TimeValue.On(Calendar.Shift(s.War, c[Slot.Count], c[Slot.Unit])),
        ["present"] = (_, s) => new TimeValue(TimeSense.Present, s.Day, s.Day, TimePrecision.Day, "PRESENT_REF"),
        ["until-now"] = (_, s) => new TimeValue(TimeSense.Period, null, s.Day, TimePrecision.Vague, "PRESENT_REF"),
        ["vague-past"] = (_, _) => new TimeValue(TimeSense.Vague, null, null, TimePrecision.Vague, "PAST_REF"),
        ["vague-future"] = (_, _) => new TimeValue(TimeSense.Vague, null, null, TimePrecision.Vague, "FUTURE_REF"),
        ["repeated"] = (c, _) => new TimeValue(TimeSense.Repeated, null, null, TimePrecision.Vague, c.Has(Slot.Weekday) ? $"XXXX-WXX-{c[Slot.Weekday]}" : c.Has(Slot.Unit) ? Timexes.Length(c.Has(Slot.Count) ? c[Slot.Count] : 1, c[Slot.Unit]) : "P1D"),
        ["clock"] = Clock,
        ["clock-word"] = (_, _) => Hour(12 * 60),
    };

    /// <summary>A time of day by itself names no day.</summary>
    private static TimeValue Hour(int minutes) =>
        new(TimeSense.Vague, null, null, TimePrecision.Hour, $"T{minutes / 60:00}:{minutes % 60:00}");

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

        return Hour(minutes);
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
