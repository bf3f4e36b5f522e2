using Salient.Records;

namespace Salient.Dating;

/// <summary>What a rule read, before the words around it are reckoned in.</summary>
/// <param name="Sense">What it tells.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Precision">How finely.</param>
/// <param name="Timex">TIMEX3 value.</param>
/// <param name="Implicit">True where the year was not written.</param>
internal sealed record TimeValue(TimeSense Sense, DateOnly? From, DateOnly? To, TimePrecision Precision, string Timex, bool Implicit = false)
{
    /// <summary>For a duration: its length in days, 0 where vague.</summary>
    public int Length { get; init; }

    public static TimeValue On(DateOnly day, bool written = true) => new(TimeSense.Date, day, day, TimePrecision.Day, Timexes.Day(day), !written);

    public static TimeValue Over(DateOnly from, DateOnly to, TimePrecision precision, string timex, bool written = true) => new(TimeSense.Date, from, to, precision, timex, !written);
}

/// <summary>What a reading reckons from.</summary>
/// <param name="Day">The report's day, or null where not known.</param>
/// <param name="Anchor">The day last told of, or null.</param>
/// <param name="Future">True where the clause looks ahead.</param>
/// <param name="War">The war's first day.</param>
/// <param name="Near">The day told of in this sentence or shortly before, or null.</param>
/// <param name="Told">What was last told of, at most a year, or null.</param>
internal readonly record struct Setting(DateOnly? Day, DateOnly? Anchor, bool Future, DateOnly War, DateOnly? Near, DateRange? Told);
