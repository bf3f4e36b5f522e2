using Salient.Layers;

namespace Salient.Parsing.Networks;

/// <summary>What one thread computes in, kept from sentence to sentence.</summary>
internal sealed class NetworkBuffers
{
    private const int Step = Products.Columns;
    private int capacity;

    public Projective Decoder { get; } = new();

    public LayerBuffers Layers { get; } = new();

    /// <summary>Numbers from row to row of <see cref="Scores"/>.</summary>
    public int Row { get; private set; }

    /// <summary>What each word is to arcs and relations, as dependent and as head.</summary>
    public float[] Ends { get; private set; } = [];

    public float[] Mixed { get; private set; } = [];

    public float[] Turned { get; private set; } = [];

    /// <summary>A row for each word: how well each word would do as its head, then the root.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>A row for each word: how well each relation would do.</summary>
    public float[] Lines { get; private set; } = [];

    /// <summary>Makes room for a sentence.</summary>
    public void Grow(int words, NetworkShape shape)
    {
        Row = Filled(words + 1);
        Layers.Grow(words, shape.Width);
        if (words <= capacity)
        {
            return;
        }

        capacity = Math.Max(48, words * 2);
        Ends = new float[capacity * shape.HeadWidth];
        Mixed = new float[capacity * Math.Max(shape.ArcWidth, shape.LabelWidth)];
        Turned = new float[Filled(capacity + 1) * shape.ArcWidth];
        Scores = new float[capacity * Filled(capacity + 1)];
        Lines = new float[capacity * shape.RelationRow];
    }

    private static int Filled(int count) => (count + Step - 1) / Step * Step;
}
