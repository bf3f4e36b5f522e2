using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>Reads the sentences of a report that hold units, once each.</summary>
internal sealed class ReportReader
{
    private readonly IReadOnlyList<SentenceReader> readers;
    private readonly WordRows? rows;
    private readonly int hidden;

    /// <param name="model">The network whose readers read.</param>
    /// <param name="vectors">Directions of words.</param>
    public ReportReader(Network model, WordVectors vectors)
    {
        readers = model.Readers;
        hidden = model.Weights.Hidden;
        rows = readers.Count == 0 ? null : new WordRows(readers[0].Rows, vectors);
    }

    /// <summary>What the readers say of each unit, for the network's hidden units.</summary>
    /// <param name="context">The report.</param>
    /// <param name="units">Its units, those of a sentence side by side.</param>
    /// <param name="kept">Gets for each unit and reader its places, for an explanation; null keeps none.</param>
    public float[][] Read(Context context, IReadOnlyList<Unit> units, float[][][]? kept = null)
    {
        var result = new float[units.Count][];
        for (int from = 0, end; from < units.Count; from = end)
        {
            for (end = from + 1; end < units.Count && units[end].Sentence == units[from].Sentence;)
            {
                end++;
            }

            Unit[] own = [.. Enumerable.Range(from, end - from).Select(u => units[u])];
            Read(context, own, result.AsSpan(from, own.Length), kept is null ? [] : kept.AsSpan(from, own.Length));
        }

        return result;
    }

    private void Read(Context context, Unit[] units, Span<float[]> to, Span<float[][]> kept)
    {
        var said = new float[units.Length * hidden];
        if (rows is not null)
        {
            var words = rows.Of(context, units[0].Sentence, WordRows.Fired(units));
            for (var u = 0; u < kept.Length; u++)
            {
                kept[u] = new float[readers.Count][];
            }

            var share = hidden / readers.Count;
            for (var r = 0; r < readers.Count; r++)
            {
                var places = Fill(readers[r], words, units);
                Products.Multiply(places, places.Length / units.Length, readers[r].Voice, said.AsSpan(r * share), hidden, units.Length, places.Length / units.Length, share, false);
                for (var u = 0; u < kept.Length; u++)
                {
                    kept[u][r] = places.AsSpan(u * (places.Length / units.Length), places.Length / units.Length).ToArray();
                }
            }
        }

        for (var u = 0; u < units.Length; u++)
        {
            to[u] = said.AsSpan(u * hidden, hidden).ToArray();
        }
    }

    private static float[] Fill(SentenceReader reader, WordInput words, Unit[] units)
    {
        var states = reader.Read(words);
        var row = Places.Names.Count * reader.Width;
        var places = new float[units.Length * row];
        for (var u = 0; u < units.Length; u++)
        {
            Places.Fill(units[u].Clause, states, reader.Width, places.AsSpan(u * row, row));
        }

        return places;
    }
}
