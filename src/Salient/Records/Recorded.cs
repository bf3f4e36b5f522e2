using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>What the ledger knows of a report, without its text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, where one was found.</param>
/// <param name="Date">When it was published and how that is known.</param>
/// <param name="Outlet">Who published it, where told.</param>
/// <param name="Author">Who wrote it, where told.</param>
/// <param name="Language">ISO 639-1 code; `und` where it cannot be told.</param>
/// <param name="CopyOf">The site it says it was first published on, or null.</param>
/// <param name="Institute">True where the report is an institute's own assessment.</param>
/// <param name="CaptureHash">SHA-256 of the capture.</param>
/// <param name="Origin">The path or address that it came from.</param>
public sealed record ReportHeader(
    string Id,
    string? Title,
    ReportDate Date,
    string? Outlet,
    string? Author,
    string Language,
    string? CopyOf,
    bool Institute,
    string CaptureHash,
    string Origin)
{
    /// <summary>When it was fetched, in UTC as yyyy-MM-ddTHH:mm:ssZ; null where that is not known.</summary>
    public string? Fetched { get; init; }

    /// <summary>Its first words, where it has no title to be called by.</summary>
    public string? Opening { get; init; }

    /// <summary>That its outlet withdrew it; null where it did not.</summary>
    public Retraction? Retracted { get; init; }

    /// <summary>The web address that it came from; null where it came from elsewhere.</summary>
    public string? Address => Origin.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Origin.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Origin : null;

    /// <summary>The feed and the entry whose own words it is, a line each; null where it is a page, or came otherwise.</summary>
    public string? ExcerptOf { get; init; }

    /// <summary>What versions of one thing have in common: its address, and for an entry's own words the feed and the entry. Null where it has no address.</summary>
    public string? Page => ExcerptOf is null ? Address : Address is null ? null : $"{Address}\n{ExcerptOf}";

    /// <summary>Sorts versions of one page: by when they were fetched, then published, then by hash.</summary>
    public string Version => $"{Fetched}|{Phrasing.Day(Date.Reference ?? DateOnly.MaxValue)}|{CaptureHash}|{Id}";
}

/// <summary>A claim with the report that makes it.</summary>
/// <param name="Claim">The claim, with what analysts corrected.</param>
/// <param name="Report">Its report.</param>
public sealed record RecordedClaim(Claim Claim, ReportHeader Report) : IComparable<RecordedClaim>
{
    /// <summary>That a later version of its report no longer makes it, or that its outlet withdrew the report; null where it stands.</summary>
    public ClaimRevision? Revision { get; init; }

    /// <summary>What analysts have said of it, or null.</summary>
    public Reviewed? Review { get; init; }

    /// <summary>True where an analyst rejected it: it is shown, and weighs nothing.</summary>
    public bool Rejected => Review?.Verdict == Reviewed.Rejected;

    /// <summary>True where it weighs: no analyst rejected it, and its report still says it.</summary>
    public bool Stands => !Rejected && Revision is null;

    /// <summary>True where some of its days is known to lie in the stretch, both ends inclusive.</summary>
    public bool Within(DateOnly? since, DateOnly? until) =>
        AsOf is { } last && (since is null || last >= since) && (until is null || (Claim.Time?.From ?? last) <= until);

    /// <summary>The day that the claim holds as of: the last day of its own time, else its report's (what began and has not ended holds on), else the first of its own; null where none is known.</summary>
    public DateOnly? AsOf => Claim.Time?.To ?? Report.Date.Reference ?? Claim.Time?.From;

    /// <summary>Orders by publication, then report, then position: the same whatever the order of arrival.</summary>
    public int CompareTo(RecordedClaim? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = (Report.Date.Reference ?? DateOnly.MaxValue).CompareTo(other.Report.Date.Reference ?? DateOnly.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(Report.Id, other.Report.Id);
        order = order != 0 ? order : Claim.Span.CompareTo(other.Claim.Span);
        return order != 0 ? order : string.CompareOrdinal(Claim.Id, other.Claim.Id);
    }
}

/// <summary>A coding run: which rules made a set of claims.</summary>
/// <param name="Id">1 for the ledger's first.</param>
/// <param name="Program">The program's version.</param>
/// <param name="Rules">Fingerprint of rules, models and theatre, 16 hex digits.</param>
/// <param name="Current">True for the one whose claims are read.</param>
/// <param name="Reports">Reports that it has read.</param>
/// <param name="Claims">Claims that it has made.</param>
public sealed record CodingRun(int Id, string Program, string Rules, bool Current, int Reports, int Claims);

/// <summary>What can be read of a ledger's current run. Every list is in the order of <see cref="RecordedClaim.CompareTo"/>.</summary>
public interface ILedgerReader
{
    /// <summary>Changes whenever a claim of the current run is added or taken away.</summary>
    long Revision { get; }

    /// <summary>All reports.</summary>
    ImmutableArray<ReportHeader> Reports();

    /// <summary>One report in full, or null.</summary>
    Report? Report(string id);

    /// <summary>All claims; lazily, but sorted.</summary>
    IEnumerable<RecordedClaim> Claims();

    /// <summary>The claims of one report.</summary>
    ImmutableArray<RecordedClaim> ClaimsOf(string report);

    /// <summary>One claim, or null.</summary>
    RecordedClaim? Claim(string id);

    /// <summary>The review layer's entries, oldest first.</summary>
    ImmutableArray<ReviewEntry> Reviews() => [];

    /// <summary>Claims that analysts have said something of, those that they added among them.</summary>
    IEnumerable<RecordedClaim> Touched() => [];

    /// <summary>A claim that an earlier run made and the current one does not, of a report that is still there; else null.</summary>
    RecordedClaim? Former(string id) => null;

    /// <summary>What its claims amount to, as far as it is kept by the data that <paramref name="stamp"/> stands for and up to date; else null.</summary>
    IFindings? Findings(string stamp) => null;

    /// <summary>What is kept, as far as it holds, with the reports due that analysts have touched since: reckoning puts what changes over it, in memory. Null where nothing is kept, or nothing is changed.</summary>
    IFindingStore? Overlaid(string stamp) => null;

    /// <summary>Ids of the claims whose words or names may match <paramref name="query"/>, those that analysts have said something of among them; null where that cannot be told.</summary>
    IReadOnlySet<string>? Matching(string query) => null;

    /// <summary>Claims whose words or names match <paramref name="query"/>, at most <paramref name="limit"/>.</summary>
    ImmutableArray<RecordedClaim> Search(string query, int limit);
}
