using System.Collections.Frozen;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Attributing;

/// <summary>An entry of the theatre's lexicon as it stands in a sentence.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Entry">The entry.</param>
internal readonly record struct NameHit(int First, int Last, LexiconEntry Entry);

/// <summary>Finds the theatre's names among the words of a sentence, the longest first.</summary>
internal sealed class NameIndex
{
    private readonly FrozenDictionary<string, LexiconEntry> forms;
    private readonly int longest;

    public NameIndex(Theatre theatre)
    {
        var all = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var entry in theatre.Lexicon)
        {
            if (entry.Type is MentionType.Weapon)
            {
                continue;
            }

            foreach (var form in entry.Forms)
            {
                all.TryAdd(form, entry);
                longest = Math.Max(longest, form.Count(c => c is ' ' or '-' or '\'' or '.') + 2);
            }
        }

        forms = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names within words <paramref name="first"/> to <paramref name="last"/>, in order, not overlapping.</summary>
    public List<NameHit> Find(string text, Sentence s, int first, int last)
    {
        var result = new List<NameHit>();
        for (var i = first; i <= last; i++)
        {
            for (var j = Math.Min(last, i + longest); j >= i; j--)
            {
                if (Entry(text[s.Tokens[i].Span.Start..s.Tokens[j].Span.End]) is { } entry)
                {
                    result.Add(new NameHit(i, j, entry));
                    i = j;
                    break;
                }
            }
        }

        return result;
    }

    /// <summary>The entry written as <paramref name="form"/>, or null.</summary>
    public LexiconEntry? Entry(string form) => forms.GetValueOrDefault(form.Replace('’', '\''));
}
