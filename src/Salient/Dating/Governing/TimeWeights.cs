using System.Collections.Frozen;

namespace Salient.Dating.Governing;

/// <summary>What speaks for a time being an assertion's: for each feature a weight in each <see cref="TimePlace"/>. What is weighed is their sum.</summary>
/// <param name="rows">Each feature's weights, in the order of the places.</param>
/// <param name="margin">How much more must speak for no time.</param>
internal sealed class TimeWeights(IReadOnlyDictionary<string, float[]> rows, float margin)
{
    /// <summary>How many places there are.</summary>
    public static readonly int Places = Enum.GetValues<TimePlace>().Length;

    private readonly FrozenDictionary<string, float[]> rows = rows.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The features with their weights, by name.</summary>
    public IEnumerable<KeyValuePair<string, float[]>> Rows => rows.OrderBy(f => f.Key, StringComparer.Ordinal);

    /// <summary>How much more must speak for no time.</summary>
    public float Margin => margin;

    /// <summary>How much speaks for a possibility; unknown features say nothing.</summary>
    public float Sum(Weighable possible)
    {
        var sum = 0f;
        foreach (var name in possible.Shown)
        {
            sum += rows.TryGetValue(name, out var row) ? row[(int)possible.Place] : 0;
        }

        return sum;
    }

    /// <summary>Which of the possibilities has most to speak for it, no time being the first of them.</summary>
    public int Best(IReadOnlyList<Weighable> possible)
    {
        var (best, most) = (0, Sum(possible[0]) - margin);
        for (var i = 1; i < possible.Count; i++)
        {
            if (Sum(possible[i]) is var sum && sum > most)
            {
                (best, most) = (i, sum);
            }
        }

        return best;
    }
}
