using System.Numerics;
using System.Runtime.CompilerServices;

namespace Salient.Coding.Scoring;

/// <summary>The rows of features by a key made of their names' characters, so that no name has to be put together to find its row.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class FeatureTable
{
    /// <summary>The key of no characters.</summary>
    public const ulong Start = 0xCBF29CE484222325;

    // A key is the number whose digits to the base of this are the characters: four of them are added at once, and no cut between parts changes it.
    private const ulong Base = 0xD6E8FEB86659FD93;
    private const ulong Base2 = unchecked(Base * Base);
    private const ulong Base3 = unchecked(Base2 * Base);
    private const ulong Base4 = unchecked(Base3 * Base);

    // Keys of like names lie side by side; times this they lie anywhere.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    // Bits of the filter for each slot: it is small enough to stay near the processor, and most names that are asked for are unknown.
    private const int Fine = 3;

    private readonly (ulong Key, int Row)[] slots;
    private readonly ulong[] filter;
    private readonly int shift;

    /// <param name="names">Names, in the order of their rows.</param>
    /// <exception cref="ArgumentException">Two names are one, or share a key.</exception>
    public FeatureTable(IReadOnlyList<string> names)
    {
        var size = 16;
        while (size < names.Count * 2)
        {
            size *= 2;
        }

        shift = 64 - BitOperations.Log2((uint)size);
        slots = new (ulong, int)[size];
        filter = new ulong[(size << Fine) / 64];
        for (var i = 0; i < names.Count; i++)
        {
            var key = Key(Start, names[i]);
            var at = Slot(key);
            if (slots[at].Key != 0)
            {
                throw new ArgumentException($"Two features share the key of '{names[i]}'.", nameof(names));
            }

            slots[at] = (key, i);
            var bit = Bit(key);
            filter[bit / 64] |= 1UL << (int)bit;
        }
    }

    /// <summary>The key of what <paramref name="key"/> stands for and <paramref name="more"/> after it.</summary>
    public static ulong Key(ulong key, ReadOnlySpan<char> more)
    {
        for (; more.Length >= 4; more = more[4..])
        {
            key = (key * Base4) + (more[0] * Base3) + (more[1] * Base2) + (more[2] * Base) + more[3];
        }

        foreach (var c in more)
        {
            key = (key * Base) + c;
        }

        return key;
    }

    /// <summary>The key of what <paramref name="key"/> stands for and some characters that are known where the program is compiled: the few they mostly are become one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Literal(ulong key, string more) => more.Length switch
    {
        1 => (key * Base) + more[0],
        2 => (key * Base2) + (more[0] * Base) + more[1],
        3 => (key * Base3) + (more[0] * Base2) + (more[1] * Base) + more[2],
        _ => Key(key, more),
    };

    /// <summary>What a key is multiplied by when so many characters are put after it.</summary>
    public static ulong Power(int characters)
    {
        var power = 1UL;
        for (; characters >= 4; characters -= 4)
        {
            power *= Base4;
        }

        for (; characters > 0; characters--)
        {
            power *= Base;
        }

        return power;
    }

    /// <summary>The row of the feature with <paramref name="key"/>, or -1.</summary>
    public int Find(ulong key)
    {
        var bit = Bit(key);
        if ((filter[bit / 64] >> (int)bit & 1) == 0)
        {
            return -1;
        }

        var (known, row) = slots[Slot(key)];
        return known == 0 ? -1 : row;
    }

    /// <summary>The row of <paramref name="name"/>, or -1.</summary>
    public int Find(string name) => Find(Key(Start, name));

    private ulong Bit(ulong key) => (key * Spread) >> (shift - Fine);

    private int Slot(ulong key)
    {
        var at = (int)((key * Spread) >> shift);
        while (slots[at].Key is not 0 and var other && other != key)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
    }
}
