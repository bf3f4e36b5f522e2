namespace Salient.Layers;

/// <summary>Rows as products of bytes take them: each rounded by its own measure. Kept from product to product.</summary>
internal sealed class ByteRows
{
    private int[] packed = [];
    private float[] units = [];
    private int fours;

    /// <summary>The rows, as <see cref="ByteProducts.Pack"/> lays them out.</summary>
    public ReadOnlySpan<int> Packed => packed;

    /// <summary>What one of each row is worth.</summary>
    public ReadOnlySpan<float> Units => units.AsSpan(0, Count);

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Takes rows in, in place of what was there.</summary>
    /// <param name="a">Rows x inner.</param>
    /// <param name="inner">Columns.</param>
    /// <param name="count">Rows.</param>
    public void Fill(ReadOnlySpan<float> a, int inner, int count)
    {
        (fours, Count) = ((inner + 3) / 4, count);
        if (ByteProducts.Size(count, fours) > packed.Length)
        {
            packed = new int[ByteProducts.Size(count, fours) * 3 / 2];
        }

        if (count > units.Length)
        {
            units = new float[count * 3 / 2];
        }

        ByteProducts.Pack(a, inner, inner, packed, units.AsSpan(0, count));
    }

    /// <summary>Keeps some rows.</summary>
    /// <param name="wanted">Which, ascending.</param>
    public void Keep(ReadOnlySpan<int> wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] != i)
            {
                packed.AsSpan(wanted[i] * fours, fours).CopyTo(packed.AsSpan(i * fours));
                units[i] = units[wanted[i]];
            }
        }

        Count = wanted.Length;
    }
}
