using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>Reads a sentence as a whole: the layers of a transformer over the pieces of its words. Immutable and thread-safe.</summary>
/// <param name="pieces">The pieces of words.</param>
/// <param name="width">Columns.</param>
/// <param name="cells">Pieces x columns: what each piece starts from, in the measure of its row.</param>
/// <param name="scales">The measure of each row.</param>
/// <param name="positions">Places in a sentence x columns: what each place adds.</param>
/// <param name="norm">Two widths: scale and start of what a piece enters the layers with.</param>
/// <param name="layers">The layers.</param>
internal sealed class SentenceEncoder(WordPieces pieces, int width, sbyte[] cells, float[] scales, float[] positions, float[] norm, IReadOnlyList<TransformerLayer> layers)
{
    // Sentences are read together until they have so many pieces: a word of a report may have hundreds.
    private const int Together = 1024;

    [ThreadStatic]
    private static TransformerBuffers? kept;

    // The numbers of all pieces that are read together.
    private readonly int[] all = [.. Enumerable.Range(0, Math.Max(Together, positions.Length / width))];

    /// <summary>The pieces of words.</summary>
    public WordPieces Pieces => pieces;

    /// <summary>Columns.</summary>
    public int Width => width;

    /// <summary>What each piece starts from.</summary>
    public (sbyte[] Cells, float[] Scales) Starts => (cells, scales);

    /// <summary>What each place adds.</summary>
    public float[] Positions => positions;

    /// <summary>Scale and start of the norm before the layers.</summary>
    public float[] FirstNorm => norm;

    /// <summary>The layers.</summary>
    public IReadOnlyList<TransformerLayer> Layers => layers;

    /// <summary>Pieces of a sentence that are read, those around it among them; the words behind them stay unread.</summary>
    public int Longest => positions.Length / width;

    /// <summary>Words x columns: what each word of some sentences is in its sentence, sentence after sentence; a word is what its first piece is, zeros where it was not read.</summary>
    /// <param name="sentences">The forms of each sentence's words.</param>
    public float[] Read(IReadOnlyList<IReadOnlyList<string>> sentences) => Read(sentences, [], new int[sentences.Count]);

    /// <summary>What some words of some sentences are in their sentences; zeros stand for the others.</summary>
    /// <param name="sentences">The forms of each sentence's words.</param>
    /// <param name="wanted">For each word of all sentences whether it is asked for; empty asks for all.</param>
    /// <param name="known">Gets for each sentence how many of its words are read: those behind its last piece are not.</param>
    public float[] Read(IReadOnlyList<IReadOnlyList<string>> sentences, ReadOnlySpan<bool> wanted, Span<int> known)
    {
        var read = new List<int>();
        var counts = new List<int>(sentences.Count);
        var words = 0;
        var asked = new List<(int Piece, int Word)>();
        for (var s = 0; s < sentences.Count; s++)
        {
            var start = read.Count;
            known[s] = sentences[s].Count;
            read.Add(pieces.Opening);
            for (var i = 0; i < sentences[s].Count; i++, words++)
            {
                if (read.Count - start >= Longest - 1)
                {
                    known[s] = Math.Min(known[s], i);
                    continue;
                }

                if (wanted.IsEmpty || wanted[words])
                {
                    asked.Add((read.Count, words));
                }

                pieces.Add(sentences[s][i], read);
            }

            if (read.Count - start > Longest - 1)
            {
                read.RemoveRange(start + Longest - 1, read.Count - start - Longest + 1);
            }

            read.Add(pieces.Closing);
            counts.Add(read.Count - start);
        }

        var result = new float[words * width];
        Run(CollectionsMarshal.AsSpan(read), CollectionsMarshal.AsSpan(counts), CollectionsMarshal.AsSpan(asked), result);
        return result;
    }

    // The last layer works over what is asked for alone: of the other pieces it needs what they say to those.
    private void Run(ReadOnlySpan<int> read, ReadOnlySpan<int> counts, ReadOnlySpan<(int Piece, int Word)> asked, Span<float> result)
    {
        var buffers = kept ??= new TransformerBuffers();
        for (int from = 0, end, at = 0; from < counts.Length; from = end)
        {
            var (size, longest) = (counts[from], counts[from]);
            for (end = from + 1; end < counts.Length && size + counts[end] <= Together; end++)
            {
                (size, longest) = (size + counts[end], Math.Max(longest, counts[end]));
            }

            var wanted = new List<int>();
            while (wanted.Count < asked.Length && asked[wanted.Count].Piece < at + size)
            {
                wanted.Add(asked[wanted.Count].Piece - at);
            }

            buffers.Grow(size, longest, width);
            Enter(read.Slice(at, size), counts[from..end], buffers.States);
            for (var l = 0; l < layers.Count; l++)
            {
                layers[l].Run(counts[from..end], l < layers.Count - 1 ? all.AsSpan(0, size) : CollectionsMarshal.AsSpan(wanted), buffers);
            }

            for (var i = 0; i < wanted.Count; i++)
            {
                buffers.States.AsSpan(i * width, width).CopyTo(result[(asked[i].Word * width)..]);
            }

            at += size;
            asked = asked[wanted.Count..];
        }
    }

    private void Enter(ReadOnlySpan<int> read, ReadOnlySpan<int> counts, Span<float> states)
    {
        var at = 0;
        foreach (var count in counts)
        {
            for (var i = 0; i < count; i++, at++)
            {
                var row = states.Slice(at * width, width);
                positions.AsSpan(i * width, width).CopyTo(row);
                Add(read[at], row);
                TransformerLayer.Norm(row, norm);
            }
        }
    }

    private void Add(int piece, Span<float> row)
    {
        ref var to = ref row[0];
        for (nuint j = 0; j < (nuint)width; j += 8)
        {
            var (left, right) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalar(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(cells.AsSpan((piece * width) + (int)j, 8)))).AsSByte()));
            (Vector256.LoadUnsafe(ref to, j) + (Vector256.ConvertToSingle(Vector256.Create(left, right)) * scales[piece])).StoreUnsafe(ref to, j);
        }
    }
}
