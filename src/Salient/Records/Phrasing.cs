using System.Globalization;

namespace Salient.Records;

/// <summary>How quantities, days and source chains are written wherever they are shown.</summary>
public static class Phrasing
{
    private const int LongestTitle = 60;

    /// <summary>"1,200 soldier", "200-300 km", "≥40 tank", "~5 btg".</summary>
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

    /// <summary>What a report of an unknown outlet is called: its title; never its id.</summary>
    public static string Called(ReportHeader report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Title is { Length: > 0 } title ? $"“{(title.Length > LongestTitle ? title[..LongestTitle].TrimEnd() + "…" : title)}”"
            : report.Date.Reference is { } day ? $"a report of {Day(day)} without a title" : "a report without a title";
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
