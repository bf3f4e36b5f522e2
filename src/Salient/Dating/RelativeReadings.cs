namespace Salient.Dating;

/// <summary>Days and weekdays told from the report's day or the day last told of.</summary>
internal static class RelativeReadings
{
    public static readonly Dictionary<string, Reading> Table = new(StringComparer.Ordinal)
    {
        ["day-shift"] = (c, s) => s.Day is { } d ? TimeValue.On(d.AddDays(c[Slot.Shift])) : null,
        ["day-part"] = (c, s) => s.Day is { } d ? Part(d.AddDays(c[Slot.Shift]), c) : null,
        ["last-night"] = (_, s) => s.Day is { } d ? Night(d.AddDays(-1)) : null,
        ["night-into"] = (c, s) => s.Day is { } d ? Night(Calendar.LastOn(d, c[Slot.Weekday]).AddDays(-1)) : null,
        ["weekday"] = (c, s) => Weekday(c, s) is { } d ? TimeValue.On(d) : null,
        ["weekday-this"] = (c, s) => s.Day is { } d ? TimeValue.On(Calendar.Monday(d).AddDays(c[Slot.Weekday] - 1)) : null,
        ["weekday-of-week"] = (c, s) => s.Day is { } d ? TimeValue.On(Calendar.Monday(d).AddDays((7 * c[Slot.Shift]) + c[Slot.Weekday] - 1)) : null,
        ["weekday-part"] = (c, s) => Weekday(c, s) is { } d ? Part(d, c) : null,
        ["weekday-pair"] = Pair,
        ["weekend"] = Weekend,
        ["anchor-shift"] = Anchor,
        ["units-before"] = (c, s) => Start(c, s) is { } d ? From(d, -c[Slot.Count], c[Slot.Unit]) : null,
        ["units-after"] = (c, s) => Start(c, s) is { } d ? From(d, c[Slot.Count], c[Slot.Unit]) : null,
        ["units-ago"] = (c, s) => s.Day is { } d ? From(d, -c[Slot.Count], c[Slot.Unit]) : null,
        ["units-ahead"] = (c, s) => s.Day is { } d ? From(d, c[Slot.Count], c[Slot.Unit]) : null,
        ["vague-units-ago"] = VagueAgo,
    };

    /// <summary>A time so many units away, as finely as the unit tells it.</summary>
    internal static TimeValue From(DateOnly day, int count, int unit)
    {
        var at = Calendar.Shift(day, count, unit);
        if (unit <= 3)
        {
            return TimeValue.On(at);
        }

        if (unit == 4)
        {
            return TimeValue.Over(at.AddDays(-1), at.AddDays(1), TimePrecision.Week, Timexes.Week(at));
        }

        var (from, to) = Calendar.Whole(at, unit);
        return TimeValue.Over(from, to, Calendar.Precision(unit), Timexes.Unit(at, unit));
    }

    // Years are counted from a year told of, too.
    private static DateOnly? Start(Captured c, Setting s) => (c[Slot.Unit] >= 7 ? s.Told?.To : null) ?? s.Anchor ?? s.Day;

    private static TimeValue Part(DateOnly d, Captured c) =>
        new(TimeSense.Date, d, d, TimePrecision.Hour, Timexes.DayPart(d, c[Slot.Part]));

    private static TimeValue Night(DateOnly d) =>
        new(TimeSense.Date, d, d.AddDays(1), TimePrecision.Hour, Timexes.DayPart(d, 5));

    private static DateOnly? Weekday(Captured c, Setting s)
    {
        if (s.Day is not { } d)
        {
            return null;
        }

        var day = c[Slot.Weekday];
        if (c.Has(Slot.Shift))
        {
            // Nobody calls yesterday "last Monday".
            return c[Slot.Shift] < 0 ? Calendar.LastOn(d.AddDays(-2), day) : Calendar.NextOn(d, day);
        }

        return s.Future && Calendar.Weekday(d) != day ? Calendar.NextOn(d, day) : Calendar.LastOn(d, day);
    }

    private static TimeValue? Pair(Captured c, Setting s)
    {
        if (s.Day is not { } d)
        {
            return null;
        }

        var to = s.Future ? Calendar.NextOn(d, c[Slot.Weekday2]) : Calendar.LastOn(d, c[Slot.Weekday2]);
        var from = Calendar.LastOn(to, c[Slot.Weekday]);
        return TimeValue.Over(from, to, TimePrecision.Day, $"{Timexes.Day(from)}/{Timexes.Day(to)}");
    }

    private static TimeValue? Weekend(Captured c, Setting s)
    {
        if (s.Day is not { } d)
        {
            return null;
        }

        // The weekend just past; on a Saturday or Sunday, this one.
        var saturday = Calendar.LastOn(d, 6);
        var ahead = c.Has(Slot.Shift) ? c[Slot.Shift] > 0 || (c[Slot.Shift] == 0 && Calendar.Weekday(d) < 6 && Calendar.Weekday(d) > 1) : s.Future;
        if (ahead && (c.Has(Slot.Shift) && c[Slot.Shift] > 0 || Calendar.Weekday(d) < 6))
        {
            saturday = saturday.AddDays(7);
        }
        else if (c.Has(Slot.Shift) && c[Slot.Shift] < 0 && Calendar.Weekday(d) >= 6)
        {
            saturday = saturday.AddDays(-7);
        }

        return TimeValue.Over(saturday, saturday.AddDays(1), TimePrecision.Weekend, Timexes.Week(saturday) + "-WE");
    }

    private static TimeValue? Anchor(Captured c, Setting s)
    {
        if (s.Anchor is not { } anchor)
        {
            return null;
        }

        var unit = c[Slot.Unit];
        if (unit <= 3)
        {
            return unit < 3 ? null : TimeValue.On(anchor.AddDays(c[Slot.Shift]));
        }

        var at = Calendar.Shift(anchor, c[Slot.Shift], unit);
        var (from, to) = Calendar.Whole(at, unit);
        return TimeValue.Over(from, to, Calendar.Precision(unit), Timexes.Unit(at, unit));
    }

    private static TimeValue? VagueAgo(Captured c, Setting s)
    {
        // "A couple of" and whatever is more: two at the least.
        const int AtLeast = 2;
        return s.Day is { } d ? new TimeValue(TimeSense.Period, null, Calendar.Shift(d, -AtLeast, c[Slot.Unit]), TimePrecision.Vague, "PAST_REF") : null;
    }
}
