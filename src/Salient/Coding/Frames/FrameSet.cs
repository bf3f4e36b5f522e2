using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Frames;

/// <summary>All frames of a language, indexed by the lemma that they fire on. Immutable and thread-safe.</summary>
public sealed class FrameSet
{
    private readonly Dictionary<string, (Frame Frame, Trigger Trigger)[]> byLemma;
    private readonly ImmutableDictionary<string, WordList> lists;
    private readonly VerbForms forms;

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
        forms = new VerbForms(frames.SelectMany(f => f.Triggers).Where(t => t.Class == TriggerClass.Verb).Select(t => t.Lemma).Distinct(StringComparer.OrdinalIgnoreCase), List("irregular-verbs"));
    }

    /// <summary>The frames, in the order that they were read.</summary>
    public ImmutableArray<Frame> Frames { get; }

    /// <summary>What counted nouns stand for.</summary>
    public ImmutableArray<CountedNoun> Nouns { get; }

    /// <summary>The list called <paramref name="name"/>; empty where no file has it.</summary>
    public WordList List(string name) => lists.TryGetValue(name, out var list) ? list : Empty;

    private static WordList Empty { get; } = new("empty", []);

    /// <summary>The frames that may fire on a word: by its lemma, by its singular, and by the verb that its form belongs to.</summary>
    internal (Frame Frame, Trigger Trigger)[] At(Token token)
    {
        var own = byLemma.GetValueOrDefault(token.Lemma) ?? [];
        if (token.Tag is not (Upos.NOUN or Upos.PROPN) && !string.Equals(token.Form, token.Lemma, StringComparison.OrdinalIgnoreCase) && byLemma.TryGetValue(token.Form, out var nouns))
        {
            own = [.. own, .. nouns.Where(n => n.Trigger.Class != TriggerClass.Verb)];
        }

        own = own.Length > 0 ? own : (WordList.Singular(token) is { } singular ? byLemma.GetValueOrDefault(singular) : null) ?? [];
        return forms.Lemma(token.Form) is { } verb && !string.Equals(verb, token.Lemma, StringComparison.OrdinalIgnoreCase) && byLemma.TryGetValue(verb, out var more)
            ? [.. own, .. more.Where(m => m.Trigger.Class == TriggerClass.Verb)]
            : own;
    }

    /// <summary>True where the word's form is an inflected form of a verb that frames fire on.</summary>
    internal bool VerbForm(Token token) => forms.Lemma(token.Form) is not null;

    /// <summary>True where the word is the bare form of a verb that frames fire on.</summary>
    internal bool VerbLemma(Token token) => byLemma.TryGetValue(token.Form, out var found) && Array.Exists(found, f => f.Trigger.Class == TriggerClass.Verb);

    /// <summary>True where the word, or its singular, is a noun that frames fire on.</summary>
    internal bool NounTrigger(Token token) =>
        new[] { token.Form, token.Form[^1] == 's' ? token.Form[..^1] : token.Form }
            .Any(w => byLemma.TryGetValue(w, out var found) && Array.Exists(found, f => f.Trigger.Class == TriggerClass.Noun));
}

/// <summary>What a counted noun stands for: "personnel carrier" is unit apc, category apc.</summary>
/// <param name="Words">The nouns.</param>
/// <param name="Unit">The codebook's unit, or null: the noun itself.</param>
/// <param name="Category">The codebook's category of loss, or null.</param>
public sealed record CountedNoun(WordList Words, string? Unit, string? Category);
