using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>Takes out names that a sentence's mentions know as a person, a force, a weapon or a post.</summary>
internal static class Persons
{
    /// <summary>Removes them from <paramref name="mentions"/>.</summary>
    public static void Remove(List<NameMention> mentions, ImmutableArray<Sentence> sentences)
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

            return at < sentences.Length && sentences[at].Mentions.Any(o => Other(o) && o.Span.Contains(m.Span) && o.Span != m.Span | o.Entry is not null);
        });
    }

    private static bool Other(Mention mention) => mention.Type is MentionType.Person or MentionType.Weapon;
}
