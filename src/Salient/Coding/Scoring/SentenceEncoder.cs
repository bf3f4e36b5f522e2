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
    public float[] Read(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var read = new List<int>();
        var counts = new List<int>(sentences.Count);
        var firsts = new List<int>();
        foreach (var words in sentences)
        {
            var start = read.Count;
            var own = firsts.Count;
            read.Add(pieces.Opening);
            foreach (var word in words)
            {
                firsts.Add(read.Count);
                if (read.Count - start < Longest - 1)
                {
                    pieces.Add(word, read);
                }
            }

            if (read.Count - start > Longest - 1)
            {
                read.RemoveRange(start + Longest - 1, read.Count - start - Longest + 1);
            }

            for (var i = own; i < firsts.Count; i++)
            {
                firsts[i] = firsts[i] < read.Count ? firsts[i] : -1;
            }

            read.Add(pieces.Closing);
            counts.Add(read.Count - start);
        }

        var states = Run(CollectionsMarshal.AsSpan(read), CollectionsMarshal.AsSpan(counts));
        var result = new float[firsts.Count * width];
        for (var i = 0; i < firsts.Count; i++)
        {
            if (firsts[i] >= 0)
            {
                states.AsSpan(firsts[i] * width, width).CopyTo(result.AsSpan(i * width));
            }
        }

        return result;
    }

    // Pieces x columns: what each piece is in its sentence.
    private float[] Run(ReadOnlySpan<int> read, ReadOnlySpan<int> counts)
    {
        var buffers = kept ??= new TransformerBuffers();
        var states = new float[read.Length * width];
        for (int from = 0, end, at = 0; from < counts.Length; from = end)
        {
            var (size, longest) = (counts[from], counts[from]);
            for (end = from + 1; end < counts.Length && size + counts[end] <= Together; end++)
            {
                (size, longest) = (size + counts[end], Math.Max(longest, counts[end]));
            }

            buffers.Grow(size, longest, width);
            Enter(read.Slice(at, size), counts[from..end], buffers.States);
            foreach (var layer in layers)
            {
                layer.Run(counts[from..end], buffers);
            }

            buffers.States.AsSpan(0, size * width).CopyTo(states.AsSpan(at * width));
            at += size;
        }

        return states;
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
