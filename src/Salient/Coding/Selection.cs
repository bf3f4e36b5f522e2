using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding;

/// <summary>One clause, one claim per kind and act; of one kind at one word, the more specific frame.</summary>
internal static class Selection
{
    /// <summary>Indices of the candidates that are kept, by position of their evidence.</summary>
    public static IEnumerable<int> Select(ImmutableArray<Candidate> candidates, ImmutableArray<double> scores, double threshold)
    {
        var order = Enumerable.Range(0, candidates.Length).Where(i => scores[i] >= threshold)
            .OrderByDescending(i => candidates[i].Trigger.Specificity).ThenByDescending(i => scores[i]).ThenBy(i => i);
        var kept = new List<int>();
        foreach (var i in order)
        {
            if (!kept.Exists(k => Clash(candidates[k], candidates[i])))
            {
                kept.Add(i);
            }
        }

        return kept.OrderBy(i => candidates[i].Assertion.Evidence).ThenBy(i => candidates[i].Assertion.Trigger).ThenBy(i => i);
    }

    private static bool Clash(Candidate a, Candidate b)
    {
        Assertion x = a.Assertion, y = b.Assertion;
        if (x.Sentence != y.Sentence || x.Kind != y.Kind)
        {
            return false;
        }

        // Figures of one list are claims of their own.
        if (x.Number is { } n && y.Number is { } m && n != m)
        {
            return false;
        }

        return x.Trigger == y.Trigger || (x.Act == y.Act && (x.Evidence == y.Evidence || a.Top == b.Top));
    }
}
