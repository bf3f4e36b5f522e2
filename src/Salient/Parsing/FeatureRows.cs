using System.Runtime.CompilerServices;

namespace Salient.Parsing;

/// <summary>The rows of one position: those of tags and shapes of the tree, few and heavy, apart from those with words in them.</summary>
internal sealed class FeatureRows(int tagBits, int wordBits)
{
    private readonly uint[] tags = new uint[128];
    private readonly uint[] words = new uint[128];
    private int tagCount;
    private int wordCount;

    public Span<uint> Tags => tags.AsSpan(0, tagCount);

    public Span<uint> Words => words.AsSpan(0, wordCount);

    public void Clear() => tagCount = wordCount = 0;

    /// <summary>Keeps only the first rows, after thinning.</summary>
    public void Cut(int keptTags, int keptWords) => (tagCount, wordCount) = (keptTags, keptWords);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tag(ulong template, ulong a, ulong b = 0, ulong c = 0) => tags[tagCount++] = Keys.Row(template, a, b, c, tagBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Word(ulong template, ulong a, ulong b = 0, ulong c = 0) => words[wordCount++] = Keys.Row(template, a, b, c, wordBits);
}
