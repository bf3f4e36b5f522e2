using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>
/// How many reports tell of the ground, day by day: where many do, that none speaks of something says that it is not so; where few do, it says nothing. Pure; sees all words.
/// </summary>
internal sealed class Coverage
{
    private const double Steepness = 4;
    private readonly Slices slices;
    private readonly int[] before;
    private readonly double[] certainty;
    private readonly int[] since;
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

        certainty = [.. Enumerable.Range(0, slices.Count).Select(s => Math.Min(1, Math.Pow(Around(slices.Day(s)) / Math.Max(1.0, policy.Quiet), Steepness)))];
        since = [.. Enumerable.Range(0, slices.Count).Select(Stretch)];
    }

    /// <summary>True where few tell of anything within some days of <paramref name="day"/>.</summary>
    public bool Quiet(DateOnly day) => Around(day.DayNumber) < policy.Quiet;

    /// <summary>How much a day counts for places that nobody names: 1 where many tell of the ground, and the fewer do, the less.</summary>
    public double Certainty(int slice) => certainty[slice];

    /// <summary>The first slice on which a word of what is so on <paramref name="slice"/> bears: as far back as many tell of the ground, and some days more. Never earlier for a later slice.</summary>
    public int Since(int slice) => since[slice];

    private int Stretch(int slice)
    {
        var first = Math.Max(0, slices.Of(slices.Day(slice) - policy.Back));
        while (first > 0 && certainty[first] >= 1)
        {
            first--;
        }

        return first;
    }

    private int Around(int day) => Before(day + policy.Alone + 1) - Before(day - policy.Alone);

    private int Before(int number) => before[Math.Clamp(slices.Of(number), 0, slices.Count)];
}
