using Salient.Records;

namespace Salient.Reconciling.Happenings;

/// <summary>What analysts have said of claims being one event or not.</summary>
internal static class Ties
{
    /// <summary>True where an analyst told them apart.</summary>
    public static bool Apart(RecordedClaim a, RecordedClaim b) =>
        (a.Review is { } x && x.Apart.Contains(b.Claim.Id)) || (b.Review is { } y && y.Apart.Contains(a.Claim.Id));

    /// <summary>Makes one of groups that an analyst joined a claim of with a claim of the other; what was told apart stays apart.</summary>
    public static IEnumerable<List<RecordedClaim>> Join(IEnumerable<List<RecordedClaim>> groups)
    {
        var all = groups.ToList();
        var joined = all.SelectMany(g => g).Where(c => c.Review is { Joined.IsEmpty: false }).Order().ToList();
        if (joined.Count == 0)
        {
            return all;
        }

        var groupOf = all.SelectMany(g => g.Select(c => KeyValuePair.Create(c.Claim.Id, g))).ToDictionary();
        foreach (var (id, other) in joined.SelectMany(c => c.Review!.Joined.Select(o => (c.Claim.Id, o))))
        {
            if (groupOf.TryGetValue(other, out var from) && groupOf[id] is var into && !ReferenceEquals(into, from) && !into.Any(a => from.Any(b => Apart(a, b))))
            {
                into.AddRange(from);
                all.Remove(from);
                foreach (var claim in from)
                {
                    groupOf[claim.Claim.Id] = into;
                }
            }
        }

        return all;
    }
}
