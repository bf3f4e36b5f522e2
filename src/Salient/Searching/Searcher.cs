using Salient.Records;

namespace Salient.Searching;

/// <summary>Asks a query of a ledger.</summary>
/// <param name="ledger">The ledger.</param>
public sealed class Searcher(ILedgerReader ledger)
{
    /// <summary>Ids of the claims that <paramref name="query"/> can be true of, by the full text; null where its words do not narrow the search.</summary>
    public IReadOnlySet<string>? Candidates(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Narrowing is { } words ? ledger.Matching(words) : null;
    }

    /// <summary>The claims searched for, in order of publication; lazily where words do not narrow the search.</summary>
    /// <param name="query">The query; null asks for every claim.</param>
    public IEnumerable<RecordedClaim> Find(Query? query)
    {
        if (query is null)
        {
            return ledger.Claims();
        }

        // The full text knows claims as they were coded; what analysts touched is looked at beside it.
        return query.Narrowing is { } words
            ? ledger.Search(words, int.MaxValue).Concat(ledger.Touched()).DistinctBy(c => c.Claim.Id).Where(query.Matches).Order()
            : ledger.Claims().Where(query.Matches);
    }
}
