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

    public IReadOnlyList<string> Rows => rows;

    public int Direction => direction;

    public int Layers => layers;

    public int Width => width;

    public float[] Numbers => numbers;

    public float[] Voice => voice;

    /// <summary>How many numbers a reader has.</summary>
    public static int Size(int rows, int direction, int layers, int width) => ((rows + direction + 1) * width) + (layers * RecurrentLayers.Size(width));

    /// <summary>Words x columns: what each word is in its sentence.</summary>
    public float[] Read(WordInput words)
    {
        var result = new float[words.Count * width];
        var buffers = kept ??= new LayerBuffers();
        for (var from = 0; from < words.Count; from += Longest)
        {
            var count = Math.Min(Longest, words.Count - from);
            buffers.Grow(count, width);
            LookUp(words, from, count, buffers.Input);
            RecurrentLayers.Run(numbers.AsSpan((rows.Count + direction + 1) * width), layers, width, count, buffers);
            buffers.Input.AsSpan(0, count * width).CopyTo(result.AsSpan(from * width));
        }

        return result;
    }

    private void LookUp(WordInput words, int from, int count, float[] input)
    {
        Products.Multiply(words.Vectors.AsSpan(from * direction), direction, numbers.AsSpan(rows.Count * width), input, width, count, direction, width, false);
        var start = numbers.AsSpan((rows.Count + direction) * width, width);
        for (var i = 0; i < count; i++)
        {
            var x = input.AsSpan(i * width, width);
            Lanes.Add(x, start);
            foreach (var row in words.Rows[from + i])
            {
                Lanes.Add(x, numbers.AsSpan(row * width, width));
            }
        }
    }
}
