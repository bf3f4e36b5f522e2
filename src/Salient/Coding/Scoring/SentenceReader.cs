using System.Runtime.InteropServices;
using Salient.Layers;

namespace Salient.Coding.Scoring;

/// <summary>Reads a sentence as a whole: two layers of recurrent units over its words, half of their columns from the left and half from the right.</summary>
/// <remarks>Immutable and thread-safe. Its numbers: a row for everything that words show, a row for each number of a word's direction, where every word starts from, then the layers.</remarks>
/// <param name="rows">Names of what words show.</param>
/// <param name="direction">Numbers of a word's direction.</param>
/// <param name="layers">Layers.</param>
/// <param name="width">Columns, a multiple of 16.</param>
/// <param name="numbers">All its numbers.</param>
/// <param name="voice">Places x columns x hidden units: what each column at each place of a unit says to the hidden units.</param>
internal sealed class SentenceReader(IReadOnlyList<string> rows, int direction, int layers, int width, float[] numbers, float[] voice)
{
    // Longer sentences are read in stretches: time and memory stay in proportion.
    private const int Longest = 256;

    [ThreadStatic]
    private static LayerBuffers? kept;

    private readonly RecurrentLayers run = new(numbers.AsSpan((rows.Count + direction + 1) * width), layers, width);
    private readonly Strips directions = new(numbers.AsSpan(rows.Count * width, direction * width), direction, width);

    public IReadOnlyList<string> Rows => rows;

    public int Direction => direction;

    public int Layers => layers;

    public int Width => width;

    public float[] Numbers => numbers;

    public float[] Voice => voice;

    /// <summary>How many numbers a reader has.</summary>
    public static int Size(int rows, int direction, int layers, int width) => ((rows + direction + 1) * width) + (layers * RecurrentLayers.Size(width));

    /// <summary>Words x columns: what each word is in its sentence.</summary>
    public float[] Read(WordInput words) => Read([words]).ToArray();

    /// <summary>Words x columns: what each word of some sentences is, sentence after sentence; it holds until the thread's next reading.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="starts">For each row of the table of directions what this reader starts from at a word of that direction, where it is known; what is not is filled in. Null works it out for each word.</param>
    /// <remarks>Sentences are read together so that the numbers of the layers, which are many, are fetched once for all of them; none changes what another is.</remarks>
    public ReadOnlySpan<float> Read(IReadOnlyList<WordInput> sentences, float[]?[]? starts = null)
    {
        var buffers = kept ??= new LayerBuffers();
        var counts = new List<int>(sentences.Count);
        var all = 0;
        foreach (var words in sentences)
        {
            for (var from = 0; from < words.Count; from += Longest)
            {
                counts.Add(Math.Min(Longest, words.Count - from));
            }

            all += words.Count;
        }

        buffers.Grow(all, width);
        var at = 0;
        foreach (var words in sentences)
        {
            LookUp(words, buffers.Input.AsSpan(at * width, words.Count * width), starts);
            at += words.Count;
        }

        run.Run(CollectionsMarshal.AsSpan(counts), buffers);
        return buffers.Input.AsSpan(0, all * width);
    }

    private void LookUp(WordInput words, Span<float> input, float[]?[]? starts)
    {
        var start = numbers.AsSpan((rows.Count + direction) * width, width);
        if (words.Directions is { } known && starts is not null)
        {
            for (var i = 0; i < known.Length; i++)
            {
                var own = known[i] < 0 ? start : starts[known[i]] ??= Start(words, i, start);
                own.CopyTo(input.Slice(i * width, width));
            }
        }
        else
        {
            directions.Multiply(words.Vectors, direction, input, width, words.Count);
            for (var i = 0; i < words.Count; i++)
            {
                Lanes.Add(input.Slice(i * width, width), start);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            Lanes.Add(input.Slice(i * width, width), numbers, words.Rows[i]);
        }
    }

    private float[] Start(WordInput words, int word, ReadOnlySpan<float> start)
    {
        var result = new float[width];
        directions.Multiply(words.Vectors.AsSpan(word * direction, direction), direction, result, width, 1);
        Lanes.Add(result, start);
        return result;
    }
}
