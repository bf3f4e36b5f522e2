using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Dating;

/// <summary>Finds time expressions, resolves them against the report's date, and tells which one governs an assertion.</summary>
/// <remarks>Never reckons from today: without a report's date only what is written in full is resolved.</remarks>
public sealed class Dater(Theatre theatre, TimeRules rules)
{
    /// <summary>The time expressions of a report, by position.</summary>
    public ImmutableArray<TimeExpression> Find(Report report, ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        DateOnly? anchor = null;
        for (var i = 0; i < sentences.Length; i++)
        {
            anchor = Read(report, sentences[i].Span, i, anchor, found);
        }

        return found.ToImmutable();
    }

    /// <summary>The days that an assertion is said to hold for, or null where the text gives none.</summary>
    public DateRange? Date(Report report, ImmutableArray<Sentence> sentences, Assertion assertion) =>
        Date(report, sentences, Find(report, sentences), assertion);

    /// <summary>As above, with the report's time expressions already found by <see cref="Find"/>.</summary>
    public DateRange? Date(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<TimeExpression> times, Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(assertion);
        return new Governor(rules, report, sentences, times).Govern(assertion);
    }

    internal DateOnly? Read(Report report, TextSpan span, int sentence, DateOnly? anchor, ImmutableArray<TimeExpression>.Builder found)
    {
        var row = new Row(report.Text, span, rules);
        var day = report.Date.Reference;
        foreach (var f in Framer.Frame(row, TimeFinder.Find(row, day, theatre.Start, ref anchor), day))
        {
            var v = f.Value;
            found.Add(new TimeExpression(
                sentence,
                new TextSpan(row[f.First].Start, row[f.End - 1].End),
                new TextSpan(row[f.Opening].Start, row[f.End - 1].End),
                v.Sense,
                v.From is null && v.To is null ? null : new DateRange(v.From, v.To),
                f.Governs is { From: null, To: null } ? null : f.Governs,
                v.Precision,
                f.Preposition,
                v.Timex,
                f.Rule));
        }

        return anchor;
    }
}
