namespace Salient.Layers;

/// <summary>What one thread runs transformer layers in, kept from batch to batch.</summary>
internal sealed class TransformerBuffers
{
    /// <summary>Rows that are worked over together: few enough to stay near the processor.</summary>
    public const int Together = 48;

    private int capacity;

    /// <summary>Pieces x width: what a layer is given and what it leaves.</summary>
    public float[] States { get; private set; } = [];

    /// <summary>Pieces x width: what they ask, then what they have heard.</summary>
    public float[] Heard { get; private set; } = [];

    /// <summary>Pieces x two widths: what answers, what is passed on.</summary>
    public float[] Answers { get; private set; } = [];

    /// <summary><see cref="Together"/> x width.</summary>
    public float[] Between { get; private set; } = [];

    /// <summary><see cref="Together"/> x four widths.</summary>
    public float[] Wide { get; private set; } = [];

    /// <summary>What one head hears in.</summary>
    public float[] Head { get; private set; } = [];

    /// <summary>What is multiplied.</summary>
    public ByteRows Rows { get; } = new();

    /// <summary>Makes room.</summary>
    /// <param name="pieces">Pieces of all sentences.</param>
    /// <param name="longest">Pieces of the longest.</param>
    /// <param name="width">Columns.</param>
    public void Grow(int pieces, int longest, int width)
    {
        if (pieces * width > capacity)
        {
            var size = Math.Max(256, pieces * 3 / 2) * width;
            (States, Heard, Answers) = (new float[size], new float[size], new float[size * 2]);
            capacity = size;
        }

        if (Together * width > Between.Length)
        {
            (Between, Wide) = (new float[Together * width], new float[Together * width * 4]);
        }

        if (Attention.Room(longest) > Head.Length)
        {
            Head = new float[Attention.Room(longest) * 2];
        }
    }
}
