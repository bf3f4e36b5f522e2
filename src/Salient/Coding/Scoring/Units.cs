using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Brings clauses and what frames found together into the units that the scorer judges.</summary>
internal sealed class Units(SenseClasses classes)
{
    private readonly ClauseFinder finder = new(classes);

    /// <summary>The units of a report in order of sentences: its clauses, then what frames found on words that no clause turns on.</summary>
    public ImmutableArray<Unit> Build(Context context, IReadOnlyList<Assertion> found)
    {
        var sentences = context.Sentences;
        var bySentence = found.ToLookup(a => a.Sentence);
        var result = ImmutableArray.CreateBuilder<Unit>();
        for (var s = 0; s < sentences.Length; s++)
        {
            if (context.Report.Paragraphs[sentences[s].Paragraph].Coded)
            {
                Add(result, s, context.Senses(s), bySentence[s]);
            }
        }

        return result.ToImmutable();
    }

    private void Add(ImmutableArray<Unit>.Builder result, int s, SentenceSenses senses, IEnumerable<Assertion> found)
    {
        var sentence = senses.Sentence;
        var clauses = finder.Find(senses);
        var hits = new List<Assertion>[clauses.Length];
        var others = new SortedDictionary<(TextSpan Evidence, int Trigger), List<Assertion>>();
        foreach (var a in found)
        {
            var at = Home(clauses, a);
            var list = at >= 0
                ? hits[at] ??= []
                : others.TryGetValue((a.Evidence, a.Trigger), out var known) ? known : others[(a.Evidence, a.Trigger)] = [];
            list.Add(a);
        }

        for (var i = 0; i < clauses.Length; i++)
        {
            result.Add(new Unit(s, clauses[i], hits[i] is { } own ? [.. own] : [], false));
        }

        foreach (var ((evidence, trigger), list) in others)
        {
            result.Add(new Unit(s, Apart(sentence, clauses, evidence, trigger), [.. list], list.Exists(a => a.Number is not null)));
        }
    }

    // The clause that a frame's finding speaks of: its trigger is the clause's predicate, or its evidence is much the same.
    private static int Home(ImmutableArray<Clause> clauses, Assertion a)
    {
        for (var i = 0; i < clauses.Length; i++)
        {
            var c = clauses[i];
            if ((c.Head == a.Trigger || c.Content == a.Trigger || c.Carriers.Contains(a.Trigger)) && Share(c.Evidence, a.Evidence) >= 0.4)
            {
                return i;
            }
        }

        for (var i = 0; i < clauses.Length; i++)
        {
            if (Share(clauses[i].Evidence, a.Evidence) >= 0.8)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What two stretches share, of their union.</summary>
    public static double Share(TextSpan a, TextSpan b)
    {
        var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return shared <= 0 ? 0 : (double)shared / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }

    private static Clause Apart(Sentence sentence, ImmutableArray<Clause> clauses, TextSpan evidence, int trigger)
    {
        var around = clauses.Where(c => c.First <= trigger && trigger < c.End).OrderBy(c => c.End - c.First).FirstOrDefault();
        int first = trigger, end = trigger + 1;
        while (first > 0 && sentence.Tokens[first - 1].Span.Start >= evidence.Start)
        {
            first--;
        }

        while (first < trigger && sentence.Tokens[first].Span.Start < evidence.Start)
        {
            first++;
        }

        while (end < sentence.Tokens.Length && sentence.Tokens[end].Span.End <= evidence.End)
        {
            end++;
        }

        var arguments = new Arguments(sentence, trigger, trigger, ClauseType.Nominal);
        return new Clause(
            trigger,
            trigger,
            [],
            first,
            end,
            ClauseType.Nominal,
            sentence.Tokens[trigger].Head,
            arguments.Subject >= 0 ? arguments.Subject : around is null ? -1 : around.Subject,
            arguments.Agent >= 0 ? arguments.Agent : around is null ? -1 : around.Agent,
            arguments.Object,
            sentence.Case(trigger),
            arguments.Passive,
            evidence);
    }
}
