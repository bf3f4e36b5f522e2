using Salient.Records;

namespace Salient.Dating;

/// <summary>The times that a report has told of up to a place in it.</summary>
internal sealed class Told
{
    /// <summary>The day last told of, or the last of a month or less, or null.</summary>
    public DateOnly? Anchor { get; private set; }

    /// <summary>The day told of in this sentence or shortly before, or null.</summary>
    public DateOnly? Near { get; set; }

    /// <summary>What was last told of, at most a year, or null.</summary>
    public DateRange? Stretch { get; private set; }

    /// <summary>Takes in a date just read.</summary>
    public void Add(TimeValue value)
    {
        if (value is not { Sense: TimeSense.Date, To: { } to } || value.Precision > TimePrecision.Year)
        {
            return;
        }

        Stretch = new DateRange(value.From, to);
        Anchor = value.Precision <= TimePrecision.Month ? to : Anchor;
        Near = value.Precision <= TimePrecision.Day ? to : Near;
    }
}
