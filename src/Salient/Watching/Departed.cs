namespace Salient.Watching;

/// <summary>Finds what a source has ceased to list out of its turn: older things are listed still. Pure. Whether a thing was withdrawn, its own page says.</summary>
internal static class Departed
{
    /// <summary>Such things are looked at, at most so many for each look at the source.</summary>
    private const int Most = 20;

    /// <summary>Entries of <paramref name="before"/> that are gone though one further down the list is not.</summary>
    public static IEnumerable<PendingPage> Of(IReadOnlyList<ListedEntry> before, IEnumerable<ListedEntry> now)
    {
        var listed = now.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var last = before.Count - 1;
        while (last >= 0 && !listed.Contains(before[last].Id))
        {
            last--;
        }

        return before.Take(Math.Max(last, 0)).Where(e => !listed.Contains(e.Id)).Take(Most).Select(e => new PendingPage(e.Address, 0, default, e.Id, Check: true));
    }

    /// <summary>Pages of a sitemap that are gone though pages that changed no later are not. A sitemap that says nothing of changes lists all that there is.</summary>
    public static IEnumerable<PendingPage> Of(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        var oldest = now.Values.Where(v => v.Length > 0).DefaultIfEmpty("").Min(StringComparer.Ordinal)!;
        return now.Count == 0 ? [] : before.Where(b => !now.ContainsKey(b.Key) && string.CompareOrdinal(b.Value, oldest) >= 0).Select(b => b.Key).Order(StringComparer.Ordinal)
            .Take(Most).Select(a => new PendingPage(a, 0, default, null, Check: true));
    }
}
