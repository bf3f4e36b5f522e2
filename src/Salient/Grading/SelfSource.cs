using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Grading;

/// <summary>Who acts in a speech act as its source: a side, a body or a person can speak, a thing that belongs to one cannot.</summary>
internal static class SelfSource
{
    private static readonly string[] Ends = ["of", "in", "on", "at", "to", "for", "from", "with", "about", "who", "which", "that"];

    /// <summary>The source, or null where the actor's words name what does not speak: "the invasion", "a visit of the inspectors".</summary>
    /// <param name="modality">Knows the nouns for who speaks.</param>
    /// <param name="s">The sentence.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cue">The word by which he speaks, or null.</param>
    public static ClaimSource? Of(Modality modality, Sentence s, Party actor, string? cue)
    {
        var words = actor.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = Array.FindIndex(words, 1 <= words.Length ? 1 : 0, w => Array.IndexOf(Ends, w) >= 0 || w.StartsWith('('));
        var head = words.Length == 0 ? "" : words[(end < 0 ? words.Length : end) - 1].Trim(',', '.', '"', '“', '”');
        if (head.Length == 0 || Pronoun(head))
        {
            return null;
        }

        var named = char.IsUpper(head[0]);
        if (named ? Time(s, head) : !modality.Has("voice", head.Lowered()))
        {
            return null;
        }

        var official = named ? Person(s.Mentions, head) : !modality.Has("body", head.Lowered());
        return new ClaimSource(actor.Name, official ? "official" : "government", actor.Side, false, cue);
    }

    private static bool Pronoun(string word) => word.Lowered() is "he" or "she" or "it" or "they" or "we" or "i" or "you" or "his" or "her" or "its" or "their" or "our";

    private static bool Time(Sentence s, string head) => s.Mentions.Any(m => m.Type == MentionType.Time && m.Name.Contains(head, StringComparison.Ordinal));

    private static bool Person(ImmutableArray<Mention> mentions, string head) => mentions.Any(m => m.Type == MentionType.Person && m.Name.EndsWith(head, StringComparison.Ordinal));
}
