using System.Globalization;
using Salient.Records;

namespace Salient.Publishing;

/// <summary>A claim for people to read: what, by whose word, in which words, where from.</summary>
public static class ClaimText
{
    /// <summary>Two lines: the claim and its evidence.</summary>
    public static string Write(RecordedClaim recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var c = recorded.Claim;
        var parts = new List<string> { $"{c.Kind}/{c.Act} {ClaimJson.Code(c.Factuality)}" };
        if (c.Actor is { } actor)
        {
            parts.Add($"{actor.Name} ({actor.Side})");
        }

        if (!c.Places.IsEmpty)
        {
            parts.Add(string.Join(", ", c.Places.Select(p => p.Role == "at" ? p.Name : $"{p.Role} {p.Name}")));
        }

        if (c.Quantity is { } q)
        {
            parts.Add(Amount(q));
        }

        return $"{c.Id}  {string.Join("; ", parts)}\n    \"{c.Evidence.ReplaceLineEndings(" ")}\" — {Chain(recorded)}";
    }

    /// <summary>Who says it through whom, ending in the report and its day.</summary>
    public static string Chain(RecordedClaim recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var day = recorded.Report.Date.Reference?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no day";
        var outlet = recorded.Report.Outlet is { } o ? $"{o}, " : "";
        return string.Join(", via ", recorded.Claim.Sources.Select(s => s.Name).Append($"{outlet}{recorded.Report.Id} ({day})"));
    }

    /// <summary>A quantity in words: "at least 200 soldiers" is "≥200 soldier".</summary>
    public static string Amount(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var range = (quantity.Min, quantity.Max) switch
        {
            ({ } a, { } b) when a == b => Number(a),
            ({ } a, { } b) => $"{Number(a)}-{Number(b)}",
            ({ } a, null) => $"≥{Number(a)}",
            (null, { } b) => $"≤{Number(b)}",
            _ => "?",
        };
        return $"{(quantity.Basis == "about" ? "~" : "")}{range} {quantity.Unit}".TrimEnd();
    }

    private static string Number(double n) => n.ToString("#,0.##", CultureInfo.InvariantCulture);
}
