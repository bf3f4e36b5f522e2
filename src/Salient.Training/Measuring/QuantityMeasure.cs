using System.Globalization;
using System.Text.Json;
using Salient.Measuring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>The slot <c>quantity</c> alone: each gold claim's evidence is measured, number and unit not given. Right: both ends as gold has them.</summary>
internal static class QuantityMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var measurer = new Measurer(TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")), NumberRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));
        int counted = 0, right = 0, units = 0, bare = 0, falsely = 0;
        foreach (var claim in GoldClaims.Read(path))
        {
            var found = measurer.Measure(claim.Report, claim.Sentences, claim.Assertion with { Unit = null });
            if (!claim.Json.TryGetProperty("quantity", out var gold) || gold.ValueKind != JsonValueKind.Object)
            {
                bare++;
                if (found is not null)
                {
                    falsely++;
                    output.WriteLine($"false  {claim.Id} {Show(found)}");
                }

                continue;
            }

            var wanted = new Quantity(Number(gold, "min"), Number(gold, "max"), gold.TryGetProperty("unit", out var u) ? u.GetString() : null, false, null);
            counted++;
            var same = found is not null && found.Min == wanted.Min && found.Max == wanted.Max;
            right += same ? 1 : 0;
            units += (found?.Unit ?? string.Empty) == (wanted.Unit ?? string.Empty) ? 1 : 0;
            if (!same || found!.Unit != wanted.Unit)
            {
                output.WriteLine($"wrong  {claim.Id} gold {Show(wanted)} found {Show(found)}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quantity {(double)right / Math.Max(1, counted):0.000}, unit {(double)units / Math.Max(1, counted):0.000} (of {counted}); false quantities {falsely} of {bare} that have none"));
    }

    private static double? Number(JsonElement quantity, string key) => quantity.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetDouble() : null;

    private static string Show(Quantity? q) => q is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{q.Min?.ToString() ?? "-"}..{q.Max?.ToString() ?? "-"} {q.Unit}");
}
