using Salient.Coding.Scoring;
using Salient.Layers;
using Salient.Training.Layers;

namespace Salient.Training.Coding;

/// <summary>A <see cref="SentenceReader"/> while it learns, together with the network that it speaks to.</summary>
internal sealed class ReaderFit
{
    private const int Width = 128;
    private const int Layers = 2;
    private const float RowDrop = 0.1f;
    private const float ColumnDrop = 0.2f;

    // The reader learns slower than the network over it, and shrinks less.
    private const float Slow = 1 / 3f;
    private const float Shrink = 1e-4f;

    private readonly string[] rows;
    private readonly int direction;
    private readonly float rowDrop;
    private readonly float columnDrop;
    private readonly Chance chance = new();
    private readonly AdamTable numbers;
    private readonly AdamTable voice;
    private readonly LayerPass pass;
    private readonly List<int> counts = [];
    private readonly List<int> offsets = [];
    private readonly float[] places = new float[Places.Names.Count * Width];
    private readonly float[] placeSlopes = new float[Places.Names.Count * Width];
    private readonly List<int[]> shown = [];
    private float[] vectors = [];

    /// <param name="rows">Names of what words show.</param>
    /// <param name="direction">Numbers of a word's direction.</param>
    /// <param name="hidden">Hidden units of the network over it.</param>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="whole">True leaves nothing out by chance.</param>
    public ReaderFit(string[] rows, int direction, int hidden, int seed, bool whole = false)
    {
        (this.rows, this.direction) = (rows, direction);
        (rowDrop, columnDrop) = whole ? (0, 0) : (RowDrop, ColumnDrop);
        chance.Seed((ulong)seed);
        numbers = new AdamTable(SentenceReader.Size(rows.Length, direction, Layers, Width) / Width, Width, null);
        voice = new AdamTable(Places.Names.Count * Width, hidden, null);
        pass = new LayerPass(numbers.Weights, numbers.Gradients, LayerStart, Layers, Width, chance);
        Fill(numbers.Weights, 0, rows.Length * Width, 0.25f);
        Fill(numbers.Weights, rows.Length * Width, direction * Width, 3 * MathF.Sqrt(3f / direction));
        for (var l = 0; l < Layers; l++)
        {
            Fill(numbers.Weights, LayerStart + (l * RecurrentLayers.Size(Width)), 3 * Width * Width, MathF.Sqrt(3f / Width));
        }

        Fill(voice.Weights, 0, voice.Weights.Length, MathF.Sqrt(3f / places.Length) / 2);
    }

    /// <summary>Its numbers, as <see cref="SentenceReader.Numbers"/> lie, with their slopes.</summary>
    public AdamTable Numbers => numbers;

    /// <summary>What it says to the hidden units, with the slopes.</summary>
    public AdamTable Voice => voice;

    private int Start => (rows.Length + direction) * Width;

    private int LayerStart => Start + Width;

    /// <summary>Reads the sentences of a batch.</summary>
    public void Forward(List<SentenceLesson> batch)
    {
        counts.Clear();
        offsets.Clear();
        shown.Clear();
        foreach (var lesson in batch)
        {
            offsets.Add(counts.Sum());
            counts.Add(lesson.Words.Count);
        }

        var n = counts.Sum();
        pass.Grow(n);
        LookUp(batch, n);
        pass.Forward(counts, columnDrop);
        pass.Slopes.AsSpan(0, n * Width).Clear();
    }

