using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>Matches predicted and coded claims as the scorer of record does.</summary>
internal static class Matching
{
    /// <summary>Shared part of the union, where it is a quarter of it and half of the shorter one; else 0.</summary>
    public static double Shared(TextSpan a, TextSpan b)
    {
        var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        var union = Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start);
        return shared > 0 && 4 * shared >= union && 2 * shared >= Math.Min(a.Length, b.Length) ? (double)shared / union : 0;
    }

    /// <summary>Pairs of indices (gold, predicted), one to one, same act and most overlap first.</summary>
    public static List<(int Gold, int Predicted)> Pair(List<GoldClaim> gold, List<GoldClaim> predicted)
    {
        var pairs = new List<(bool Same, double Shared, int Gold, int Predicted)>();
        for (var g = 0; g < gold.Count; g++)
        {
            for (var p = 0; p < predicted.Count; p++)
            {
                if (Kind(gold[g]) == Kind(predicted[p]) && Shared(gold[g].Span, predicted[p].Span) is > 0 and var shared)
                {
                    pairs.Add((gold[g].Label == predicted[p].Label, shared, -g, -p));
                }
            }
        }

        var result = new List<(int, int)>();
        HashSet<int> takenGold = [], takenPredicted = [];
        foreach (var (_, _, g, p) in pairs.OrderByDescending(x => x))
        {
            if (!takenGold.Contains(-g) && !takenPredicted.Contains(-p))
            {
                takenGold.Add(-g);
                takenPredicted.Add(-p);
                result.Add((-g, -p));
            }
        }

        return result;
    }

    public static string Kind(GoldClaim claim) => claim.Label[..claim.Label.IndexOf('/', StringComparison.Ordinal)];
}
