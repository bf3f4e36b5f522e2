using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>Which features of a position are learnt from: none that were seen but once, and a part of the others left out by chance.</summary>
/// <remarks>Rare combinations would otherwise explain the training data away, and the common ones would never be learnt.</remarks>
/// <param name="bits">Bits of the rows that are learnt.</param>
/// <param name="least">How often a feature must have been seen in the first epoch.</param>
/// <param name="dropped">How many of 256 are left out.</param>
/// <param name="seed">Decides which.</param>
internal sealed class Thinning(int bits, int least, int dropped, int seed)
{
    /// <summary>Bits of the rows that features are counted by: nearly no two share one.</summary>
    public const int CountBits = 26;

    private readonly byte[] seen = new byte[1 << CountBits];
    private ulong state = Keys.Mix((ulong)seed);

    /// <summary>Keeps the rows to learn from, given in <see cref="CountBits"/> bits, and says how many are left.</summary>
    public int Keep(Span<uint> rows, bool counting)
    {
        var kept = 0;
        var chance = 0UL;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (counting && seen[row] < 255)
            {
                seen[row]++;
            }

            if (i % 8 == 0)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                chance = state;
            }

            if (seen[row] >= least && (int)(chance & 255) >= dropped)
            {
                rows[kept++] = row >> (CountBits - bits);
            }

            chance >>= 8;
        }

        return kept;
    }
}
