using System.Buffers;
using System.Runtime.InteropServices;
using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>Reads the sentences of a report that hold units by a network's encoder, once each.</summary>
/// <param name="model">The network that is read for.</param>
internal sealed class EncodedReader(Network model)
{
    // Sentences are read together until they have so many words: enough to fetch the encoder's numbers seldom, few enough to stay near the processor.
    private const int Enough = 256;

    private readonly int hidden = model.Weights.Hidden;

    /// <summary>What the encoder says of the units, for the network's hidden units.</summary>
    /// <param name="context">The report.</param>
    /// <param name="units">Its units, those of a sentence side by side.</param>
    /// <param name="said">Units x hidden units: gets what is said; left alone where nothing reads.</param>
    /// <param name="kept">Gets for each unit its places, for an explanation; null keeps none.</param>
    /// <returns>For each unit whether it was read: the predicate of one may stand behind what the encoder reads of a sentence.</returns>
    public bool[] Read(Context context, IReadOnlyList<Unit> units, Span<float> said, float[][]? kept = null)
    {
        var heard = new bool[units.Count];
        if (model.Encoder is not { } voice)
        {
            return heard;
        }

        var batch = new Batch();
        for (int from = 0, end; from < units.Count; from = end)
        {
            for (end = from + 1; end < units.Count && units[end].Sentence == units[from].Sentence;)
            {
                end++;
            }

            batch.Add([.. context.Sentences[units[from].Sentence].Tokens.Select(t => t.Form)], units, from, end);
            if (batch.Words >= Enough || end == units.Count)
            {
                Read(voice, units, batch, said, heard, kept);
                batch = new Batch();
            }
        }

        return heard;
    }

    private void Read(EncoderVoice voice, IReadOnlyList<Unit> units, Batch batch, Span<float> said, bool[] heard, float[][]? kept)
    {
        var count = batch.End - batch.First;
        var width = voice.Encoder.Width;
        var row = Places.Names.Count * width;
        var places = ArrayPool<float>.Shared.Rent(count * row);
        var known = new int[batch.Sentences.Count];
        var states = voice.Encoder.Read(batch.Sentences, CollectionsMarshal.AsSpan(batch.Wanted), known).AsSpan();
        foreach (var (unit, word, sentence) in batch.Units)
        {
            var words = known[sentence];
            heard[unit] = units[unit].Clause.Content < words;
            Places.Fill(units[unit].Clause, states.Slice(word * width, words * width), width, places.AsSpan((unit - batch.First) * row, row));
        }

        Products.Multiply(places, row, voice.Numbers, said[(batch.First * hidden)..], hidden, count, row, hidden, false);
        for (var u = 0; kept is not null && u < count; u++)
        {
            kept[batch.First + u] = places.AsSpan(u * row, row).ToArray();
        }

        ArrayPool<float>.Shared.Return(places);
    }

    /// <summary>Sentences that are read together, and the units that stand in them.</summary>
    private sealed class Batch
    {
        /// <summary>The forms of each sentence's words.</summary>
        public List<IReadOnlyList<string>> Sentences { get; } = [];

        /// <summary>Each unit, the first word of its sentence in the batch, and the sentence.</summary>
        public List<(int Unit, int Word, int Sentence)> Units { get; } = [];

        /// <summary>For each word whether a unit has a place at it.</summary>
        public List<bool> Wanted { get; } = [];

        public int Words => Wanted.Count;

        public int First => Units[0].Unit;

        public int End => Units[^1].Unit + 1;

        public void Add(string[] words, IReadOnlyList<Unit> units, int from, int end)
        {
            var start = Words;
            CollectionsMarshal.SetCount(Wanted, start + words.Length);
            var wanted = CollectionsMarshal.AsSpan(Wanted)[start..];
            wanted.Clear();
            for (var u = from; u < end; u++)
            {
                Units.Add((u, start, Sentences.Count));
                var clause = units[u].Clause;
                wanted[clause.First..clause.End].Fill(true);
                foreach (var word in Places.Words(clause))
                {
                    if (word >= 0)
                    {
                        wanted[word] = true;
                    }
                }
            }

            Sentences.Add(words);
        }
    }
}
