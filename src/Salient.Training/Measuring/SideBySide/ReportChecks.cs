using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Salient.Reconciling;
using Salient.Records;

namespace Salient.Training.Measuring.SideBySide;

/// <summary>What the first five reports must amount to beside the institute's pages. What people found in them says which figures and judgements those are.</summary>
internal static class ReportChecks
{
    private const int LeastDerived = 67_900, MostDerived = 77_600, Before = 80, Now = 97;

    public static IEnumerable<Check> All(SharedReports shared, Picture picture) =>
    [
        LoneClaim(shared, picture), LoneInReport(shared, picture), Groups(shared, picture), Derived(shared, picture), .. Tally(shared, picture), .. Posts(shared, picture), .. Judgements(shared, picture),
    ];

    private static Check LoneClaim(SharedReports shared, Picture picture)
    {
        var report = shared.Name("001");
        var found = picture.Disputes.FirstOrDefault(d => d.Lone && d.Subject == "Lysychansk" && d.Positions[^1].Claims.Any(c => picture.Claim(c)?.Report.Id == report));
        var held = picture.ControlOf("Lysychansk").FirstOrDefault()?.On(new DateOnly(2022, 10, 4)).Holder;
        return new Check(
            "001: Lysychansk is a lone claim against the established picture, and not believed", found is { Settled: null } && held == "ru",
            found is null ? "no such dispute" : $"{found.Positions[0].Says}, {Count(found.Positions[0].Origins.Length, "origin")}; {found.Positions[^1].Says}, one", found is null ? [] : [.. found.Positions[^1].Claims, .. found.Positions[0].Claims.Take(2)]);
    }

    private static Check LoneInReport(SharedReports shared, Picture picture)
    {
        var report = shared.Name("001");
        var told = picture.Situation(new DateOnly(2022, 10, 4)).Sections.Where(s => s.Id == "disputes").SelectMany(s => s.Sentences)
            .Where(s => s.Note?.Contains("lone claim", StringComparison.Ordinal) == true && s.Citations.Any(c => c.Report == report) && s.Text.StartsWith("Lysychansk", StringComparison.Ordinal)).ToList();
        return new Check("001: the situation of 2022-10-04 says so", told.Count == 1, Count(told.Count, "sentence"), [.. told.SelectMany(s => s.Citations).Where(c => c.Report == report).Select(c => c.Claim)]);
    }

