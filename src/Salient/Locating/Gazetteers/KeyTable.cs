using System.Runtime.CompilerServices;

namespace Salient.Locating.Gazetteers;

/// <summary>A place that a key finds.</summary>
/// <param name="Place">Its index.</param>
/// <param name="Grade">How the key stands to its name.</param>
internal readonly record struct Posting(int Place, NameGrade Grade);

/// <summary>Keys to places: an open table of 64-bit hashes. The same key may stand in it once for each file.</summary>
internal sealed class KeyTable
{
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private readonly char[] text;
    private readonly int[] starts;
    private readonly int[] postingStarts;
    private readonly Posting[] postings;
    private readonly ulong[] hashes;
    private readonly int[] slots;
    private readonly int mask;

    // A bit for each of many hashes: what is not there, as most is, is told without a look at the table, which is large.
    private readonly ulong[] seen;
    private readonly int turn;
    private readonly Lazy<LooseTable> loose;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public KeyTable(char[] text, int[] starts, int[] postingStarts, Posting[] postings)
    {
        (this.text, this.starts, this.postingStarts, this.postings) = (text, starts, postingStarts, postings);
        var size = 16;
        while (size < starts.Length * 2)
        {
            size *= 2;
        }

        mask = size - 1;
        seen = new ulong[size / 8];
        turn = 64 - System.Numerics.BitOperations.Log2((uint)size) - 3;
        hashes = new ulong[size];
        slots = new int[size];
        for (var k = 0; k + 1 < starts.Length; k++)
        {
            var hash = Seed;
            for (var i = starts[k]; i < starts[k + 1]; i++)
            {
                hash = (hash ^ text[i]) * Prime;
            }

            var slot = (int)((hash >> 20) & (uint)mask);
            while (hashes[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            hashes[slot] = Taken(hash);
            slots[slot] = k;
            var bit = Bit(hash);
            seen[bit >> 6] |= 1UL << (int)bit;
        }

        loose = new Lazy<LooseTable>(() => new LooseTable(this));
    }

    /// <summary>Keys held.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Keys by their consonants; made when first asked for.</summary>
    public LooseTable Loose => loose.Value;

    /// <summary>Hash of a key's kind, to go on from.</summary>
    public static ulong Hash(char kind) => (Seed ^ kind) * Prime;

    /// <summary>Goes on with <paramref name="more"/>.</summary>
    public static ulong Hash(ulong hash, ReadOnlySpan<char> more)
    {
        foreach (var c in more)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    private ulong Bit(ulong hash) => (hash * 0x9E3779B97F4A7C15) >> turn;

    private bool Maybe(ulong hash)
    {
        var bit = Bit(hash);
        return (seen[bit >> 6] & (1UL << (int)bit)) != 0;
    }

    // Zero is what an empty slot holds; most of what is looked for is found missing by that alone.
    private static ulong Taken(ulong hash) => hash == 0 ? 1 : hash;

    /// <summary>The key's letters, its kind first.</summary>
    public ReadOnlySpan<char> Text(int key) => text.AsSpan(starts[key]..starts[key + 1]);

    /// <summary>The places of one key.</summary>
    public ReadOnlySpan<Posting> Postings(int key) => postings.AsSpan(postingStarts[key]..postingStarts[key + 1]);

    /// <summary>True where a key has this hash.</summary>
    public bool Has(ulong hash)
    {
        if (!Maybe(hash))
        {
            return false;
        }

        for (var slot = (int)((hash >> 20) & (uint)mask); hashes[slot] != 0; slot = (slot + 1) & mask)
        {
            if (hashes[slot] == Taken(hash))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the places of every key with this hash to <paramref name="into"/>; returns whether there was one.</summary>
    public bool Find(ulong hash, List<Posting> into)
    {
        if (!Maybe(hash))
        {
            return false;
        }

        var found = false;
        for (var slot = (int)((hash >> 20) & (uint)mask); hashes[slot] != 0; slot = (slot + 1) & mask)
        {
            if (hashes[slot] == Taken(hash))
            {
                into.AddRange(Postings(slots[slot]));
                found = true;
            }
        }

        return found;
    }
}
