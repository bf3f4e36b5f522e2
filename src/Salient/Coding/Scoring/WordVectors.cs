using System.Collections.Frozen;

namespace Salient.Coding.Scoring;

/// <summary>Where frequent words stand among one another: a direction of <see cref="Size"/> numbers for each, learned from running text.</summary>
/// <remarks>Immutable and thread-safe. Words are in lower case; a vector has length 1 within rounding.</remarks>
internal sealed class WordVectors
{
    private readonly FrozenDictionary<string, int> rows;
    private readonly sbyte[] cells;
    private readonly float[] scales;

    /// <param name="words">The words, most frequent first.</param>
    /// <param name="cells">Their numbers, one row a word, to be multiplied by the row's scale.</param>
    /// <param name="scales">A scale a word.</param>
    public WordVectors(string[] words, sbyte[] cells, float[] scales)
    {
        Words = words;
        this.cells = cells;
        this.scales = scales;
        Size = words.Length == 0 ? 0 : cells.Length / words.Length;
        rows = Enumerable.Range(0, words.Length).ToFrozenDictionary(i => words[i], i => i, StringComparer.Ordinal);
    }

    /// <summary>None: every word is unknown.</summary>
    public static WordVectors Empty { get; } = new([], [], []);

    /// <summary>Numbers a word.</summary>
    public int Size { get; }

    public IReadOnlyList<string> Words { get; }

    public ReadOnlySpan<sbyte> Cells => cells;

    public ReadOnlySpan<float> Scales => scales;

    /// <summary>Adds the vector of <paramref name="word"/> to <paramref name="to"/>; false where it is not known.</summary>
    public bool Add(string word, Span<float> to)
    {
        if (!rows.TryGetValue(word, out var row))
        {
            return false;
        }

        var scale = scales[row];
        var own = cells.AsSpan(row * Size, Size);
        for (var i = 0; i < own.Length; i++)
        {
            to[i] += own[i] * scale;
        }

        return true;
    }
}
