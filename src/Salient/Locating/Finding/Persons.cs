using System.Collections.Immutable;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>Takes out names that a sentence's mentions know as a person, a force, a weapon or a post.</summary>
internal static class Persons
{
    /// <summary>Removes them from <paramref name="mentions"/>.</summary>
    public static void Remove(string text, List<NameMention> mentions, ImmutableArray<Sentence> sentences)
    {
        if (sentences.IsDefaultOrEmpty || mentions.Count == 0)
        {
            return;
        }

        var at = 0;
        mentions.RemoveAll(m =>
        {
            while (at < sentences.Length && sentences[at].Span.End <= m.Span.Start)
            {
                at++;
            }

            return at < sentences.Length && sentences[at].Mentions.Any(o => Other(o) && o.Span.Contains(m.Span) && (o.Entry is not null || Named(text, o.Span, m.Span)));
        });
    }

    /// <summary>True where the words of a person that no lexicon knows stand beside the name as a first name does: not joined by a hyphen or a bracket.</summary>
    private static bool Named(string text, TextSpan person, TextSpan name)
    {
        if (person == name)
        {
            return false;
        }

        foreach (var c in person.Of(text))
        {
            if (c != ' ' && c != '.' && !char.IsLetter(c) && !Letters.IsMark(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Other(Mention mention) => mention.Type is MentionType.Person or MentionType.Weapon;
}
