using System.Globalization;
using System.Text.Json;

namespace Salient.Scoring;

/// <summary>Compares the slots of a predicted claim with those that its gold claim fills.</summary>
internal static class Slots
{
    /// <summary>Each slot that <paramref name="gold"/> fills, and whether <paramref name="predicted"/> has it right.</summary>
    public static IEnumerable<(string Slot, bool Right)> Compare(ScoredClaim gold, ScoredClaim predicted)
    {
        yield return ("act", gold.Act == predicted.Act);
        foreach (var slot in Sources(gold, predicted))
        {
            yield return slot;
        }

        yield return ("factuality", gold.Factuality == predicted.Factuality);
        yield return ("polarity", Polarity(gold) == Polarity(predicted));
        foreach (var party in (string[])["actor", "target"])
        {
            if (gold.Has(party))
            {
                yield return (party, gold.Side(party) == predicted.Side(party));
            }
        }

        if (gold.Quantity is { } quantity && quantity.EnumerateObject().Any())
        {
            yield return ("quantity", predicted.Quantity is { } q && Same(quantity, q, "min") && Same(quantity, q, "max"));
            yield return ("unit", (ScoredClaim.Text(quantity, "unit") ?? string.Empty) == (predicted.Quantity is { } u ? ScoredClaim.Text(u, "unit") ?? string.Empty : string.Empty));
        }

        if (gold.Time is { } time && (Filled(time, "from") ?? Filled(time, "to")) is not null)
        {
            yield return ("time", Near(time, predicted.Time, "from") && Near(time, predicted.Time, "to"));
        }

        foreach (var slot in (string[])["outcome", "category", "person", "item"])
        {
            if (gold.Slot(slot) is { } value)
            {
                yield return (slot, Words.Split(value).ToHashSet().SetEquals(Words.Split(predicted.Slot(slot) ?? "None")));
            }
        }

        yield return ("quoted", gold.Quoted == predicted.Quoted);
    }

    /// <summary>Twice the place names in both, and all of both: their ratio is F1.</summary>
    public static (int Both, int All) SharedPlaces(ScoredClaim gold, ScoredClaim predicted)
    {
        var theirs = predicted.Places.ToList();
        int total = gold.Places.Count + theirs.Count, both = 0;
        foreach (var name in gold.Places)
        {
            var i = theirs.FindIndex(other => Words.NamesAgree(name, other));
            if (i >= 0)
            {
                theirs.RemoveAt(i);
                both++;
            }
        }

        return (2 * both, total);
    }

    private static IEnumerable<(string Slot, bool Right)> Sources(ScoredClaim gold, ScoredClaim predicted)
    {
        var g = gold.Sources.Count > 0 ? gold.Sources[0] : (JsonElement?)null;
        var p = predicted.Sources.Count > 0 ? predicted.Sources[0] : (JsonElement?)null;
        yield return ("attributed", g is null == p is null);
        if (g is not { } source)
        {
            yield break;
        }

        yield return ("source side", p is { } a && Side(source) == Side(a));
        yield return ("source name", p is { } b && Words.NamesAgree(ScoredClaim.Text(source, "name"), ScoredClaim.Text(b, "name")));
        yield return ("anonymous", p is { } c && Anonymous(source) == Anonymous(c));
        yield return ("chain length", gold.Sources.Count == predicted.Sources.Count);
    }

    private static string Side(JsonElement source) => ScoredClaim.Filled(ScoredClaim.Text(source, "side")) ?? "none";

    private static bool Anonymous(JsonElement source) => source.TryGetProperty("anonymous", out var v) && v.ValueKind == JsonValueKind.True;

    private static char? Polarity(ScoredClaim claim) => claim.Factuality.Length > 0 ? claim.Factuality[^1] : null;

    private static bool Same(JsonElement a, JsonElement b, string key) => ScoredClaim.Number(a, key) == ScoredClaim.Number(b, key);

    private static string? Filled(JsonElement? time, string key) => time is { } t ? ScoredClaim.Filled(ScoredClaim.Text(t, key)) : null;

    /// <summary>Within a day; an open end wants an open end.</summary>
    private static bool Near(JsonElement gold, JsonElement? predicted, string key)
    {
        var mine = Filled(predicted, key);
        if (Filled(gold, key) is not { } wanted)
        {
            return mine is null;
        }

        return mine is not null && Day(wanted) is { } g && Day(mine) is { } p && Math.Abs(g - p) <= 1;
    }

    private static int? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d.DayNumber : null;
}
