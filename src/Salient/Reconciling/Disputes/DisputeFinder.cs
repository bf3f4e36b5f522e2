using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Disputes;

/// <summary>Finds claims that cannot all be true.</summary>
internal static class DisputeFinder
{
    /// <summary>All disputes, by last day, latest first.</summary>
    public static ImmutableArray<Dispute> Find(
        IReadOnlyList<RecordedClaim> claims, ImmutableArray<ControlHistory> control, ImmutableArray<FigureSeries> figures, IReadOnlyDictionary<string, string> originals) =>
    [
        .. control.SelectMany(HolderDisputes.Of)
            .Concat(FigureDisputes.Of(figures))
            .Concat(FactDisputes.Of(claims, originals))
            .OrderByDescending(d => d.To).ThenBy(d => d.Id, StringComparer.Ordinal),
    ];
}
