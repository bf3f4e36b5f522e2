using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>The words of reports behind a line of a page.</summary>
/// <param name="snapshot">The picture.</param>
internal sealed class Evidence(Snapshot snapshot)
{
    private const int Most = 5;
    private readonly FrozenDictionary<string, RecordedClaim> claims = snapshot.Part("claims-by-id", Parts.ClaimsById);

    /// <summary>Citations of the first few claims.</summary>
    public ImmutableArray<Citation> Of(IEnumerable<string> ids) => [.. ids.Distinct().Take(Most).Where(claims.ContainsKey).Select(id => Cite(claims[id]))];

    /// <summary>Those of claims told by a day; of all where none was.</summary>
    public IEnumerable<string> Told(IEnumerable<string> ids, DateOnly by)
    {
        var all = ids.ToList();
        var told = all.Where(id => !(Day(id) > by)).ToList();
        return told.Count > 0 ? told : all;
    }

    /// <summary>The day of a claim's report, or null.</summary>
    public DateOnly? Day(string id) => claims.TryGetValue(id, out var claim) ? claim.Report.Date.Reference : null;

    private static Citation Cite(RecordedClaim c) =>
        new(c.Claim.Id, c.Report.Id, Phrasing.Titled(c.Report), c.Report.Date.Reference, Phrasing.Chain(c), c.Claim.Evidence.ReplaceLineEndings(" "));
}
