using System.Collections.Immutable;
using Salient.Dating.Governing;
using Salient.Records;

namespace Salient.Dating;

/// <summary>Tells which time expression governs an assertion: one in its own words, one at the front of its sentence or at the end of a row of clauses that it stands in, one at the front of the sentence before.</summary>
internal sealed class Governor(TimeRules rules, Report report, ImmutableArray<Sentence> sentences, ImmutableArray<TimeExpression> times, TimeWeights? weights)
{
    public DateRange? Govern(Assertion assertion)
    {
        var governing = weights is null ? Rule(assertion) : Weigh(assertion, weights);
        return governing is null ? null : Tallied(assertion, governing);
    }

    private TimeExpression? Weigh(Assertion assertion, TimeWeights by)
    {
        var candidates = TimeCandidates.Of(times, assertion);
        if (candidates.Count == 0)
        {
            return null;
        }

        var ruled = Rule(assertion);
        var best = by.Best(new TimeFeatures(rules, report, sentences, times).Of(assertion, candidates, ruled));
        return best == 0 ? null : Finer(assertion, Outer(assertion, times[candidates[best - 1]], ruled), candidates);
    }

    /// <summary>"This year it plans to meet on August 23": of a stretch and a day of it in the claim's own words the day is meant.</summary>
    private TimeExpression Finer(Assertion assertion, TimeExpression chosen, List<int> candidates)
    {
        if (chosen.Sentence != assertion.Sentence || chosen.Frame is not null || chosen.Precision <= TimePrecision.Day)
        {
            return chosen;
        }

        ClauseRow? clause = null;
        foreach (var i in candidates)
        {
            var t = times[i];
            if (t.Sense == TimeSense.Date && t.Frame is null && t.Precision < chosen.Precision && assertion.Evidence.Contains(t.Span) && Lies(t.Governs!, chosen.Governs!)
                && (clause ??= new ClauseRow(new Row(report.Text, sentences[t.Sentence].Span, rules), sentences[t.Sentence], assertion)) is var row && !row.Embedded(t) && !row.Said(t) && !row.Owns(t))
            {
                return t;
            }
        }

        return chosen;
    }

    private static bool Lies(DateRange part, DateRange whole) =>
        part is { From: { } from, To: { } to } && whole.From <= from && to <= whole.To;

    /// <summary>Of two times in the evidence, one of a clause within gives way to the one that rules take outside it.</summary>
    private TimeExpression Outer(Assertion assertion, TimeExpression chosen, TimeExpression? ruled)
    {
        if (ruled is null || ReferenceEquals(chosen, ruled) || !assertion.Evidence.Contains(chosen.Span) || chosen.Sentence != ruled.Sentence)
        {
            return chosen;
        }

        var clause = new ClauseRow(new Row(report.Text, sentences[assertion.Sentence].Span, rules), sentences[assertion.Sentence], assertion);
        return clause.Embedded(chosen) && !(assertion.Evidence.Contains(ruled.Span) && clause.Embedded(ruled)) ? ruled : chosen;
    }

    /// <summary>The time that rules alone take.</summary>
    public TimeExpression? Rule(Assertion assertion)
    {
        var here = times.Where(t => t.Sentence == assertion.Sentence && t.Governs is not null).ToList();
        var own = times.Where(t => t.Governs is not null && assertion.Evidence.Contains(t.Span)).ToList();
        if (own.Count == 0 && here.Count == 0 && !times.Any(t => t.Sentence == assertion.Sentence - 1 && t.Governs is not null))
        {
            return null;
        }

        var clause = new ClauseRow(new Row(report.Text, sentences[assertion.Sentence].Span, rules), sentences[assertion.Sentence], assertion);
        var inside = Own(own, clause);

        // "Now that they hold Brod, which fell a month ago": the time of a clause within gives way to the present that stands before it all.
        var beside = inside is null || clause.Embedded(inside) ? Beside(here, clause) : null;
        return (inside is null || beside?.Sense == TimeSense.Present ? beside : null) ?? inside ?? Before(assertion, clause, here.Count == 0);
    }

    private static TimeExpression? Own(List<TimeExpression> own, ClauseRow clause) =>
        own.Count <= 1 ? own.FirstOrDefault() : own.FirstOrDefault(t => !clause.Said(t) && !clause.Embedded(t)) ?? own[0];

    private static TimeExpression? Beside(List<TimeExpression> here, ClauseRow clause)
    {
        // The nearest time before the clause that reaches it, else the first after it that reaches back.
        var told = here.Where(t => !clause.Said(t) && !clause.Owns(t)).ToList();
        if (clause.Speech && here.FirstOrDefault(t => clause.Said(t)) is { } spoken)
        {
            return spoken;
        }

        return told.LastOrDefault(t => t.Span.End <= clause.Evidence.Start && clause.GovernsOnward(t))
            ?? told.FirstOrDefault(t => t.Span.Start >= clause.Evidence.End && clause.GovernsBack(t));
    }

    /// <summary>A time of the sentence before, where this one has none of its own.</summary>
    private TimeExpression? Before(Assertion assertion, ClauseRow clause, bool bare)
    {
        var at = assertion.Sentence - 1;
        if (!bare || at < 0 || clause.Judges)
        {
            return null;
        }

        var row = new ClauseRow(new Row(report.Text, sentences[at].Span, rules), sentences[at], assertion);
        var told = times.Where(t => t.Sentence == at && t.Governs is not null).ToList();
        return told.Count == 1 && row.Heads(told[0]) ? told[0] : null;
    }

    /// <summary>A tally "as of" a day reaches back from it; what "since" names happened on its day ("shut since the army attacked two months ago").</summary>
    internal static DateRange? Tallied(Assertion assertion, TimeExpression t) =>
        t is { Frame: "since", Days: { } days } && t.Framed.Start < assertion.Evidence.Start && assertion.Evidence.Contains(t.Span) ? days
        : t.Frame == "as of" && (assertion.Kind is "loss" or "civilian-harm") ? new DateRange(null, t.Governs!.To) : t.Governs;
}
