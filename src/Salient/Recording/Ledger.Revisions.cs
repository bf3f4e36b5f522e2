using Salient.Records;

namespace Salient.Recording;

/// <content>What later versions of reports no longer say.</content>
public sealed partial class Ledger
{
    private IEnumerable<RecordedClaim> Revised(IEnumerable<RecordedClaim> claims)
    {
        var revised = connection.Rows(
            r => new ClaimRevision(r.GetString(0), (ClaimFate)r.GetInt32(1), r.GetString(2), r.Text(3)), "SELECT claim, fate, report, successor FROM revisions").ToDictionary(r => r.Claim);
        return claims.Select(c => revised.TryGetValue(c.Claim.Id, out var revision) ? c with { Revision = revision }
            : c.Report.Retracted is null ? c : c with { Revision = new ClaimRevision(c.Claim.Id, ClaimFate.Retracted, c.Report.Id, null) });
    }
}
