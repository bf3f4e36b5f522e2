namespace Salient.Parsing.Networks;

/// <summary>What one thread computes in, kept from sentence to sentence.</summary>
internal sealed class NetworkBuffers
{
    private const int Step = Networks.Products.Columns;
    private int capacity;

    public Projective Decoder { get; } = new();

    /// <summary>Numbers from row to row of <see cref="Scores"/>.</summary>
    public int Row { get; private set; }

    public float[] Input { get; private set; } = [];

    public float[] Output { get; private set; } = [];

    public float[] Products { get; private set; } = [];

    public float[] Memory { get; private set; } = [];

    /// <summary>What each word is to arcs and relations, as dependent and as head.</summary>
    public float[] Ends { get; private set; } = [];

    public float[] Mixed { get; private set; } = [];

    public float[] Turned { get; private set; } = [];

    /// <summary>A row for each word: how well each word would do as its head, then the root.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>A row for each word: how well each relation would do.</summary>
    public float[] Lines { get; private set; } = [];

    /// <summary>What a layer gave is what the next one takes.</summary>
    public void Swap() => (Input, Output) = (Output, Input);

    /// <summary>Makes room for a sentence.</summary>
    public void Grow(int words, NetworkShape shape)
    {
        Row = Filled(words + 1);
        if (words <= capacity)
        {
            return;
        }

        capacity = Math.Max(48, words * 2);
        Input = new float[capacity * shape.Width];
        Output = new float[capacity * shape.Width];
        Products = new float[capacity * 3 * shape.Width];
        Memory = new float[capacity * shape.Width];
        Ends = new float[capacity * shape.HeadWidth];
        Mixed = new float[capacity * Math.Max(shape.ArcWidth, shape.LabelWidth)];
        Turned = new float[Filled(capacity + 1) * shape.ArcWidth];
        Scores = new float[capacity * Filled(capacity + 1)];
        Lines = new float[capacity * shape.RelationRow];
    }

    private static int Filled(int count) => (count + Step - 1) / Step * Step;
}
