using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Tests.Reconciling;

/// <summary>A ledger in memory, for what only reads one.</summary>
internal sealed class MemoryLedger(params IEnumerable<(Report Report, Claim[] Claims)> reports) : ILedgerReader
{
    private readonly List<(Report Report, ReportHeader Header, Claim[] Claims)> all =
        [.. reports.Select(r => (r.Report, new ReportHeader(r.Report.Id, r.Report.Title, r.Report.Date, r.Report.Outlet, r.Report.Author, r.Report.Language, r.Report.CopyOf, r.Report.Institute, r.Report.CaptureHash, "memory") { Opening = r.Report.Title is null ? r.Report.Opening : null }, r.Claims))];

    public long Revision => 1;

    public ImmutableArray<ReportHeader> Reports() => [.. all.Select(r => r.Header)];

    public Report? Report(string id) => all.FirstOrDefault(r => r.Report.Id == id).Report;

    public IEnumerable<RecordedClaim> Claims() => all.SelectMany(r => r.Claims.Select(c => new RecordedClaim(c, r.Header))).Order();

    public ImmutableArray<RecordedClaim> ClaimsOf(string report) => [.. Claims().Where(c => c.Report.Id == report)];

    public RecordedClaim? Claim(string id) => Claims().FirstOrDefault(c => c.Claim.Id == id);

    public ImmutableArray<RecordedClaim> Search(string query, int limit) => [.. Claims().Where(c => c.Claim.Evidence.Contains(query, StringComparison.OrdinalIgnoreCase)).Take(limit)];
}
