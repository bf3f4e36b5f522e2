using Salient.Layers;

namespace Salient.Parsing.Networks;

/// <summary>What one thread computes in, kept from sentence to sentence.</summary>
internal sealed class NetworkBuffers
{
    private const int Step = Products.Columns;
    private int capacity;
    private int pairs;

    public Projective Decoder { get; } = new();

    public LayerBuffers Layers { get; } = new();

    /// <summary>Words of each piece that waits to be read, or was read last.</summary>
    public List<int> Pieces { get; } = [];

    /// <summary>Words of all of them.</summary>
    public int Waiting { get; private set; }

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

    /// <summary>Forgets the pieces of before and makes room for so many words.</summary>
    public void Open(int words, NetworkShape shape)
    {
        Pieces.Clear();
        Waiting = 0;
        Layers.Grow(words, shape.Width);
        if (words > capacity)
        {
            capacity = Math.Max(48, words * 2);
            Ends = new float[capacity * shape.HeadWidth];
        }
    }

    /// <summary>Notes a piece of so many words.</summary>
    public void Add(int words)
    {
        Pieces.Add(words);
        Waiting += words;
    }

    /// <summary>Makes room for the pairs of one piece's words.</summary>
    public void GrowPairs(int words, NetworkShape shape)
    {
        Row = Filled(words + 1);
        if (words <= pairs)
        {
            return;
        }

        pairs = Math.Max(48, words * 2);
        Mixed = new float[pairs * Math.Max(shape.ArcWidth, shape.LabelWidth)];
        Turned = new float[Filled(pairs + 1) * shape.ArcWidth];
        Scores = new float[pairs * Filled(pairs + 1)];
        Lines = new float[pairs * shape.RelationRow];
    }

    private static int Filled(int count) => (count + Step - 1) / Step * Step;
}
