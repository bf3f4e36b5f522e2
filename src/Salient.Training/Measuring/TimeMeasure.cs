using System.Globalization;
using System.Text.Json;
using Salient.Dating;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Measuring;

/// <summary>The slot <c>time</c> alone: each gold claim's evidence is dated as if a coder had found it. Right: both ends within a day, open where gold's are.</summary>
internal static class TimeMeasure
{
    public static void Run(string path, TextWriter output)
    {
        var dater = new Dater(TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")), TimeRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en")));
        int timed = 0, right = 0, bare = 0, falsely = 0, missed = 0;
        foreach (var claim in GoldClaims.Read(path))
        {
            var gold = Gold(claim.Json);
            var found = dater.Date(claim.Report, claim.Sentences, claim.Assertion);
            if (gold is null)
            {
                bare++;
                falsely += found is null ? 0 : 1;
                if (found is not null)
                {
                    output.WriteLine($"false  {claim.Id} {Show(found)}");
                }

                continue;
            }

            timed++;
            missed += found is null ? 1 : 0;
            if (Agree(gold.From, found?.From) && Agree(gold.To, found?.To))
            {
                right++;
            }
            else
            {
                output.WriteLine($"wrong  {claim.Id} gold {Show(gold)} found {Show(found)}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time {(double)right / Math.Max(1, timed):0.000} ({right} of {timed}; {missed} with none found); false times {falsely} of {bare} that have none"));
    }

    private static DateRange? Gold(JsonElement claim)
    {
        if (!claim.TryGetProperty("time", out var t) || t.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var range = new DateRange(Day(t, "from"), Day(t, "to"));
        return range is { From: null, To: null } ? null : range;
    }

    private static DateOnly? Day(JsonElement time, string key) =>
        time.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.String ? DateOnly.ParseExact(v.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static bool Agree(DateOnly? gold, DateOnly? found) =>
        gold is { } g ? found is { } f && Math.Abs(g.DayNumber - f.DayNumber) <= 1 : found is null;

    private static string Show(DateRange? r) => r is null ? "none" : $"{r.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}..{r.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}";
}