    /// <summary>Adds what the reader says of a unit to the hidden units.</summary>
    public void Speak(int sentence, Clause clause, Span<float> inner)
    {
        Fill(sentence, clause);
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] != 0)
            {
                Lanes.Add(places[i], voice.Row(i), inner);
            }
        }
    }

    /// <summary>Takes the slopes of the hidden units.</summary>
    public void Hear(int sentence, Clause clause, ReadOnlySpan<float> back)
    {
        Fill(sentence, clause);
        for (var i = 0; i < places.Length; i++)
        {
            placeSlopes[i] = Lanes.Dot(voice.Row(i), back);
            if (places[i] != 0)
            {
                Lanes.Add(places[i], back, voice.Gradient(i));
            }
        }

        var slopes = pass.Slopes.AsSpan(offsets[sentence] * Width, counts[sentence] * Width);
        var words = Places.Words(clause);
        for (var p = 0; p < words.Length; p++)
        {
            if (words[p] >= 0)
            {
                Lanes.Add(slopes.Slice(words[p] * Width, Width), placeSlopes.AsSpan(p * Width, Width));
            }
        }

        var share = 1f / Math.Max(1, clause.End - clause.First);
        var most = placeSlopes.AsSpan(words.Length * Width, Width);
        for (var j = 0; j < Width && clause.End > clause.First; j++)
        {
            slopes[(Strongest(sentence, clause, j) * Width) + j] += most[j];
        }

        for (var t = clause.First; t < clause.End; t++)
        {
            Lanes.Add(share, placeSlopes.AsSpan((words.Length + 1) * Width, Width), slopes.Slice(t * Width, Width));
        }
    }

    /// <summary>Takes the slopes of the batch back to its words.</summary>
    public void Back()
    {
        pass.Back(counts);
        var n = shown.Count;
        pass.Accumulate(vectors, direction, pass.Slopes, Width, n, rows.Length * Width);
        for (var i = 0; i < n; i++)
        {
            var slope = pass.Slopes.AsSpan(i * Width, Width);
            Lanes.Add(numbers.Gradient(Start / Width), slope);
            foreach (var row in shown[i])
            {
                Lanes.Add(numbers.Gradient(row), slope);
            }
        }
    }

    /// <summary>Moves all numbers against their slopes.</summary>
    /// <param name="rate">How far.</param>
    /// <param name="penalty">How much what it says shrinks.</param>
    /// <param name="step">Steps so far.</param>
    public void Move(float rate, float penalty, int step)
    {
        numbers.MoveAll(rate * Slow, Shrink, step);
        voice.MoveAll(rate, penalty, step);
    }

    /// <summary>The reader as it stands.</summary>
    public SentenceReader Make() => new(rows, direction, Layers, Width, [.. numbers.Weights], [.. voice.Weights]);

    private void Fill(int sentence, Clause clause) =>
        Places.Fill(clause, pass.Top.AsSpan(offsets[sentence] * Width, counts[sentence] * Width), Width, places);

    // The word at which a column is greatest within the clause, the first of equals.
    private int Strongest(int sentence, Clause clause, int column)
    {
        var best = clause.First;
        for (var t = clause.First + 1; t < clause.End; t++)
        {
            best = pass.Top[((offsets[sentence] + t) * Width) + column] > pass.Top[((offsets[sentence] + best) * Width) + column] ? t : best;
        }

        return best;
    }

    private void LookUp(List<SentenceLesson> batch, int n)
    {
        if (vectors.Length < n * direction)
        {
            vectors = new float[2 * n * direction];
        }

        var at = 0;
        foreach (var lesson in batch)
        {
            for (var i = 0; i < lesson.Words.Count; i++, at++)
            {
                var to = vectors.AsSpan(at * direction, direction);
                lesson.Words.Vectors.AsSpan(i * direction, direction).CopyTo(to);
                if (chance.Next() < rowDrop)
                {
                    to.Clear();
                }

                shown.Add([.. lesson.Words.Rows[i].Where(_ => chance.Next() >= rowDrop)]);
            }
        }

        Products.Multiply(vectors, direction, numbers.Weights.AsSpan(rows.Length * Width), pass.Input, Width, n, direction, Width, false);
        for (var i = 0; i < n; i++)
        {
            var x = pass.Input.AsSpan(i * Width, Width);
            Lanes.Add(x, numbers.Row(Start / Width));
            foreach (var row in shown[i])
            {
                Lanes.Add(x, numbers.Row(row));
            }
        }
    }

    private void Fill(float[] weights, int at, int count, float size)
    {
        for (var i = at; i < at + count; i++)
        {
            weights[i] = ((2 * chance.Next()) - 1) * size;
        }
    }
}