    private static Check Groups(SharedReports shared, Picture picture)
    {
        var report = shared.Name("000");
        var points = picture.Figures.Where(f => f is { Measure: "strength/force-count btg", Side: "ru" })
            .SelectMany(f => f.Points.Where(p => p.Claims.Any(c => picture.Claim(c)?.Report.Id == report)).Select(p => (Series: f, Point: p))).OrderBy(p => p.Point.Day).ToList();
        var holds = points.Count == 2 && points[0].Point is { Min: Before, Max: Before } && points[1].Point is { Min: Now, Max: Now };
        return new Check(
            "000: groups from 80 to 97, each by who says so", holds,
            string.Join(", ", points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Point.Min} on {p.Point.Day:yyyy-MM-dd} in series {p.Series.Id}"))), [.. points.SelectMany(p => p.Point.Claims)]);
    }

    private static Check Derived(SharedReports shared, Picture picture)
    {
        var report = shared.Name("000");
        var derived = picture.Derived.Where(d => d is { Side: "ru", Min: LeastDerived, Max: MostDerived } && d.Claims.All(c => picture.Claim(c)?.Report.Id == report)).ToList();
        var reported = picture.Figures.SelectMany(f => f.Points).Count(p => p.Min is LeastDerived || p.Max is MostDerived);
        return new Check("000: 67,900-77,600 is derived, and nowhere reported", derived.Count == 1 && reported == 0, $"{Count(derived.Count, "derived figure")}, {reported} reported", [.. derived.SelectMany(d => d.Claims)]);
    }

    private static IEnumerable<Check> Tally(SharedReports shared, Picture picture)
    {
        var report = shared.Name("002");
        foreach (var gold in shared.Gold("002").Where(g => Text(g, "kind") == "loss"))
        {
            var source = gold.GetProperty("sources")[0];
            var (claimant, number) = (picture.Bodies.Name(Text(source, "name")!, Text(source, "side")!), gold.GetProperty("quantity").GetProperty("min").GetDouble());
            var (act, what, day) = (Text(gold, "act"), Text(gold, "category"), gold.GetProperty("time").GetProperty("to").GetString());
            var measure = $"loss/{act} {(what is null or "personnel" ? Text(gold.GetProperty("quantity"), "unit") : what)}";
            var found = picture.Figures
                .Where(f => f.Measure == measure && f.Side == "ru" && f.Basis == FigureBasis.Cumulative && picture.Bodies.Fold(f.Claimant) == picture.Bodies.Fold(claimant))
                .SelectMany(f => f.Points.Where(p => p.Min.Equals(number) && Phrasing.Day(p.Day) == day && p.Claims.Any(c => picture.Claim(c)?.Report.Id == report)))
                .ToList();
            yield return new Check($"002: {measure}", found.Count == 1, string.Create(CultureInfo.InvariantCulture, $"{number} as of {day}, {Count(found.Count, "point")} in {claimant}'s series"), [.. found.SelectMany(p => p.Claims)]);
        }
    }

    private static IEnumerable<Check> Posts(SharedReports shared, Picture picture)
    {
        var report = shared.Name("001");
        var told = picture.Situation(new DateOnly(2022, 10, 4)).Sections.SelectMany(s => s.Sentences).ToList();
        foreach (var gold in shared.Gold("001").Where(g => Text(g, "act") is "appointment" or "dismissal"))
        {
            var (act, person) = (Text(gold, "act")!, Text(gold, "person")!);
            var found = picture.ClaimsOf(report).Where(c => c.Claim.Kind == "cohesion" && c.Claim.Act == act && c.Claim.Person == person).Select(c => c.Claim.Id).ToImmutableArray();
            var sentences = told.Count(s => s.Text.Contains(person, StringComparison.Ordinal) && s.Citations.Any(c => found.Contains(c.Claim)));
            yield return new Check($"001: {act} with its person, and in the situation", found.Length == 1 && sentences == 1, $"{Count(found.Length, "claim")}, {Count(sentences, "sentence")}", found);
        }
    }

    private static IEnumerable<Check> Judgements(SharedReports shared, Picture picture)
    {
        var report = shared.Name("004");
        var golds = shared.Gold("004").Where(g => Text(g, "kind") == "assessment" && g.GetProperty("sources") is { ValueKind: JsonValueKind.Array } s && s.GetArrayLength() > 0 && Text(s[0], "name")!.EndsWith("Barros", StringComparison.Ordinal)).ToList();
        var kept = picture.Judgements.Where(j => j.Report == report && j.By.EndsWith("Barros", StringComparison.Ordinal)).ToList();
        var missing = golds.Count(g => !kept.Any(j => Shares(picture.Claim(j.Claim)!.Claim.Evidence, Text(g, "evidence")!)));
        yield return new Check("004: the analyst's judgements are kept", missing == 0, $"{golds.Count - missing} of {golds.Count} that people found", [.. kept.Select(j => j.Claim)]);
        yield return new Check(
            "004: each with the day on which it can be checked, and why that day", kept.Count > 0 && kept.All(j => j.Due >= j.Said && j.DueBy.Length > 0),
            $"{kept.Count(j => j.Due is not null)} of {kept.Count}, from {Phrasing.Day(kept.Min(j => j.Due))} to {Phrasing.Day(kept.Max(j => j.Due))}", []);
    }

    /// <summary>True where one stretch of words holds half of the other's.</summary>
    private static bool Shares(string one, string other)
    {
        string[] a = one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), b = other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return 2 * a.Intersect(b).Count() >= Math.Min(a.Length, b.Length);
    }

    private static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Count(int n, string what) => $"{n} {what}{(n == 1 ? "" : "s")}";
}
