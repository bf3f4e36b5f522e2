using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Salient.Records;
using Salient.Searching;
using Salient.Web.Hosting;

namespace Salient.Web.Search;

/// <summary>Asks a query of the claims that the pages show.</summary>
internal static class Seeking
{
    private const int Looked = 4000, Enough = 60;

    /// <summary>The claims searched for, the latest first; lazily: who wants one page of them looks no further.</summary>
    /// <exception cref="QueryException">The query cannot be read.</exception>
    public static IEnumerable<RecordedClaim> Latest(HttpContext context, string? text)
    {
        var query = Query.Parse(text);
        var all = Reviewed(context);
        return query is null ? Enumerable.Range(1, all.Length).Select(i => all[^i]) : Found(all, query, () => new Searcher(context.Ledger()).Candidates(query));
    }

    // What fits often is found among the latest; what is rare or nowhere the full text finds faster than looking at each claim.
    private static IEnumerable<RecordedClaim> Found(ImmutableArray<RecordedClaim> all, Query query, Func<IReadOnlySet<string>?> narrow)
    {
        IReadOnlySet<string>? may = null;
        var found = 0;
        for (var i = 1; i <= all.Length; i++)
        {
            if (i == Looked && found < Enough && (may = narrow()) is { Count: 0 })
            {
                yield break;
            }

            if ((may is null || may.Contains(all[^i].Claim.Id)) && query.Matches(all[^i]))
            {
                found++;
                yield return all[^i];
            }
        }
    }

    /// <summary>
    /// The picture's claims. While a new picture is worked out after a review, the old one's are shown with what analysts have said since: a review shows at once,
    /// what follows from it a little later.
    /// </summary>
    private static ImmutableArray<RecordedClaim> Reviewed(HttpContext context)
    {
        var (snapshot, ledger) = (context.Snapshot(), context.Ledger());
        var all = snapshot.Read(p => p.Shown);
        if (snapshot.Revision == ledger.Revision)
        {
            return all;
        }

        var touched = ledger.Touched().ToDictionary(c => c.Claim.Id);
        var shown = all.Select(c => touched.Remove(c.Claim.Id, out var now) ? now : c.Review is null ? c : ledger.Claim(c.Claim.Id)).OfType<RecordedClaim>().ToList();
        return touched.Count == 0 ? [.. shown] : [.. shown.Concat(touched.Values).Order()];
    }
}
