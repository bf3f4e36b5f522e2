using System.Collections.Immutable;
using Salient.Dating.Governing;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Dating;

/// <summary>Finds time expressions, resolves them against the report's date, and tells which one governs an assertion.</summary>
/// <remarks>Never reckons from today: without a report's date only what is written in full is resolved.</remarks>
public sealed class Dater
{
    // How many sentences back a day told of is still the day that "in the morning" speaks of.
    private const int Near = 2;

    private readonly Theatre theatre;
    private readonly TimeRules rules;
    private readonly TimeWeights? weights;

    /// <summary>By rules alone.</summary>
    public Dater(Theatre theatre, TimeRules rules)
        : this(theatre, rules, null)
    {
    }

    private Dater(Theatre theatre, TimeRules rules, TimeWeights? weights)
    {
        this.theatre = theatre;
        this.rules = rules;
        this.weights = weights;
    }

    /// <summary>With rules for finding times, and learned weights for which of them governs what.</summary>
    /// <param name="data">The folder that holds rules/ and models/.</param>
    /// <param name="theatre">The theatre.</param>
    /// <exception cref="ProblemException">SAL0521, SAL0522: the rules; SAL0525, SAL0526: the weights are missing or damaged.</exception>
    public static Dater Load(string data, Theatre theatre) =>
        new(theatre, TimeRulesLoader.Load(Path.Combine(data, "rules", "en")), TimeWeightsFile.Load(Path.Combine(data, "models", TimeWeightsFile.Name)));

    /// <summary>The time expressions of a report, by position.</summary>
    public ImmutableArray<TimeExpression> Find(Report report, ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        var told = new Told();
        var days = new DateOnly?[Near + 1];
        for (var i = 0; i < sentences.Length; i++)
        {
            DateOnly? near = null;
            for (var back = 1; back <= Near && near is null && i - back >= 0; back++)
            {
                near = days[(i - back) % days.Length];
            }

            told.Near = near;
            Read(report, sentences[i].Span, i, told, found);
            days[i % days.Length] = told.Near == near ? null : told.Near;
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
        return new Governor(rules, report, sentences, times, weights).Govern(assertion);
    }

    /// <summary>What can be told of each time that could be an assertion's, and which of them rules alone would take; for training.</summary>
    internal (List<int> Candidates, int Ruled, List<Weighable> Possible) Possible(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<TimeExpression> times, Assertion assertion)
    {
        var candidates = TimeCandidates.Of(times, assertion);
        var ruled = new Governor(rules, report, sentences, times, null).Rule(assertion);
        return (candidates, candidates.FindIndex(i => ReferenceEquals(times[i], ruled)), new TimeFeatures(rules, report, sentences, times).Of(assertion, candidates, ruled));
    }

    private void Read(Report report, TextSpan span, int sentence, Told told, ImmutableArray<TimeExpression>.Builder found)
    {
        var row = new Row(report.Text, span, rules);
        var day = report.Date.Reference;
        foreach (var f in Framer.Frame(row, TimeFinder.Find(row, day, theatre.Start, told), day))
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
                v.Timex.StartsWith('T') && v.From is { } first ? Timexes.Day(first) + v.Timex : v.Timex,
                f.Rule));
        }
    }
}
