namespace Salient.Parsing;

/// <summary>The words that were common enough in training to stand for themselves.</summary>
internal sealed class Vocabulary
{
    private readonly ulong[] keys;
    private readonly Entry[] values;
    private readonly int mask;

    /// <param name="words">Words in the plain characters of <see cref="Keys.Plain"/>, with what is known of each.</param>
    /// <param name="name">The tag of a proper noun, for what can be nothing else; or -1.</param>
    public Vocabulary(IReadOnlyCollection<(string Word, Entry Entry)> words, short name)
    {
        Name = name;
        var size = 1024;
        while (size < words.Count * 2)
        {
            size *= 2;
        }

        mask = size - 1;
        keys = new ulong[size];
        values = new Entry[size];
        var index = 0;
        foreach (var (word, entry) in words)
        {
            var key = Keys.Of(word);
            var at = (int)key & mask;
            while (keys[at] != 0)
            {
                at = (at + 1) & mask;
            }

            keys[at] = key;
            values[at] = entry with { Index = index++ };
        }
    }

    /// <summary>What is known of a word.</summary>
    /// <param name="Ambiguity">Key of the tags that it had.</param>
    /// <param name="Sure">The one tag that it practically always had, or -1.</param>
    /// <param name="Index">Its place in the list, from 0.</param>
    public readonly record struct Entry(ulong Ambiguity, short Sure, int Index = 0);

    /// <summary>The tag of names of arms and of ranks written with hyphens.</summary>
    public short Name { get; }

    /// <summary>Looks a word up by its key.</summary>
    public bool Find(ulong key, out Entry entry)
    {
        for (var at = (int)key & mask; ; at = (at + 1) & mask)
        {
            if (keys[at] == key)
            {
                entry = values[at];
                return true;
            }

            if (keys[at] == 0)
            {
                entry = default;
                return false;
            }
        }
    }
}
