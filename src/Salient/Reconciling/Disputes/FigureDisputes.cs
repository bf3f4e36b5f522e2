using Salient.Records;

namespace Salient.Reconciling.Disputes;

/// <summary>How many: claimants whose figures on one thing, of about one day, lie far apart.</summary>
internal static class FigureDisputes
{
    private const int DaysApart = 5;
    private const double Apart = 1.5;

    /// <summary>The disputes among <paramref name="figures"/>.</summary>
    public static IEnumerable<Dispute> Of(IEnumerable<FigureSeries> figures)
    {
        foreach (var group in figures.Where(s => s.Basis != FigureBasis.Period).GroupBy(s => (s.Measure, s.Side, s.Basis, s.Place)).Where(g => g.Count() > 1))
        {
            if (Clash([.. group]) is { } dispute)
            {
                yield return dispute;
            }
        }
    }

    private static Dispute? Clash(List<FigureSeries> series)
    {
        var against = new SortedDictionary<string, (FigureSeries Series, List<FigurePoint> Points)>(StringComparer.Ordinal);
        foreach (var a in series)
        {
            foreach (var point in a.Points)
            {
                if (series.Any(b => b.Id != a.Id && b.Points.Any(q => Differ(point, q))))
                {
                    if (!against.TryGetValue(a.Id, out var entry))
                    {
                        against[a.Id] = entry = (a, []);
                    }

                    entry.Points.Add(point);
                }
            }
        }

        if (against.Count < 2)
        {
            return null;
        }

        var days = against.Values.SelectMany(e => e.Points).Select(p => p.Day).ToList();
        var first = series[0];
        var subject = $"{first.Measure} of {first.Side}{(first.PlaceName is { } place ? " at " + place : "")}";
        return new Dispute(
            Keys.Id("how-many", first.Measure, first.Side, first.Basis.ToString(), first.Place?.ToString()), DisputeKind.HowMany, subject, first.Place, days.Min(), days.Max(),
            [.. against.Values.OrderByDescending(e => e.Points.Count).ThenBy(e => e.Series.Claimant, StringComparer.Ordinal).Select(Position)], false, null,
            $"Figures of the same days lie more than {Phrasing.Number((Apart - 1) * 100)} % apart.");
    }

    private static bool Differ(FigurePoint a, FigurePoint b)
    {
        var (low, high) = a.Middle < b.Middle ? (a, b) : (b, a);
        return Math.Abs(a.Day.DayNumber - b.Day.DayNumber) <= DaysApart && (high.Min ?? high.Max!.Value) > Apart * (low.Max ?? low.Min!.Value);
    }

    private static DisputePosition Position((FigureSeries Series, List<FigurePoint> Points) entry)
    {
        var (low, high) = (entry.Points.Min(p => p.Min ?? p.Max!.Value), entry.Points.Max(p => p.Max ?? p.Min!.Value));
        var says = low.Equals(high) ? Phrasing.Number(low) : $"{Phrasing.Number(low)}-{Phrasing.Number(high)}";
        return new DisputePosition(says, [entry.Series.Claimant], [.. entry.Points.SelectMany(p => p.Claims).Distinct()]);
    }
}
