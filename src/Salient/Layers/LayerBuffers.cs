namespace Salient.Layers;

/// <summary>What one thread runs layers in, kept from sentence to sentence.</summary>
internal sealed class LayerBuffers
{
    private int capacity;

    /// <summary>Words x width: what the first layer is given; after a run, what the last one gave.</summary>
    public float[] Input { get; private set; } = [];

    public float[] Output { get; private set; } = [];

    public float[] Products { get; private set; } = [];

    public float[] Memory { get; private set; } = [];

    /// <summary>What a layer gave is what the next one takes.</summary>
    public void Swap() => (Input, Output) = (Output, Input);

    /// <summary>Makes room for a sentence.</summary>
    public void Grow(int words, int width)
    {
        if (words * width <= capacity)
        {
            return;
        }

        capacity = Math.Max(48, words * 2) * width;
        Input = new float[capacity];
        Output = new float[capacity];
        Products = new float[capacity * 3];
        Memory = new float[capacity];
    }
}
