using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>What a sentence's reading is of one unit: its columns at the words that matter, and over the unit as a whole.</summary>
internal static class Places
{
    /// <summary>The places, in their order, as an explanation names them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["sentence at the predicate", "sentence at the agent", "sentence at the object", "sentence at the governor", "strongest in the clause", "mean of the clause"];

    /// <summary>The words whose columns stand at the first places; -1 where there is none.</summary>
    public static int[] Words(Clause clause) => [clause.Content, clause.Agent, clause.Object, clause.Governor];

    /// <summary>Writes the places of a unit.</summary>
    /// <param name="clause">The unit.</param>
    /// <param name="states">Words x <paramref name="width"/>, the sentence's reading; words behind it count nowhere.</param>
    /// <param name="width">Columns, a multiple of 8.</param>
    /// <param name="to">Gets the places, one after another.</param>
    public static void Fill(Clause clause, ReadOnlySpan<float> states, int width, Span<float> to)
    {
        to.Clear();
        var words = Words(clause);
        for (var p = 0; p < words.Length; p++)
        {
            if (words[p] >= 0 && (words[p] + 1) * width <= states.Length)
            {
                states.Slice(words[p] * width, width).CopyTo(to[(p * width)..]);
            }
        }

        var end = Math.Min(clause.End, states.Length / width);
        if (end <= clause.First)
        {
            return;
        }

        var most = to.Slice(words.Length * width, width);
        var mean = to.Slice((words.Length + 1) * width, width);
        states.Slice(clause.First * width, width).CopyTo(most);
        var share = 1f / (end - clause.First);
        for (var t = clause.First; t < end; t++)
        {
            Lanes.Most(most, states.Slice(t * width, width));
            Lanes.Add(share, states.Slice(t * width, width), mean);
        }
    }
}
