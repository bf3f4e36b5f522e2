using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Measuring;

/// <summary>Turns the number phrase of an assertion into a quantity; finds the phrase in the evidence where none is given.</summary>
public sealed class Measurer
{
    private readonly NumberReader reader;
    private readonly UnitFinder units;
    private readonly Counting counting;

    /// <summary>Takes the rules for numbers.</summary>
    public Measurer(Theatre theatre, NumberRules rules)
    {
        ArgumentNullException.ThrowIfNull(theatre);
        reader = new NumberReader(rules);
        units = new UnitFinder(rules);
        counting = new Counting(rules, units);
    }

    /// <summary>The quantity that an assertion counts, or null.</summary>
    public Quantity? Measure(Report report, ImmutableArray<Sentence> sentences, Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(assertion);
        var sentence = sentences[assertion.Sentence];
        var span = assertion.Evidence.Cover(assertion.Number ?? assertion.Evidence);
        var row = new NumberRow(report.Text, span);
        var found = reader.Find(row).Select(n => new Candidate(n, UnitOf(row, n))).ToList();
        var chosen = assertion.Number is { } given ? found.FirstOrDefault(c => c.Number.Phrase.Span.Overlaps(given)) : Best(row, assertion, found);
        if (assertion.Number is not null && chosen is not null && (Counting.Calendar(row, chosen.Number) || counting.Wide(row, assertion, chosen.Number)))
        {
            // "On 3 June 40 people died": the tree hangs the day on the noun.
            chosen = Best(row, assertion, found);
        }

        if (chosen is null)
        {
            return assertion.Number is null ? counting.Single(row, assertion) : null;
        }

        var phrase = chosen.Number.Phrase;
        if (phrase.Sort is NumberSort.Loose or NumberSort.Ordinal or NumberSort.Compound)
        {
            return null;
        }

        if (phrase.Sort == NumberSort.Multiple)
        {
            return Times(report, sentences, assertion, phrase);
        }

        var unit = counting.Unit(report.Text, sentence, assertion, chosen.Unit);
        return new Quantity(phrase.Min, phrase.Max, unit, phrase.Approx, phrase.Basis);
    }

    private FoundUnit UnitOf(NumberRow row, FoundNumber n)
    {
        if (n.Phrase.Unit is { } told)
        {
            return new FoundUnit(told, true, n.End);
        }

        return units.After(row, n.End, n.Phrase.Max == 1) is { } u ? new FoundUnit(u.Unit, u.Known, u.End) : new FoundUnit(null, false, n.End);
    }

    private Candidate? Best(NumberRow row, Assertion assertion, List<Candidate> found)
    {
        Candidate? best = null;
        var most = 0;
        foreach (var c in found)
        {
            var score = counting.Score(row, assertion, c.Number, c.Unit);
            if (score > most)
            {
                (best, most) = (c, score);
            }
        }

        return best;
    }

    /// <summary>"Thrice that number": the last count told before, so many times.</summary>
    private Quantity? Times(Report report, ImmutableArray<Sentence> sentences, Assertion assertion, NumberPhrase phrase)
    {
        for (var s = assertion.Sentence; s >= 0 && s >= assertion.Sentence - 1; s--)
        {
            var before = new NumberRow(report.Text, new TextSpan(sentences[s].Span.Start, Math.Max(sentences[s].Span.Start, Math.Min(sentences[s].Span.End, phrase.Span.Start))));
            if (reader.Find(before).LastOrDefault(n => n.Phrase.Sort == NumberSort.Count && n.Phrase.Min >= 2 && !Counting.Calendar(before, n)) is { } told)
            {
                var unit = counting.Unit(report.Text, sentences[s], assertion, UnitOf(before, told));
                var approx = phrase.Approx || told.Phrase.Approx;
                return new Quantity(told.Phrase.Min * phrase.Min, told.Phrase.Max * phrase.Min, unit, approx, approx && told.Phrase.Basis == "exact" ? "about" : told.Phrase.Basis);
            }
        }

        return null;
    }

    private sealed record Candidate(FoundNumber Number, FoundUnit Unit);
}

/// <summary>The unit found after a number.</summary>
/// <param name="Unit">The unit, or null.</param>
/// <param name="Known">True where the table lists it.</param>
/// <param name="End">One past the noun.</param>
internal readonly record struct FoundUnit(string? Unit, bool Known, int End);
