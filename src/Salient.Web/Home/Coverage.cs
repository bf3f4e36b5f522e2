using System.Collections.Immutable;
using Salient.Records;
using Salient.Web.Hosting;
using Salient.Web.Shared;

namespace Salient.Web.Home;

/// <summary>How many reports each day has, and where there are unusually few: a quiet day on the page may be a quiet day of the reports.</summary>
internal sealed class Coverage
{
    private const int Month = 28, Fortnight = 14, Silent = 4;
    private const double Few = 0.4;
    private const int Enough = 2;
    private readonly Dictionary<DateOnly, int> byDay;
    private readonly List<(string Outlet, DateOnly[] Days)> outlets;
    private readonly (DateOnly First, DateOnly Last)? span;

    private Coverage(IEnumerable<ReportHeader> reports)
    {
        var dated = reports.Where(r => r.Date.Reference is not null).Select(r => (Day: r.Date.Reference!.Value, r.Outlet)).ToList();
        byDay = dated.GroupBy(r => r.Day).ToDictionary(g => g.Key, g => g.Count());
        outlets = [.. dated.Where(r => r.Outlet is not null).GroupBy(r => r.Outlet!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Select(r => r.Day).Order().ToArray()))];
        span = dated.Count == 0 ? null : (byDay.Keys.Min(), byDay.Keys.Max());
    }

    /// <summary>The coverage of the ledger.</summary>
    public static Coverage Of(Snapshot snapshot) => Of(snapshot.Part("headers", Hosting.Headers.ById).Values);

    /// <summary>The coverage of some reports.</summary>
    public static Coverage Of(IEnumerable<ReportHeader> reports) => new(reports);

    /// <summary>Reports of a day.</summary>
    public int Reports(DateOnly day) => byDay.GetValueOrDefault(day);

    /// <summary>What must be known of the days told of: days with unusually few reports, and outlets that have fallen silent. At most ten notes.</summary>
    public ImmutableArray<string> Notes(DateOnly since, DateOnly on)
    {
        if (span is not { } whole)
        {
            return [];
        }

        var (from, to) = (since < whole.First ? whole.First : since, on > whole.Last ? whole.Last : on);
        var notes = new List<string>();
        for (var day = from; day <= to && notes.Count < 5; day = day.AddDays(1))
        {
            var usual = Usual(day);
            if (usual >= Enough && Reports(day) < usual * Few)
            {
                notes.Add($"{Wording.Of(day)}: {Count(Reports(day))}, usually {usual:0}.");
            }
        }

        foreach (var (outlet, days) in outlets)
        {
            var before = days.Count(d => d <= to.AddDays(-Silent) && d > to.AddDays(-Silent - Fortnight));
            if (before >= Fortnight / 2 && !days.Any(d => d > to.AddDays(-Silent) && d <= to))
            {
                notes.Add($"No report of {outlet} in the {Silent} days up to {Wording.Of(to)}; {before} in the fortnight before.");
            }
        }

        if (on > whole.Last)
        {
            notes.Add($"No report is later than {Wording.Of(whole.Last)}.");
        }

        return [.. notes.Take(10)];
    }

    /// <summary>The median of the four weeks before a day; 0 where the reports do not reach so far back.</summary>
    private double Usual(DateOnly day)
    {
        if (span is not { } whole || day.AddDays(-Month) < whole.First)
        {
            return 0;
        }

        var counts = Enumerable.Range(1, Month).Select(i => Reports(day.AddDays(-i))).Order().ToArray();
        return (counts[(Month / 2) - 1] + counts[Month / 2]) / 2.0;
    }

    private static string Count(int reports) => reports switch { 0 => "no report", 1 => "1 report", _ => $"{reports} reports" };
}
