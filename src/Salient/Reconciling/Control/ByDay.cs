using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Finds words by their day in lists that are sorted by it.</summary>
internal static class ByDay
{
    /// <summary>The index of the first word that is not of before <paramref name="day"/>.</summary>
    public static int First(ReadOnlySpan<ControlView> words, DateOnly day)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Day < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The words within <paramref name="days"/> of <paramref name="day"/>, either way.</summary>
    public static ReadOnlySpan<ControlView> Around(ReadOnlySpan<ControlView> words, DateOnly day, int days)
    {
        var from = First(words, day.AddDays(-days));
        return words[from..First(words, day.AddDays(days + 1))];
    }
}
