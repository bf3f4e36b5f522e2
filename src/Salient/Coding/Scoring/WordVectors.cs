using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Salient.Records;

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

    /// <summary>The row of a word's direction, by its form or else its lemma; -1 where neither is known.</summary>
    public int Find(Token token) => rows.TryGetValue(token.Form.Lowered(), out var row) || rows.TryGetValue(token.Lemma.Lowered(), out row) ? row : -1;

    /// <summary>Adds a row's direction to <paramref name="to"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="to"><see cref="Size"/> numbers.</param>
    public void Add(int row, Span<float> to)
    {
        var scale = scales[row];
        var own = cells.AsSpan(row * Size, Size);
        var i = 0;
        for (; i + 8 <= own.Length; i += 8)
        {
            var whole = Vector256.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadInt64LittleEndian(MemoryMarshal.AsBytes(own[i..]))).AsSByte()).ToVector256());
            (Vector256.Create(to[i..]) + (Vector256.ConvertToSingle(whole) * scale)).CopyTo(to[i..]);
        }

        for (; i < own.Length; i++)
        {
            to[i] += own[i] * scale;
        }
    }
}
