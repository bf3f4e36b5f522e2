using System.Globalization;

namespace Salient.Records;

/// <summary>How quantities, days and source chains are written wherever they are shown.</summary>
public static class Phrasing
{
    private const int LongestTitle = 60, RoughFigures = 3;

    /// <summary>"1,200 soldiers", "200–300 km", "≥40 tanks", "~5 battalion tactical groups".</summary>
    public static string Amount(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var range = (quantity.Min, quantity.Max) switch
        {
            ({ } a, { } b) when a == b => Number(a),
            ({ } a, { } b) => $"{Number(a)}–{Number(b)}",
            ({ } a, null) => $"≥{Number(a)}",
            (null, { } b) => $"≤{Number(b)}",
            _ => "?",
        };
        return $"{(quantity.Basis == "about" ? "~" : "")}{range} {Unit(quantity)}".TrimEnd();
    }

    /// <summary>A quantity's unit in words, as its number wants it.</summary>
    public static string Unit(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity is { Min: 1, Max: 1, Unit: { } one } ? UnitWords.One(one) : Plural(quantity.Unit ?? "");
    }

    /// <summary>The codebook's unit in words, for more than one.</summary>
    public static string Plural(string unit) => UnitWords.More(unit);

    /// <summary>"1 claim", "2 claims".</summary>
    public static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? string.Empty : "s")}");

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double n) => n.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>"3", "3–7", "3 or more", each number by <paramref name="write"/>, else with at most two decimals; ends that are written alike are one.</summary>
    public static string Range(Bounds bounds, Func<double, string>? write = null)
    {
        write ??= Number;
        var low = write(bounds.Low);
        return bounds.High is not { } high ? $"{low} or more" : write(high) is var top && top == low ? top : $"{low}–{top}";
    }

    /// <summary>A measure of ground to three figures: no claim knows more of it. "14.3", "938", "17,600".</summary>
    public static string Rough(double n)
    {
        if (n == 0)
        {
            return "0";
        }

        var digits = RoughFigures - 1 - (int)Math.Floor(Math.Log10(Math.Abs(n)));
        var scale = Math.Pow(10, digits);
        return Number(digits >= 0 ? Math.Round(n, Math.Min(digits, 2)) : Math.Round(n * scale) / scale);
    }

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
            ({ Length: > 0 } title, _, _) => $"“{Shortened(title, LongestTitle)}”",
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

    /// <summary>"assessed advance".</summary>
    public static string Status(ControlStatus status) => status == ControlStatus.AssessedAdvance ? "assessed advance" : status.ToString().ToLowerInvariant();

    /// <summary>What a dispute is about.</summary>
    public static string About(DisputeKind kind) => kind switch
    {
        DisputeKind.WhoHolds => "who holds it",
        DisputeKind.HowMany => "how many",
        DisputeKind.DidItHappen => "did it happen",
        DisputeKind.When => "when",
        _ => "by whom",
    };

    /// <summary>What a confidence or credibility from 1 to 6 says.</summary>
    public static string Grade(int grade) => grade switch { 1 => "confirmed", 2 => "probably true", 3 => "possibly true", 4 => "doubtful", 5 => "improbable", _ => "cannot be judged" };

    /// <summary>The first words of a text, no more than <paramref name="most"/> characters of them; what was cut off shows as "…".</summary>
    public static string Shortened(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(text.LastIndexOf(' ', most) is var end and > 0 ? end : most)].TrimEnd() + "…";
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
