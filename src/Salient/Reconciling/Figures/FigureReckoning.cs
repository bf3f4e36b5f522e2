using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Figures;

/// <summary>Arithmetic that claims of one report allow: so many units, each of so many soldiers.</summary>
internal static class FigureReckoning
{
    /// <summary>Every product of a count of units and the size of such a unit, of one side in one report.</summary>
    public static ImmutableArray<DerivedFigure> Reckon(IEnumerable<RecordedClaim> claims) =>
        [.. claims.Where(c => c.Claim.Kind is "strength" && Keys.Said(c.Claim)).GroupBy(c => c.Report.Id).SelectMany(g => OfReport([.. g]))];

    private static IEnumerable<DerivedFigure> OfReport(List<RecordedClaim> claims)
    {
        foreach (var size in claims.Where(c => c.Claim.Act == "unit-size"))
        {
            foreach (var count in claims.Where(c => c.Claim.Act == "force-count" && IsOf(c.Claim, size.Claim)))
            {
                var (n, each) = (count.Claim.Quantity!, size.Claim.Quantity!);
                var (low, high) = ((n.Min ?? n.Max!.Value) * (each.Min ?? each.Max!.Value), (n.Max ?? n.Min!.Value) * (each.Max ?? each.Min!.Value));
                yield return new DerivedFigure(
                    count.AsOf, count.Claim.Actor?.Side ?? "none", each.Unit ?? "soldier", low, high, $"{Phrasing.Amount(n)} × {Phrasing.Amount(each)}", [count.Claim.Id, size.Claim.Id]);
            }
        }
    }

    /// <summary>The size speaks of the unit that is counted: its words name it, or nothing else is counted.</summary>
    private static bool IsOf(Claim count, Claim size) =>
        count.Quantity is { Unit: "btg" or "brigade" or "division" or "group" or "battalion" or "regiment" or "company" } n && (n.Min ?? n.Max) is not null
        && size.Quantity is { } each && (each.Min ?? each.Max) is not null && each.Unit != n.Unit
        && (count.Actor is null || size.Actor is null || count.Actor.Side == size.Actor.Side);
}
