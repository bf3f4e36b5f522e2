using Salient.Records;

namespace Salient.Dating;

/// <summary>How finely a time expression tells the time.</summary>
public enum TimePrecision
{
#pragma warning disable CS1591 // Named for what they are, finest first.
    Hour, Day, Weekend, Week, Part, Month, Season, Quarter, Year, Decade, Century, Vague,
#pragma warning restore CS1591
}

/// <summary>What a time expression tells.</summary>
public enum TimeSense
{
    /// <summary>A stretch of the calendar: "Monday", "last week", "in May".</summary>
    Date,

    /// <summary>A stretch with an end of its own: "over the past 48 hours", "since March".</summary>
    Period,

    /// <summary>A length only: "two weeks".</summary>
    Duration,

    /// <summary>The present: "now".</summary>
    Present,

    /// <summary>Some past or future time: "recently", "soon".</summary>
    Vague,

    /// <summary>A time that comes back: "every Monday".</summary>
    Repeated,
}

/// <summary>A time expression of a report, resolved against the report's date.</summary>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Span">The expression in the report's text, without the preposition before it.</param>
/// <param name="Framed">The expression with the preposition that opens or bounds it ("since March").</param>
/// <param name="Sense">What it tells.</param>
/// <param name="Days">The days that it names by itself, or null where it names none.</param>
/// <param name="Governs">The days that it gives to what it governs, its preposition reckoned in; null where it gives none.</param>
/// <param name="Precision">How finely.</param>
/// <param name="Frame">The preposition that bounds it ("since", "by", "as of"), lower case, or null.</param>
/// <param name="Timex">Its TIMEX3 value.</param>
/// <param name="Rule">Id of the rule that read it.</param>
public sealed record TimeExpression(
    int Sentence,
    TextSpan Span,
    TextSpan Framed,
    TimeSense Sense,
    DateRange? Days,
    DateRange? Governs,
    TimePrecision Precision,
    string? Frame,
    string Timex,
    string Rule);
