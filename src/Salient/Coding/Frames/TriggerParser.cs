using System.Collections.Immutable;

namespace Salient.Coding.Frames;

/// <summary>Reads a trigger as a frame file writes it: "capture", "take over", "air strike", "take &gt; obj:control".</summary>
internal static class TriggerParser
{
    private static readonly HashSet<string> Relations = ["obj", "subj", "obl", "prt", "xcomp", "adv", "mod", "nmod", "case", "cop", "conj", "gov", "any"];

    /// <summary>Parses <paramref name="text"/>.</summary>
    /// <param name="text">The trigger.</param>
    /// <param name="type">What kind of word its head is.</param>
    /// <param name="list">Gives a list by name, or null.</param>
    /// <param name="wrong">What is wrong with it, or null.</param>
    public static Trigger? Parse(string text, TriggerClass type, Func<string, WordList?> list, out string? wrong)
    {
        wrong = null;
        var parts = text.Split('>', StringSplitOptions.TrimEntries);
        var words = parts[0].ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            wrong = $"The trigger '{text}' names no word.";
            return null;
        }

        var dependents = ImmutableArray.CreateBuilder<Dependent>();
        foreach (var part in parts.Skip(1))
        {
            if (ParseDependent(part, list, out wrong) is not { } dependent)
            {
                wrong = $"In the trigger '{text}': {wrong}";
                return null;
            }

            dependents.Add(dependent);
        }

        if (type != TriggerClass.Verb)
        {
            return new Trigger(words[^1], [.. words[..^1]], type, dependents.ToImmutable());
        }

        // What follows a verb is its particle: "take over", "push past".
        foreach (var particle in words.Skip(1))
        {
            dependents.Add(new Dependent("prt", new WordList(particle, [particle]), null));
        }

        return new Trigger(words[0], [], type, dependents.ToImmutable());
    }

    private static Dependent? ParseDependent(string text, Func<string, WordList?> list, out string? wrong)
    {
        wrong = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !Relations.Contains(text[..colon]))
        {
            wrong = $"'{text}' does not begin with a relation ({string.Join(", ", Relations.Order())}) and a colon.";
            return null;
        }

        var rest = text[(colon + 1)..];
        string? preposition = null;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            preposition = rest[(slash + 1)..];
            rest = rest[..slash];
        }

        var words = new List<string>();
        foreach (var word in rest.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] != '@')
            {
                words.Add(word);
            }
            else if (list(word[1..]) is { } named)
            {
                words.AddRange(named.Words);
            }
            else
            {
                wrong = $"There is no list '{word[1..]}'.";
                return null;
            }
        }

        if (words.Count == 0)
        {
            wrong = $"'{text}' names no word.";
            return null;
        }

        return new Dependent(text[..colon], new WordList(rest, words), preposition);
    }
}
