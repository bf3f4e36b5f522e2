using System.Collections.Frozen;
using Salient.Records;

namespace Salient.Web.Hosting;

/// <summary>Reports' headers by id.</summary>
internal static class Headers
{
    /// <summary>Of all reports of the snapshot's ledger.</summary>
    public static FrozenDictionary<string, ReportHeader> ById(Snapshot snapshot) =>
        snapshot.Reports().ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
}
