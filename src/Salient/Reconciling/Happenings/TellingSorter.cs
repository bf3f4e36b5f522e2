using Salient.Records;

namespace Salient.Reconciling.Happenings;

/// <summary>Sorts what is told of one act at one place on one day into happenings: one, unless a report tells several apart.</summary>
internal static class TellingSorter
{
    private const int FewestLetters = 4;

    /// <summary>The happenings, each with its claims in order of publication.</summary>
    public static List<List<RecordedClaim>> Sort(IEnumerable<RecordedClaim> claims)
    {
        var groups = new List<List<RecordedClaim>>();
        foreach (var claim in claims.Order())
        {
            var into = groups.Where(g => g.All(o => !Apart(claim, o)))
                .Select((g, i) => (Group: g, Rank: i, Like: g.Max(o => Likeness(claim.Claim, o.Claim))))
                .OrderByDescending(x => x.Like).ThenBy(x => x.Rank).Select(x => x.Group).FirstOrDefault();
            if (into is null)
            {
                groups.Add(into = []);
            }

            into.Add(claim);
        }

        return groups;
    }

    /// <summary>Two claims cannot be of one happening: different sides act, or one report counts, names or times them differently.</summary>
    private static bool Apart(RecordedClaim a, RecordedClaim b)
    {
        var (x, y) = (a.Claim, b.Claim);
        if (Ties.Apart(a, b))
        {
            return true;
        }

        if (x.Actor is { Side: not "none" } p && y.Actor is { Side: not "none" } q && p.Side != q.Side)
        {
            return true;
        }

        return a.Report.Id == b.Report.Id && (Counts(x, y) == false || Targets(x, y) == false || Items(x, y) == false || x.Time is { } t && y.Time is { } u && t != u);
    }

    private static int Likeness(Claim a, Claim b) => Value(Counts(a, b)) + Value(Targets(a, b)) + Value(Items(a, b)) + (a.Actor is { } p && b.Actor is { } q && p.Side == q.Side ? 1 : 0);

    private static int Value(bool? same) => same switch { true => 2, false => -2, _ => 0 };

    /// <summary>True where both count the same and alike, false where unlike, null where one does not count or something else.</summary>
    private static bool? Counts(Claim a, Claim b) =>
        a.Quantity is not { } p || b.Quantity is not { } q || p.Unit != q.Unit ? null : (p.Min ?? p.Max) <= (q.Max ?? q.Min) && (q.Min ?? q.Max) <= (p.Max ?? p.Min);

    private static bool? Targets(Claim a, Claim b) => a.Target is { } p && b.Target is { } q ? Share(p.Name, q.Name) : null;

    private static bool? Items(Claim a, Claim b) => a.Item is { } p && b.Item is { } q ? Share(p, q) : null;

    private static bool Share(string a, string b)
    {
        var words = Words(a).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Count == 0 || Words(b).Any(words.Contains);
    }

    private static IEnumerable<string> Words(string name) => name.Split([' ', '-', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= FewestLetters).Select(w => w.TrimEnd('s', 'S'));
}
