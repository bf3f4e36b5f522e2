using Salient.Records;
using Salient.Web.Shared;

namespace Salient.Web.Findings;

/// <summary>How pages put figures into words.</summary>
internal static class FigureWords
{
    /// <summary>"Russia: 66,650 soldiers killed, since the start".</summary>
    public static string Said(Naming naming, FigureSeries series, FigurePoint point)
    {
        var (act, what) = Measures.Split(series.Measure);
        var value = Wording.Of(new Quantity(point.Min, point.Max, what, point.Approx, null));
        var done = act != Measures.InfrastructureHit && (series.Measure.StartsWith("loss/", StringComparison.Ordinal) || series.Measure.StartsWith("civilian-harm/", StringComparison.Ordinal));
        return $"{(series.Side == "none" ? "" : naming.Side(series.Side) + ": ")}{value} {(done ? act : $"({act})")}{(series.PlaceName is { } place ? $" in {place}" : "")}{Basis(series.Basis)}";
    }

    /// <summary>"about 1,200–1,300".</summary>
    public static string Value(FigurePoint point) => Wording.Of(new Quantity(point.Min, point.Max, null, point.Approx, null));

    /// <summary>The chart of its measure and side.</summary>
    public static string Href(FigureSeries series) => $"/figures?measure={Uri.EscapeDataString(series.Measure)}&side={Uri.EscapeDataString(series.Side)}";

    private static string Basis(FigureBasis basis) => basis switch
    {
        FigureBasis.Cumulative => ", since the start",
        FigureBasis.Period => ", in some days",
        _ => "",
    };
}
