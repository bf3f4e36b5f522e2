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
    /// <param name="states">Words x <paramref name="width"/>, the sentence's reading.</param>
    /// <param name="width">Columns.</param>
    /// <param name="to">Gets the places, one after another.</param>
    /// <param name="strongest">Gets for each column the word that is strongest in the clause.</param>
    public static void Fill(Clause clause, ReadOnlySpan<float> states, int width, Span<float> to, Span<int> strongest)
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

        var most = to.Slice(words.Length * width, width);
        var mean = to.Slice((words.Length + 1) * width, width);
        var share = 1f / Math.Max(1, clause.End - clause.First);
        strongest.Fill(clause.First);
        for (var t = clause.First; t < clause.End; t++)
        {
            var state = states.Slice(t * width, width);
            for (var j = 0; j < width; j++)
            {
                if (t == clause.First || state[j] > most[j])
                {
                    (most[j], strongest[j]) = (state[j], t);
                }

                mean[j] += state[j] * share;
            }
        }
    }
}
