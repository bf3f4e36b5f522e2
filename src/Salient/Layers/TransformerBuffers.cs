namespace Salient.Layers;

/// <summary>What one thread runs transformer layers in, kept from batch to batch.</summary>
internal sealed class TransformerBuffers
{
    private int capacity;

    /// <summary>Pieces x width: what a layer is given and what it leaves.</summary>
    public float[] States { get; private set; } = [];

    /// <summary>Pieces x width.</summary>
    public float[] Between { get; private set; } = [];

    /// <summary>Pieces x four widths.</summary>
    public float[] Wide { get; private set; } = [];

    /// <summary>One head's answers, turned, and one piece's weights.</summary>
    public float[] Head { get; private set; } = [];

    /// <summary>Makes room.</summary>
    /// <param name="pieces">Pieces of all sentences.</param>
    /// <param name="longest">Pieces of the longest.</param>
    /// <param name="width">Columns.</param>
    public void Grow(int pieces, int longest, int width)
    {
        if (pieces * width > capacity)
        {
            var size = Math.Max(256, pieces * 3 / 2) * width;
            (States, Between, Wide) = (new float[size], new float[size], new float[size * 4]);
            capacity = size;
        }

        var head = (TransformerLayer.HeadWidth + 1) * Lanes.Up(longest);
        if (head > Head.Length)
        {
            Head = new float[head * 2];
        }
    }
}
