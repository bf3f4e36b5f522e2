using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Salient.Scoring;

/// <summary>Counts of one kind.</summary>
internal sealed class KindCount
{
    public int Gold { get; set; }

    public int Predicted { get; set; }

    public int Found { get; set; }

    public int Coded { get; set; }
}

/// <summary>How good a coding is: what was found, what was coded right, slot by slot.</summary>
public sealed class Score
{
    private readonly SortedDictionary<string, KindCount> kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Right, int All)> slots = new(StringComparer.Ordinal);

    internal Score(int reports) => Reports = reports;

    /// <summary>Reports that gold covers.</summary>
    public int Reports { get; }

    /// <summary>Predicted claims whose evidence is not in its report.</summary>
    public int Unverifiable { get; internal set; }

    /// <summary>Misses and extras, one line each.</summary>
    public IReadOnlyList<string> Lines => Misses;

    internal List<string> Misses { get; } = [];

    internal KindCount Kind(string kind) => kinds.TryGetValue(kind, out var count) ? count : kinds[kind] = new KindCount();

    internal void Slot(string slot, int right, int all)
    {
        var (r, a) = slots.GetValueOrDefault(slot);
        slots[slot] = (r + right, a + all);
    }

    /// <summary>F1 of claims matched on kind.</summary>
    public double Found => Prf(k => k.Found, kinds.Values).F;

    /// <summary>F1 of claims matched on kind and act.</summary>
    public double Coded => Prf(k => k.Coded, kinds.Values).F;

    /// <summary>The table for a person.</summary>
    public string ToText(bool byKind)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Reports} reports, {kinds.Values.Sum(k => k.Gold)} gold claims, {kinds.Values.Sum(k => k.Predicted)} predicted, {Unverifiable} with evidence that is not in the report\n");
        Row(text, "found", Prf(k => k.Found, kinds.Values));
        Row(text, "coded", Prf(k => k.Coded, kinds.Values));
        text.Append("slots        ").AppendJoin("  ", slots.Where(s => s.Value.All > 0).Select(s => Invariant($"{s.Key} {(double)s.Value.Right / s.Value.All:F3} (n={s.Value.All})"))).Append('\n');
        if (byKind)
        {
            foreach (var (kind, count) in kinds)
            {
                var (p, r, f) = Prf(k => k.Found, [count]);
                text.Append(CultureInfo.InvariantCulture, $"  {kind,-15} P {p:F2} R {r:F2} F1 {f:F2}  gold {count.Gold} predicted {count.Predicted}\n");
            }
        }

        foreach (var line in Misses)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same figures as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            reports = Reports,
            gold = kinds.Values.Sum(k => k.Gold),
            predicted = kinds.Values.Sum(k => k.Predicted),
            unverifiable = Unverifiable,
            found = Json(Prf(k => k.Found, kinds.Values)),
            coded = Json(Prf(k => k.Coded, kinds.Values)),
            slots = slots.Where(s => s.Value.All > 0).ToDictionary(s => s.Key, s => (double)s.Value.Right / s.Value.All),
            kinds = kinds.ToDictionary(k => k.Key, k => new { Json(Prf(c => c.Found, [k.Value])).P, Json(Prf(c => c.Found, [k.Value])).R, Json(Prf(c => c.Found, [k.Value])).F, gold = k.Value.Gold, predicted = k.Value.Predicted }),
        },
        new JsonSerializerOptions { WriteIndented = true });

    private static (double P, double R, double F) Prf(Func<KindCount, int> right, IReadOnlyCollection<KindCount> counts)
    {
        int tp = counts.Sum(right), predicted = counts.Sum(c => c.Predicted), gold = counts.Sum(c => c.Gold);
        var p = predicted > 0 ? (double)tp / predicted : 0;
        var r = gold > 0 ? (double)tp / gold : 0;
        return (p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
    }

    private static void Row(StringBuilder text, string name, (double P, double R, double F) prf) =>
        text.Append(CultureInfo.InvariantCulture, $"{name,-12} P {prf.P:F3}  R {prf.R:F3}  F1 {prf.F:F3}\n");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static PrfJson Json((double P, double R, double F) prf) => new(prf.P, prf.R, prf.F);

    private sealed record PrfJson(double P, double R, double F);
}
