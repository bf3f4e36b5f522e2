using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reviewing;

/// <summary>A ledger as analysts have reviewed it: claims with their corrections and verdicts, and the claims that were added by hand among the others.</summary>
/// <param name="ledger">The ledger as it was coded. Disposed with this one.</param>
public sealed class ReviewedLedger(ILedgerReader ledger) : ILedgerReader, IDisposable
{
    private (long Revision, ReviewLayer Layer, Dictionary<string, string> Carried, ILookup<string, RecordedClaim> ByHand)? kept;

    /// <inheritdoc/>
    public long Revision => ledger.Revision;

    /// <summary>What stands of what was said.</summary>
    public ReviewLayer Layer => Now().Layer;

    /// <inheritdoc/>
    public ImmutableArray<ReportHeader> Reports() => ledger.Reports();

    /// <inheritdoc/>
    public Report? Report(string id) => ledger.Report(id);

    /// <inheritdoc/>
    public IEnumerable<RecordedClaim> Claims()
    {
        var now = Now();
        return now.Layer.IsEmpty ? ledger.Claims() : Merged(ledger.Claims().Select(c => Over(now, c)), [.. now.ByHand.SelectMany(g => g).Order()]);
    }

    /// <inheritdoc/>
    public ImmutableArray<RecordedClaim> ClaimsOf(string report)
    {
        var now = Now();
        return now.Layer.IsEmpty ? ledger.ClaimsOf(report) : [.. ledger.ClaimsOf(report).Select(c => Over(now, c)).Concat(now.ByHand[report]).Order()];
    }

    /// <inheritdoc/>
    public RecordedClaim? Claim(string id)
    {
        var now = Now();
        return ledger.Claim(id) is { } found ? Over(now, found) : now.ByHand.SelectMany(g => g).FirstOrDefault(c => c.Claim.Id == id);
    }

    /// <inheritdoc/>
    public ImmutableArray<ReviewEntry> Reviews() => ledger.Reviews();

    /// <summary>What the ledger keeps is made of claims as they were coded: it holds as long as no analyst has said anything.</summary>
    public IFindings? Findings(string stamp) => Now().Layer.IsEmpty ? ledger.Findings(stamp) : null;

    /// <inheritdoc/>
    public IFindingStore? Overlaid(string stamp) =>
        !Now().Layer.IsEmpty && ledger.Findings(stamp) is IFindingStore kept ? new ReviewedFindings(kept, this, Touched().Select(c => c.Report.Id).Distinct()) : null;

    /// <inheritdoc/>
    public IEnumerable<RecordedClaim> Touched()
    {
        var now = Now();
        var heirs = now.Carried.ToDictionary(p => p.Value, p => p.Key);
        return now.Layer.Claims.Select(id => Claim(heirs.GetValueOrDefault(id, id))).OfType<RecordedClaim>();
    }

    /// <inheritdoc/>
    public RecordedClaim? Former(string id) => ledger.Former(id);

    /// <inheritdoc/>
    public IReadOnlySet<string>? Matching(string query) => ledger.Matching(query) is { } coded ? coded.Concat(Touched().Select(c => c.Claim.Id)).ToHashSet() : null;

    /// <inheritdoc/>
    public ImmutableArray<RecordedClaim> Search(string query, int limit)
    {
        var now = Now();
        return [.. ledger.Search(query, limit).Select(c => Over(now, c))];
    }

    /// <inheritdoc/>
    public void Dispose() => (ledger as IDisposable)?.Dispose();

    private static RecordedClaim Over((long Revision, ReviewLayer Layer, Dictionary<string, string> Carried, ILookup<string, RecordedClaim> ByHand) now, RecordedClaim claim) =>
        now.Layer.Over(claim, now.Carried.GetValueOrDefault(claim.Claim.Id, claim.Claim.Id));

    private static IEnumerable<RecordedClaim> Merged(IEnumerable<RecordedClaim> coded, RecordedClaim[] byHand)
    {
        var next = 0;
        foreach (var claim in coded)
        {
            while (next < byHand.Length && byHand[next].CompareTo(claim) < 0)
            {
                yield return byHand[next++];
            }

            yield return claim;
        }

        while (next < byHand.Length)
        {
            yield return byHand[next++];
        }
    }

    private (long Revision, ReviewLayer Layer, Dictionary<string, string> Carried, ILookup<string, RecordedClaim> ByHand) Now()
    {
        var revision = ledger.Revision;
        if (kept is { } known && known.Revision == revision)
        {
            return known;
        }

        var layer = new ReviewLayer(ledger.Reviews());
        var added = layer.Added.Select(e => e.Claim).ToHashSet();
        var carried = new Dictionary<string, string>();
        foreach (var id in layer.Claims.Where(id => !added.Contains(id) && ledger.Claim(id) is null))
        {
            if (ledger.Former(id) is { } former && Successor.Of(former, ledger.ClaimsOf(former.Report.Id)) is { } heir && Successor.Carries(former.Claim, heir.Claim))
            {
                carried[heir.Claim.Id] = id;
            }
        }

        var made = (revision, layer, carried, layer.Added.Select(e => ByHand(layer, e)).OfType<RecordedClaim>().ToLookup(c => c.Report.Id));
        kept = made;
        return made;
    }

    /// <summary>The claim that an entry adds; null where its report is gone, or where a run has since found it itself.</summary>
    private RecordedClaim? ByHand(ReviewLayer layer, ReviewEntry entry)
    {
        if (ledger.Report(entry.Other!) is not { } report || ledger.Claim(entry.Claim) is not null || HandClaim.Of(entry.Claim, report, entry.Changes) is not { } claim)
        {
            return null;
        }

        var header = ledger.Reports().First(r => r.Id == report.Id);
        return layer.Over(new RecordedClaim(claim, header), claim.Id);
    }
}
