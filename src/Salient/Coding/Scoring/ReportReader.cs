using System.Buffers;
using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>Reads the sentences of a report that hold units, once each.</summary>
internal sealed class ReportReader
{
    // Sentences are read together until they have so many words: enough to fetch the readers' numbers seldom, few enough to stay near the processor.
    private const int Enough = 128;

    private readonly IReadOnlyList<SentenceReader> readers;
    private readonly WordRows? rows;
    private readonly int hidden;

    // What each reader starts from at a word of each direction: worked out when the word is first met, since most words come again.
    private readonly float[]?[][] starts;

    /// <param name="model">The network whose readers read.</param>
    /// <param name="vectors">Directions of words.</param>
    public ReportReader(Network model, WordVectors vectors)
    {
        readers = model.Readers;
        hidden = model.Weights.Hidden;
        starts = [.. readers.Select(_ => new float[]?[vectors.Words.Count])];
        rows = readers.Count == 0 ? null : new WordRows(readers[0].Rows, vectors);
    }

    /// <summary>What the readers say of the units, for the network's hidden units.</summary>
    /// <param name="context">The report.</param>
    /// <param name="units">Its units, those of a sentence side by side.</param>
    /// <param name="said">Units x hidden units: gets what is said; left alone where nothing reads.</param>
    /// <param name="kept">Gets for each unit and reader its places, for an explanation; null keeps none.</param>
    public void Read(Context context, IReadOnlyList<Unit> units, Span<float> said, float[][][]? kept = null)
    {
        if (rows is null)
        {
            return;
        }

        var batch = new Batch();
        for (int from = 0, end; from < units.Count; from = end)
        {
            for (end = from + 1; end < units.Count && units[end].Sentence == units[from].Sentence;)
            {
                end++;
            }

            batch.Add(rows.Of(context, units[from].Sentence, new Fired(units.Take(from..end))), from, end);
            if (batch.Words >= Enough || end == units.Count)
            {
                Read(units, batch, said, kept);
                batch = new Batch();
            }
        }
    }

    private void Read(IReadOnlyList<Unit> units, Batch batch, Span<float> said, float[][][]? kept)
    {
        var count = batch.End - batch.First;
        var share = hidden / readers.Count;
        for (var r = 0; r < readers.Count; r++)
        {
            var row = Places.Names.Count * readers[r].Width;
            var places = ArrayPool<float>.Shared.Rent(count * row);
            var states = readers[r].Read(batch.Sentences, starts[r]);
            foreach (var (unit, word, words) in batch.Units)
            {
                Places.Fill(units[unit].Clause, states.Slice(word * readers[r].Width, words * readers[r].Width), readers[r].Width, places.AsSpan((unit - batch.First) * row, row));
            }

            Products.Multiply(places, row, readers[r].Voice, said[((batch.First * hidden) + (r * share))..], hidden, count, row, share, false);
            for (var u = 0; kept is not null && u < count; u++)
            {
                (kept[batch.First + u] ??= new float[readers.Count][])[r] = places.AsSpan(u * row, row).ToArray();
            }

            ArrayPool<float>.Shared.Return(places);
        }
    }

    /// <summary>Sentences that are read together, and the units that stand in them.</summary>
    private sealed class Batch
    {
        public List<WordInput> Sentences { get; } = [];

        /// <summary>Each unit, the first word of its sentence in the batch, and how many words that has.</summary>
        public List<(int Unit, int Word, int Words)> Units { get; } = [];

        public int Words { get; private set; }

        public int First => Units[0].Unit;

        public int End => Units[^1].Unit + 1;

        public void Add(WordInput words, int from, int end)
        {
            for (var u = from; u < end; u++)
            {
                Units.Add((u, Words, words.Count));
            }

            Sentences.Add(words);
            Words += words.Count;
        }
    }
}
