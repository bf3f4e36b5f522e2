using Salient.Reconciling.Figures;
using Salient.Records;

namespace Salient.Reconciling.Disputes;

/// <summary>How many: claimants whose figures on one thing, of about one day, lie far apart.</summary>
internal static class FigureDisputes
{
    private const int DaysApart = 5;
    private const double Apart = 1.5;

    /// <summary>The disputes among series.</summary>
    /// <param name="figures">The series.</param>
    /// <param name="subjects">Tells what each claim counts.</param>
    /// <param name="claim">A claim by its id.</param>
    public static IEnumerable<Dispute> Of(IEnumerable<FigureSeries> figures, FigureSubjects subjects, Func<string, Claim> claim) =>
        figures.Where(s => s.Basis != FigureBasis.Period).SelectMany(s => Parts(s, c => subjects.Of(claim(c), s.Basis))).GroupBy(p => (p.Series.Measure, p.Series.Side, p.Series.Basis, p.Series.Place, p.Subject)).Where(g => g.Count() > 1)
            .OrderBy(g => g.Key.Subject, StringComparer.Ordinal).Select(g => Clash(g.Key.Subject, [.. g.Select(p => p.Series)])).OfType<Dispute>();

    /// <summary>A series by what its figures count.</summary>
    private static IEnumerable<(string Subject, FigureSeries Series)> Parts(FigureSeries series, Func<string, string?> subject) =>
        series.Points.SelectMany(p => p.Claims.Select(c => (Point: p, Claim: c, Subject: subject(c)))).Where(p => p.Subject is not null).GroupBy(p => p.Subject!)
            .Select(g => (g.Key, series with { Points = [.. g.GroupBy(p => p.Point, p => p.Claim, ReferenceEqualityComparer.Instance).Select(p => (FigurePoint)p.Key! with { Claims = [.. p] })] }));

    private static Dispute? Clash(string subject, List<FigureSeries> series)
    {
        var byDay = series.SelectMany(s => s.Points.Select(p => (Series: s, Point: p))).GroupBy(p => p.Point.Day.DayNumber).ToDictionary(g => g.Key, g => g.ToList());
        var against = new SortedDictionary<string, (FigureSeries Series, List<FigurePoint> Points)>(StringComparer.Ordinal);
        foreach (var (day, points) in byDay.OrderBy(p => p.Key))
        {
            var ends = Ends(byDay, day);
            foreach (var (own, point) in points.Where(p => ends.Any(e => e.Key != p.Series.Id && Differ(p.Point, e.Value))))
            {
                if (!against.TryGetValue(own.Id, out var entry))
                {
                    against[own.Id] = entry = (own, []);
                }

                entry.Points.Add(point);
            }
        }

        return against.Count < 2 ? null : Made(series[0], subject, against.Values, Settled(byDay, against.Values.SelectMany(e => e.Points).Max(p => p.Day.DayNumber)));
    }

    private static Dispute Made(FigureSeries first, string counted, IReadOnlyCollection<(FigureSeries Series, List<FigurePoint> Points)> against, string? settled)
    {
        var days = against.SelectMany(e => e.Points).Select(p => p.Day).ToList();
        var subject = $"{first.Measure} of {first.Side}{(first.PlaceName is { } place ? " at " + place : "")}{(counted.Length == 0 ? "" : ": " + counted)}";
        return new Dispute(
            Keys.Id("how-many", first.Measure, first.Side, first.Basis.ToString(), first.Place?.ToString(System.Globalization.CultureInfo.InvariantCulture), counted), DisputeKind.HowMany, subject, first.Place, days.Min(), days.Max(),
            [.. against.OrderByDescending(e => e.Points.Count).ThenBy(e => e.Series.Claimant, StringComparer.Ordinal).Select(Position)], false, settled,
            $"Figures of the same days lie more than {Phrasing.Number((Apart - 1) * 100)} % apart.");
    }

    /// <summary>The highest low and the lowest high of each series around a day.</summary>
    private static Dictionary<string, (double Low, double High)> Ends(Dictionary<int, List<(FigureSeries Series, FigurePoint Point)>> byDay, int day)
    {
        var ends = new Dictionary<string, (double Low, double High)>();
        for (var d = day - DaysApart; d <= day + DaysApart; d++)
        {
            foreach (var (series, point) in byDay.GetValueOrDefault(d, []))
            {
                var (low, high) = ends.GetValueOrDefault(series.Id, (double.MinValue, double.MaxValue));
                ends[series.Id] = (Math.Max(low, point.Min ?? low), Math.Min(high, point.Max ?? high));
            }
        }

        return ends;
    }

    /// <summary>The first day after the last clash for which several claimants give figures: they agree, or it would be in the dispute.</summary>
    private static string? Settled(Dictionary<int, List<(FigureSeries Series, FigurePoint Point)>> byDay, int last)
    {
        foreach (var day in byDay.Keys.Where(d => d > last).Order())
        {
            var ends = Ends(byDay, day);
            if (ends.Count > 1)
            {
                return $"the figures of {ends.Count} claimants agree on {Phrasing.Day(DateOnly.FromDayNumber(day))}";
            }
        }

        return null;
    }

    /// <summary>True where one lies wholly above the other: "at least 20" does not speak against 50.</summary>
    private static bool Differ(FigurePoint point, (double Low, double High) other) => point.Min > Apart * other.High || other.Low > Apart * point.Max;

    private static double Low(FigurePoint p) => p.Min ?? p.Max!.Value;

    private static double High(FigurePoint p) => p.Max ?? p.Min!.Value;

    private static DisputePosition Position((FigureSeries Series, List<FigurePoint> Points) entry)
    {
        var (low, high) = (entry.Points.Min(Low), entry.Points.Max(High));
        var says = low.Equals(high) ? Phrasing.Number(low) : $"{Phrasing.Number(low)}-{Phrasing.Number(high)}";
        return new DisputePosition(says, [entry.Series.Claimant], [.. entry.Points.SelectMany(p => p.Claims).Distinct()]);
    }
}
