namespace Salient.Coding.Scoring;

/// <summary>Reads the sentences of a report that hold units, once each.</summary>
internal sealed class ReportReader
{
    private readonly IReadOnlyList<SentenceReader> readers;
    private readonly WordRows? rows;

    /// <param name="readers">What reads sentences; all see the same of words.</param>
    /// <param name="vectors">Directions of words.</param>
    public ReportReader(IReadOnlyList<SentenceReader> readers, WordVectors vectors)
    {
        this.readers = readers;
        rows = readers.Count == 0 ? null : new WordRows(readers[0].Rows, vectors);
    }

    /// <summary>For each unit and each reader: what it makes of the unit's places.</summary>
    public float[][][] Read(Context context, IReadOnlyList<Unit> units)
    {
        var result = new float[units.Count][][];
        for (int from = 0, end; from < units.Count; from = end)
        {
            for (end = from + 1; end < units.Count && units[end].Sentence == units[from].Sentence;)
            {
                end++;
            }

            Read(context, [.. units.Skip(from).Take(end - from)], result.AsSpan(from, end - from));
        }

        return result;
    }

    private void Read(Context context, Unit[] units, Span<float[][]> to)
    {
        for (var u = 0; u < units.Length; u++)
        {
            to[u] = new float[readers.Count][];
        }

        if (rows is null)
        {
            return;
        }

        var words = rows.Of(context, units[0].Sentence, WordRows.Fired(units));
        for (var r = 0; r < readers.Count; r++)
        {
            var width = readers[r].Width;
            var states = readers[r].Read(words);
            var strongest = new int[width];
            for (var u = 0; u < units.Length; u++)
            {
                to[u][r] = new float[Places.Names.Count * width];
                Places.Fill(units[u].Clause, states, width, to[u][r], strongest);
            }
        }
    }
}
