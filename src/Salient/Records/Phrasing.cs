using System.Globalization;

namespace Salient.Records;

/// <summary>How quantities, days and source chains are written wherever they are shown.</summary>
public static class Phrasing
{
    private const int LongestTitle = 60;

    /// <summary>"1,200 soldiers", "200-300 km", "≥40 tanks", "~5 btg".</summary>
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
        return $"{(quantity.Basis == "about" ? "~" : "")}{range} {Unit(quantity)}".TrimEnd();
    }

    /// <summary>A quantity's unit as its number wants it.</summary>
    public static string Unit(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity is { Min: 1, Max: 1, Unit: { } one } ? one : Plural(quantity.Unit ?? "");
    }

    /// <summary>The codebook's unit for more than one.</summary>
    public static string Plural(string unit) => unit switch
    {
        "person" => "people",
        "soldier" or "civilian" or "brigade" or "division" or "group" or "general" or "officer" or "town" or "village" or "settlement" or "tank" or "vehicle" or "helicopter"
            or "missile" or "missile-system" or "ship" or "fuel-tank" or "day" or "dollar" => unit + "s",
        "ferry" => "ferries",
        "bridge" or "drone" or "prisoner" or "reservist" or "battalion" or "regiment" or "unit" or "gun" or "house" or "building" or "strike" or "attack" or "vessel" => unit + "s",
        _ => unit,
    };

    /// <summary>"1 claim", "2 claims".</summary>
    public static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? string.Empty : "s")}");

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double n) => n.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>"3", "3-7", "3 or more".</summary>
    public static string Range(Bounds bounds) =>
        bounds.High is not { } high ? $"{Number(bounds.Low)} or more" : high.Equals(bounds.Low) ? Number(high) : $"{Number(bounds.Low)}-{Number(high)}";

    /// <summary>A day as 2022-10-04; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Who says it through whom: "General Staff, via The Gazette"; the report by its title where no outlet is known.</summary>
    public static string Chain(RecordedClaim recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return string.Join(", via ", recorded.Claim.Sources.Select(s => s.Name).Append(recorded.Report.Outlet ?? Called(recorded.Report)));
    }

    /// <summary>What a report of an unknown outlet is called: its title, else its first words and its day; never its id.</summary>
    /// <param name="report">The report.</param>
    /// <param name="write">How a day is written, if not as 2022-10-04.</param>
    public static string Called(ReportHeader report, Func<DateOnly, string>? write = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var day = report.Date.Reference is { } known ? write?.Invoke(known) ?? Day(known) : null;
        return (report.Title, report.Opening, day) switch
        {
            ({ Length: > 0 } title, _, _) => $"“{(title.Length > LongestTitle ? title[..LongestTitle].TrimEnd() + "…" : title)}”",
            (_, { } words, null) => $"“{words}”",
            (_, { } words, _) => $"“{words}” ({day})",
            (_, _, null) => "a report without a title",
            _ => $"a report of {day} without a title",
        };
    }

    /// <summary>A report where its outlet and day stand beside it: its title, else its first words between quotation marks.</summary>
    public static string Titled(ReportHeader report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Title is { Length: > 0 } title ? title : report.Opening is { } words ? $"“{words}”" : "a report without a title";
    }

    /// <summary>FactBank's code: "CT+" and so on.</summary>
    public static string Code(Factuality factuality) => factuality switch
    {
        Factuality.Certain => "CT+",
        Factuality.Probable => "PR+",
        Factuality.Possible => "PS+",
        Factuality.CertainlyNot => "CT-",
        Factuality.ProbablyNot => "PR-",
        Factuality.PossiblyNot => "PS-",
        _ => "Uu",
    };
}
