using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// How many reports tell of the ground, day by day: where many do, that none speaks of something says that it is not so; where few do, it says nothing. Pure; sees all words.
/// </summary>
internal sealed class Coverage
{
    private const double Fewest = 3, Steepness = 4;
    private readonly Slices slices;
    private readonly int[] before;
    private readonly double[] scarcity;
    private readonly Inference policy;

    /// <summary>Counts the reports in which others than a side tell of that side's own ground.</summary>
    /// <param name="policy">How many are few.</param>
    /// <param name="slices">The days.</param>
    /// <param name="views">The words on settlements, by index.</param>
    public Coverage(Inference policy, Slices slices, IReadOnlyDictionary<int, ImmutableArray<ControlView>> views)
    {
        (this.policy, this.slices) = (policy, slices);
        before = new int[slices.Count + 1];
        foreach (var report in views.Values.SelectMany(v => v).Where(v => v.Side != v.Holder).GroupBy(v => v.Report, StringComparer.Ordinal))
        {
            before[Math.Clamp(slices.Of(report.Max(v => v.Day.DayNumber)), 0, slices.Count - 1) + 1]++;
        }

        for (var i = 1; i < before.Length; i++)
        {
            before[i] += before[i - 1];
        }

        scarcity = [.. Enumerable.Range(0, slices.Count).Select(s => policy.Quiet / Math.Max(Fewest, Around(slices.Day(s))))];
    }

    /// <summary>True where few tell of anything within some days of <paramref name="day"/>.</summary>
    public bool Quiet(DateOnly day) => Around(day.DayNumber) < policy.Quiet;

    /// <summary>How much more what was known at the start counts than where many tell of the ground: 1 there, and the fewer do, the more.</summary>
    public double Doubt(int slice) => scarcity[slice] <= 1 ? 1 : Math.Pow(scarcity[slice], Steepness);

    /// <summary>The first slice on which a word of what is so on <paramref name="slice"/> bears: as far back as many tell of the ground, and some days more.</summary>
    public int Since(int slice)
    {
        var earliest = slices.Of(slices.Day(slice) - policy.Back);
        return earliest <= 0 ? 0 : Stretch(earliest);
    }

    private int Stretch(int slice)
    {
        while (slice > 0 && scarcity[slice] <= 1)
        {
            slice--;
        }

        return slice;
    }

    private int Around(int day) => Before(day + policy.Alone + 1) - Before(day - policy.Alone);

    private int Before(int number) => before[Math.Clamp(slices.Of(number), 0, slices.Count)];
}
