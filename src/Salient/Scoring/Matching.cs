namespace Salient.Scoring;

/// <summary>Pairs gold and predicted claims of one report, one to one, best first.</summary>
internal static class Matching
{
    /// <summary>Each claim's place in the flattened text; repeats of one string are dealt out in order; null where the evidence is not in the text.</summary>
    public static List<(int Start, int End)?> Spans(IReadOnlyList<ScoredClaim> claims, string text)
    {
        var used = new Dictionary<(string, string, string), int>();
        var result = new List<(int, int)?>(claims.Count);
        foreach (var claim in claims)
        {
            if (claim.Evidence.Length == 0)
            {
                result.Add(null);
                continue;
            }

            var starts = Occurrences(text, claim.Evidence);
            var key = (claim.Evidence, claim.Kind, claim.Act);
            var turn = used.GetValueOrDefault(key);
            used[key] = turn + 1;
            var at = starts.Count > 0 ? starts[Math.Min(turn, starts.Count - 1)] : -1;
            result.Add(at < 0 ? null : (at, at + claim.Evidence.Length));
        }

        return result;
    }

    /// <summary>Index of gold to index of predicted.</summary>
    public static Dictionary<int, int> Pair(
        IReadOnlyList<ScoredClaim> gold,
        IReadOnlyList<(int Start, int End)?> goldSpans,
        IReadOnlyList<ScoredClaim> predicted,
        IReadOnlyList<(int Start, int End)?> predictedSpans)
    {
        var pairs = new List<(bool SameAct, double Shared, int Gold, int Predicted)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < predicted.Count; j++)
            {
                if (gold[i].Kind == predicted[j].Kind && Shared(goldSpans[i], predictedSpans[j]) is > 0 and var shared)
                {
                    pairs.Add((gold[i].Act == predicted[j].Act, shared, -i, -j));
                }
            }
        }

        var result = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach (var (_, _, i, j) in pairs.OrderByDescending(p => p))
        {
            if (!result.ContainsKey(-i) && taken.Add(-j))
            {
                result[-i] = -j;
            }
        }

        return result;
    }

    /// <summary>Evidence is right where it shares half of the union: a whole sentence for one clause is not.</summary>
    public static bool Tight((int Start, int End) a, (int Start, int End) b) =>
        2 * Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) >= Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start);

    /// <summary>Shared part of the union, where it is a quarter of it and half of the shorter one; else 0.</summary>
    private static double Shared((int Start, int End)? first, (int Start, int End)? second)
    {
        if (first is not { } a || second is not { } b)
        {
            return 0;
        }

        var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        var union = Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start);
        return shared > 0 && 4 * shared >= union && 2 * shared >= Math.Min(a.End - a.Start, b.End - b.Start) ? (double)shared / union : 0;
    }

    private static List<int> Occurrences(string text, string sought)
    {
        var result = new List<int>();
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            result.Add(at);
        }

        return result;
    }
}
