using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Frames;

/// <summary>All frames of a language, indexed by the lemma that they fire on. Immutable and thread-safe.</summary>
public sealed class FrameSet
{
    private readonly Dictionary<string, (Frame Frame, Trigger Trigger)[]> byLemma;
    private readonly ImmutableDictionary<string, WordList> lists;

    /// <summary>Indexes <paramref name="frames"/>.</summary>
    /// <param name="frames">The frames, in the order that they were read.</param>
    /// <param name="lists">Word lists by name.</param>
    /// <param name="nouns">What a counted noun stands for, by its words.</param>
    public FrameSet(ImmutableArray<Frame> frames, ImmutableDictionary<string, WordList> lists, ImmutableArray<CountedNoun> nouns)
    {
        ArgumentNullException.ThrowIfNull(lists);
        Frames = frames;
        this.lists = lists;
        Nouns = nouns;
        byLemma = frames.SelectMany(f => f.Triggers.Select(t => (f, t)))
            .GroupBy(p => p.t.Lemma, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The frames, in the order that they were read.</summary>
    public ImmutableArray<Frame> Frames { get; }

    /// <summary>What counted nouns stand for.</summary>
    public ImmutableArray<CountedNoun> Nouns { get; }

    /// <summary>The list called <paramref name="name"/>; empty where no file has it.</summary>
    public WordList List(string name) => lists.TryGetValue(name, out var list) ? list : Empty;

    private static WordList Empty { get; } = new("empty", []);

    internal ReadOnlySpan<(Frame Frame, Trigger Trigger)> At(string lemma) => byLemma.TryGetValue(lemma, out var found) ? found : [];
}

/// <summary>What a counted noun stands for: "personnel carrier" is unit apc, category apc.</summary>
/// <param name="Words">The nouns.</param>
/// <param name="Unit">The codebook's unit, or null: the noun itself.</param>
/// <param name="Category">The codebook's category of loss, or null.</param>
public sealed record CountedNoun(WordList Words, string? Unit, string? Category);
