using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Figures;

/// <summary>Marks what stands out in a series; smooths nothing.</summary>
internal static class FigureMarks
{
    private const double JumpOfGrowth = 6, LeastJump = 0.15;
    private const int LeastSteps = 4;

    /// <summary>The points with their marks.</summary>
    /// <param name="points">By day, each with the words for what is counted.</param>
    /// <param name="basis">Only a cumulative series can fall or jump.</param>
    public static ImmutableArray<FigurePoint> Mark(IReadOnlyList<(FigurePoint Point, string? Unit)> points, FigureBasis basis)
    {
        var result = ImmutableArray.CreateBuilder<FigurePoint>(points.Count);
        var growth = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            var (point, unit) = points[i];
            if (i > 0)
            {
                var (before, unitBefore) = points[i - 1];
                var days = Math.Max(1, point.Day.DayNumber - before.Day.DayNumber);
                point = Marked(point, before, unit, unitBefore, basis, (point.Middle - before.Middle) / days, growth);
            }

            result.Add(point);
        }

        return result.ToImmutable();
    }

    private static FigurePoint Marked(FigurePoint point, FigurePoint before, string? unit, string? unitBefore, FigureBasis basis, double daily, List<double> growth)
    {
        var usual = growth.Count < LeastSteps ? (double?)null : growth.Order().ElementAt(growth.Count / 2);
        growth.Add(Math.Max(0, daily));
        if (unit != unitBefore)
        {
            return point with { Mark = FigureMark.Redefinition, Note = $"counted as {Phrasing.Plural(unit ?? "")}, before as {Phrasing.Plural(unitBefore ?? "")}" };
        }

        if (basis != FigureBasis.Cumulative)
        {
            return point;
        }

        if (point.Middle < before.Middle)
        {
            return point with { Mark = FigureMark.Fall, Note = $"{Phrasing.Number(before.Middle)} on {Phrasing.Day(before.Day)}" };
        }

        var jumps = usual is { } u && daily > JumpOfGrowth * Math.Max(u, 1e-9) && point.Middle - before.Middle > LeastJump * before.Middle;
        return jumps ? point with { Mark = FigureMark.Jump, Note = $"grew by {Phrasing.Number(daily)} a day, usually {Phrasing.Number(usual!.Value)}" } : point;
    }
}
