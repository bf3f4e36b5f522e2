namespace Salient.Coding.Scoring;

/// <summary>The rows of features by a key made of their names' characters, so that no name has to be put together to find its row.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class FeatureTable
{
    /// <summary>The key of no characters.</summary>
    public const ulong Start = 0xCBF29CE484222325;

    private const ulong Factor = 0x100000001B3;
    private readonly ulong[] keys;
    private readonly int[] rows;
    private readonly int mask;

    /// <param name="names">Names, in the order of their rows.</param>
    /// <exception cref="ArgumentException">Two names are one, or share a key.</exception>
    public FeatureTable(IReadOnlyList<string> names)
    {
        var size = 16;
        while (size < names.Count * 3)
        {
            size *= 2;
        }

        mask = size - 1;
        keys = new ulong[size];
        rows = new int[size];
        for (var i = 0; i < names.Count; i++)
        {
            var key = Key(Start, names[i]);
            var at = Slot(key);
            if (keys[at] != 0)
            {
                throw new ArgumentException($"Two features share the key of '{names[i]}'.", nameof(names));
            }

            (keys[at], rows[at]) = (key, i);
        }
    }

    /// <summary>The key of what <paramref name="key"/> stands for and <paramref name="more"/> after it.</summary>
    public static ulong Key(ulong key, ReadOnlySpan<char> more)
    {
        foreach (var c in more)
        {
            key = (key ^ c) * Factor;
        }

        return key;
    }

    /// <summary>The row of the feature with <paramref name="key"/>, or -1.</summary>
    public int Find(ulong key)
    {
        var at = Slot(key);
        return keys[at] == 0 ? -1 : rows[at];
    }

    /// <summary>The row of <paramref name="name"/>, or -1.</summary>
    public int Find(string name) => Find(Key(Start, name));

    private int Slot(ulong key)
    {
        var at = (int)(key >> 24) & mask;
        while (keys[at] != 0 && keys[at] != key)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
