using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reading.Dates;

/// <summary>What the several ways of finding a report's date gave.</summary>
/// <param name="Given">The user's or the capture's.</param>
/// <param name="Metadata">The page's, with the field that told it.</param>
/// <param name="FileName">The file name's.</param>
internal sealed record DateEvidence(DateOnly? Given, (DateOnly Day, string Field)? Metadata, DateOnly? FileName);

/// <summary>Settles a report's date, strongest basis first; never today's.</summary>
internal sealed partial class ReportDater(DateOnly start, ImmutableArray<Milestone> milestones)
{
    private const int Top = 8;
    private const int Leading = 3;
    private const int Slack = 3;

    private static readonly SearchValues<string> Planned = SearchValues.Create([" will ", " would ", " plan ", " plans ", " planned ", " planning ", " expect", " schedul", " until ", " by the end", " deadline", " due "], StringComparison.OrdinalIgnoreCase);

    /// <summary>The date of a report of these <paramref name="blocks"/>.</summary>
    public ReportDate Settle(DateEvidence evidence, IReadOnlyList<Block> blocks)
    {
        if (evidence.Given is { } given)
        {
            return Exactly(given, DateBasis.Given, "given");
        }

        var written = Written(blocks);
        if (evidence.Metadata is { } meta)
        {
            // A report filed in the evening and posted after midnight reckons from the day that its dateline names.
            return written?.Near(meta.Day, 1) is { } filed && filed < meta.Day
                ? Exactly(filed, DateBasis.Dateline, written.Words)
                : Exactly(meta.Day, DateBasis.Metadata, meta.Field);
        }

        if (written is { Date: { } day })
        {
            return Exactly(day, DateBasis.Dateline, written.Words);
        }

        if (evidence.FileName is { } name)
        {
            // A dateline without its year is the better witness of the day; the file's name then tells the year.
            return written?.Near(name, Slack) is { } near ? Exactly(near, DateBasis.Dateline, written.Words) : Exactly(name, DateBasis.FileName, "file name");
        }

        return Implied(blocks, written);
    }

    private static ReportDate Exactly(DateOnly day, DateBasis basis, string note) => new(day, day, day, basis, note);

    private static TopDate? Written(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks.Take(Top))
        {
            if (block.Role == ParagraphRole.Comment)
            {
                break;
            }

            if (Dateline.Find(block.Text) is { Date: { } filed } line)
            {
                return new TopDate(filed, block.Text[..line.Length].Trim());
            }

            var byline = block.Text.Length <= 160 && block.Role == ParagraphRole.Boilerplate && !block.Stopped;
            if ((TimeStamp.Parse(block.Text) is not null || byline) && WrittenDate.Find(block.Text) is { } stamp)
            {
                return new TopDate(stamp, block.Text.Trim());
            }
        }

        return null;
    }

    private ReportDate Implied(IReadOnlyList<Block> blocks, TopDate? written)
    {
        var firstComment = FirstComment(blocks);
        foreach (var block in blocks.Where(b => b.Role is ParagraphRole.Body or ParagraphRole.Heading).Take(Leading))
        {
            if (WarDay.Find(block.Text, start) is { } war && (firstComment is null || war.Day <= firstComment))
            {
                var note = firstComment == war.Day ? $"{war.Words}; first comment the same day" : war.Words;
                return new ReportDate(war.Day, war.Day, war.Day, DateBasis.Implied, note);
            }
        }

        var bound = Bound(blocks);
        if (written?.Stamp is { } part && (bound?.Day ?? start) is var from && After(part, from) is { } next && (firstComment is null || next <= firstComment))
        {
            return new ReportDate(firstComment is null ? null : next, next, firstComment, firstComment is null ? DateBasis.Implied : DateBasis.Dateline, written.Words);
        }

        var note2 = string.Join("; ", new[] { bound?.Words, firstComment is null ? null : "first comment" }.Where(n => n is not null));
        return bound is null && firstComment is null ? ReportDate.Unknown : new ReportDate(null, bound?.Day, firstComment, DateBasis.Implied, note2);
    }

    // The latest of all lower bounds: a post that is linked to, "after 100 days of war".
    private (DateOnly Day, string Words)? Bound(IReadOnlyList<Block> blocks)
    {
        (DateOnly Day, string Words)? latest = null;
        var body = 0;
        foreach (var block in blocks.Where(b => b.Role != ParagraphRole.Comment))
        {
            var told = block.Role == ParagraphRole.Body && body++ < Leading ? Told(block.Text) : null;
            foreach (var found in new[] { PostTime.Latest(block.Text), WarDay.Bound(block.Text, start), told, block.Role == ParagraphRole.Boilerplate ? null : Passed(block.Text) })
            {
                latest = found is { } f && (latest is null || f.Day > latest.Value.Day) ? f : latest;
            }
        }

        return latest;
    }

    // A whole date that the report's first paragraphs tell of in the past: "on Wednesday, July 27, 2022". What is only planned bounds nothing.
    private (DateOnly Day, string Words)? Told(string text)
    {
        var planned = text.AsSpan().ContainsAny(Planned);
        return !planned && WrittenDate.Find(text) is { Date: { } day } written && day >= start ? (day, text[written.Start..written.End]) : null;
    }

    // The latest milestone that the text tells of as done; where it was yesterday, the day after.
    private (DateOnly Day, string Words)? Passed(string text)
    {
        (DateOnly Day, string Words)? latest = null;
        foreach (var sentence in Ends().Split(text))
        {
            if (sentence.AsSpan().ContainsAny(Planned))
            {
                continue;
            }

            foreach (var m in milestones)
            {
                if ((latest is null || m.Day >= latest.Value.Day) && m.Told(sentence))
                {
                    latest = (sentence.Contains("yesterday", StringComparison.OrdinalIgnoreCase) ? m.Day.AddDays(1) : m.Day, m.What);
                }
            }
        }

        return latest;
    }

    [GeneratedRegex(@"(?<=[.!?…”""])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    private static DateOnly? FirstComment(IReadOnlyList<Block> blocks) =>
        blocks.Where(b => b.Role == ParagraphRole.Comment).Select(b => TimeStamp.Parse(b.Text)?.Day).Where(d => d is not null).Min();

    private static DateOnly? After(WrittenDate part, DateOnly from) =>
        part.At(from.Year) is { } same && same >= from ? same : part.At(from.Year + 1);

    private sealed record TopDate(WrittenDate Stamp, string Words)
    {
        public DateOnly? Date => Stamp.Date;

        public DateOnly? Near(DateOnly day, int slack)
        {
            foreach (var year in (int[])[day.Year, day.Year - 1, day.Year + 1])
            {
                if (Stamp.At(year) is { } at && Math.Abs(at.DayNumber - day.DayNumber) <= slack)
                {
                    return at;
                }
            }

            return null;
        }
    }
}
