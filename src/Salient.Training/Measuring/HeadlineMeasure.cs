using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Salient.Records;

namespace Salient.Training.Measuring;

/// <summary>Headlines to June 2022 that carry a cumulative tally of Russia's personnel or tanks, against the claimant's own daily series.</summary>
/// <remarks>
/// Coded: a claim of loss for personnel (1,000 or more) or tanks (60 or more) by the whole pipeline, the headline being the report.
/// Right: actor on the side of Russia, the nearest source none or on the side of Ukraine, and the figure within 2 % of the series on one of the four days up to the day after.
/// A toll at a town, district or oblast is one battle's and no tally of the war.
/// Other claimants' headlines (another state's estimate) are told by their source's side and left out.
/// </remarks>
internal static class HeadlineMeasure
{
    private static readonly DateOnly End = new(2022, 6, 30);

    public static void Run(string path, TextWriter output)
    {
        var parts = path.Split(',');
        var personnel = Series(Path.Combine(parts[1], "russia_losses_personnel.json"), "personnel");
        var tanks = Series(Path.Combine(parts[1], "russia_losses_equipment.json"), "tank");
        var pipeline = new Pipeline(Pipeline.DataFolder);
        int coded = 0, right = 0, figures = 0, sides = 0, claimants = 0, others = 0;
        foreach (var (day, title) in Headlines(parts[0]))
        {
            if (pipeline.Read(new Capture("headline", "headline", Encoding.UTF8.GetBytes(title), MediaKind.Text, null, day)).Report is not { } report)
            {
                continue;
            }

            foreach (var claim in pipeline.Code(report).Claims.Where(Tally))
            {
                var source = claim.Sources.Length > 0 ? claim.Sources[0].Side : "none";
                if (source is not ("ua" or "none"))
                {
                    others++;
                    continue;
                }

                // A tally of others' losses is another matter, unless its figure says that it is this one.
                var side = claim.Actor?.Side == "ru";
                var figure = Near(claim.Category == "tank" ? tanks : personnel, day, (claim.Quantity!.Min ?? claim.Quantity.Max)!.Value);
                if (!side && !figure)
                {
                    others++;
                    continue;
                }

                coded++;
                sides += side ? 1 : 0;
                figures += figure ? 1 : 0;
                claimants++;
                right += side && figure ? 1 : 0;
                if (!side || !figure)
                {
                    output.WriteLine($"wrong  {day:yyyy-MM-dd} {claim.Category} {claim.Quantity.Min?.ToString(CultureInfo.InvariantCulture)} side {claim.Actor?.Side} {claim.Rule}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"headlines: {coded} tallies coded, {others} of other claimants or other sides left out; right {(double)right / Math.Max(1, coded):0.000} (side {sides}, claimant {claimants}, figure {figures})"));
    }

    private static bool Tally(Claim c) =>
        c.Kind == "loss" && c.Act is not ("captured" or "missing" or "wounded") && (c.Quantity?.Min ?? c.Quantity?.Max) is { } n
        && !c.Places.Any(p => p.Role == "at" && p.Precision is PlacePrecision.Point or PlacePrecision.Settlement or PlacePrecision.Raion or PlacePrecision.Oblast)
        && (c.Category == "personnel" || c.Quantity!.Unit is "soldier" or "person" ? n >= 1000 : c.Category == "tank" && n >= 60);

    private static bool Near(SortedDictionary<DateOnly, double> series, DateOnly day, double figure)
    {
        for (var i = -2; i <= 1; i++)
        {
            if (series.TryGetValue(day.AddDays(i), out var value) && Math.Abs(value - figure) <= 0.02 * value)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(DateOnly Day, string Title)> Headlines(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            if (DateOnly.TryParseExact(csv.GetField("date")![..10], "yyyy-MM-dd", out var day) && day <= End && csv.GetField("title") is { Length: > 0 } title)
            {
                yield return (day, title);
            }
        }
    }

    private static SortedDictionary<DateOnly, double> Series(string file, string key)
    {
        var series = new SortedDictionary<DateOnly, double>();
        foreach (var row in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
        {
            if (row.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.Number)
            {
                series[DateOnly.ParseExact(row.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)] = v.GetDouble();
            }
        }

        return series;
    }
}
