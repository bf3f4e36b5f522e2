using Salient.Locating.Names;

namespace Salient.Locating.Gazetteers;

/// <summary>Keys by sound, found by their consonants alone: for a name in another language's or case's form.</summary>
internal sealed class LooseTable
{
    private readonly Dictionary<ulong, int> heads;
    private readonly int[] next;

    public LooseTable(KeyTable keys)
    {
        heads = new Dictionary<ulong, int>(keys.Count);
        next = new int[keys.Count];
        Span<char> consonants = stackalloc char[512];
        for (var k = 0; k < keys.Count; k++)
        {
            var text = keys.Text(k);
            if (text[0] != KeyKind.Sound)
            {
                continue;
            }

            var n = Skeleton.Consonants(text[1..], consonants);
            var hash = KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), consonants[..n]);
            next[k] = heads.GetValueOrDefault(hash, 0);
            heads[hash] = k + 1;
        }
    }

    /// <summary>The first key with these consonants, or -1.</summary>
    public int First(ulong hash) => heads.GetValueOrDefault(hash, 0) - 1;

    /// <summary>The next one, or -1.</summary>
    public int Next(int key) => next[key] - 1;
}
