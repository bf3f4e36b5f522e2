using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Figures;

/// <summary>Gathers counted claims into series, one a measure, side, claimant, basis and place; marks what stands out in each; reckons what they allow.</summary>
/// <param name="start">First day of the war: what counts from there is cumulative.</param>
internal sealed class FigureReconciler(DateOnly start)
{
    private const int CumulativeDays = 20, Slack = 3;
    private static readonly Voices Nobody = new(Bodies.None);
    private static readonly HashSet<string> Counted = ["loss", "strength", "civilian-harm"];

    /// <summary>All series, by measure, side, claimant.</summary>
    public ImmutableArray<FigureSeries> Series(IEnumerable<RecordedClaim> claims, Voices voices) =>
    [
        .. claims.Where(Counts)
            .GroupBy(c => Key(c, voices))
            .Select(g => Series(g.Key, [.. g.Order()], voices))
            .OrderBy(s => s.Measure, StringComparer.Ordinal).ThenBy(s => s.Side, StringComparer.Ordinal).ThenBy(s => s.Claimant, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal),
    ];

    /// <summary>What a claim counts, of which side, over which stretch of time and where: series of all claimants on one thing share it. Null where it counts nothing.</summary>
    public string? Group(RecordedClaim claim)
    {
        if (!Counts(claim))
        {
            return null;
        }

        var key = Key(claim, Nobody);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.Measure}|{key.Side}|{key.Basis}|{key.Place}");
    }

    /// <summary>For each measure, side and basis without a place: what the claimants' last figures of the <paramref name="days"/> up to <paramref name="on"/> say together.</summary>
    public static ImmutableArray<FigureSpan> Spans(ImmutableArray<FigureSeries> series, DateOnly on, int days) =>
    [
        .. series.Where(s => s.Place is null)
            .Select(s => (Series: s, Point: s.Points.LastOrDefault(p => p.Day <= on && p.Day > on.AddDays(-days))))
            .Where(p => p.Point is not null)
            .GroupBy(p => (p.Series.Measure, p.Series.Side, p.Series.Basis))
            .Select(g => new FigureSpan(
                g.Key.Measure,
                g.Key.Side,
                g.Key.Basis,
                on,
                g.Min(p => p.Point!.Min ?? p.Point.Max!.Value),
                Median([.. g.Select(p => p.Point!.Middle).Order()]),
                g.Max(p => p.Point!.Max ?? p.Point.Min!.Value),
                [.. g.Select(p => p.Series.Id)])),
    ];

    private static bool Counts(RecordedClaim c) =>
        Counted.Contains(c.Claim.Kind) && c.Claim.Quantity is { } q && (q.Min ?? q.Max) is not null && c.AsOf is not null && Keys.Said(c.Claim);

    private static double Median(List<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    private SeriesKey Key(RecordedClaim recorded, Voices voices)
    {
        var c = recorded.Claim;
        var what = c.Category is { } category and not "personnel" ? category : c.Quantity!.Unit;
        var place = c.Places.FirstOrDefault(p => p.GeonameId is not null && p.Precision is not PlacePrecision.Country);
        // A figure is about whom it counts: of civilians those harmed, not who harmed them.
        var about = c.Kind == "civilian-harm" ? c.Target : c.Actor;
        return new SeriesKey($"{c.Kind}/{c.Act} {what}".TrimEnd(), about?.Side ?? "none", voices.Key(recorded), Basis(c), place?.GeonameId);
    }

    private FigureBasis Basis(Claim claim)
    {
        if (claim.Time is not { } time)
        {
            return FigureBasis.Unstated;
        }

        // One of the first days by itself is that day.
        var early = time.From is { } from && from.DayNumber <= start.DayNumber + Slack && (from <= start || time.To != from);
        if (time.From is null || early || (time.To is { } to && to.DayNumber - time.From.Value.DayNumber >= CumulativeDays))
        {
            return FigureBasis.Cumulative;
        }

        return FigureBasis.Period;
    }

    private static FigureSeries Series(SeriesKey key, List<RecordedClaim> claims, Voices voices)
    {
        var first = claims[0];
        var place = first.Claim.Places.FirstOrDefault(p => p.GeonameId == key.Place);
        var points = claims.GroupBy(c => (Day: c.AsOf!.Value, c.Claim.Quantity!.Min, c.Claim.Quantity.Max))
            .Select(g => (Point: new FigurePoint(g.Key.Day, g.Key.Min, g.Key.Max, g.Any(c => c.Claim.Quantity!.Approx), [.. g.Select(c => c.Claim.Id)], FigureMark.None, null), Unit: g.First().Claim.Quantity!.Unit))
            .OrderBy(p => p.Point.Day).ThenBy(p => p.Point.Middle).ToList();
        var side = first.Claim.Sources.IsEmpty ? "none" : first.Claim.Sources[0].Side;
        return new FigureSeries(
            Keys.Id(key.Measure, key.Side, key.Claimant, key.Basis.ToString(), key.Place?.ToString()),
            key.Measure,
            key.Side,
            voices.Origin(first),
            side,
            key.Basis,
            key.Place,
            key.Place is null ? null : place?.Name,
            FigureMarks.Mark(points, key.Basis));
    }

    private sealed record SeriesKey(string Measure, string Side, string Claimant, FigureBasis Basis, int? Place);
}
