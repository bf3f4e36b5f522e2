using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Frames;

/// <summary>A named list of words and of short multiword terms, matched by lemma and by form, whatever the case.</summary>
public sealed class WordList
{
    private readonly HashSet<string> single = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string[]>> multi = new(StringComparer.OrdinalIgnoreCase);

    // By length, a bit for each first character that a word of it has: what most words are told apart by.
    private readonly ulong[] begun = new ulong[64];

    /// <summary>Makes a list of <paramref name="words"/>; a term's words stand apart by spaces or hyphens.</summary>
    public WordList(string name, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        Name = name;
        Words = [.. words];
        foreach (var word in Words)
        {
            var parts = word.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            single.Add(word);
            Note(word);
            if (parts.Length > 1)
            {
                if (!multi.TryGetValue(parts[^1], out var terms))
                {
                    multi[parts[^1]] = terms = [];
                }

                terms.Add(parts);
                Note(parts[^1]);
            }
        }
    }

    private void Note(string word)
    {
        if (word.Length > 0)
        {
            begun[Math.Min(word.Length, begun.Length - 1)] |= char.IsAscii(word[0]) ? Bit(word[0]) : ulong.MaxValue;
        }
    }

    private static ulong Bit(char first) => 1UL << (first & 0x1F);

    // Characters beyond ASCII may have others of which they are a case; they are looked up.
    private bool Maybe(char first, int length) => !char.IsAscii(first) || (begun[Math.Min(length, begun.Length - 1)] & Bit(first)) != 0;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its words as written.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>True where it has <paramref name="word"/> itself.</summary>
    public bool Has(string word) => single.Contains(word);

    /// <summary>True where the word at <paramref name="head"/>, or the term that ends there, is in the list.</summary>
    public bool Matches(Sentence sentence, int head) => Length(sentence, head) > 0;

    /// <summary>How many words of the sentence the longest term that ends at <paramref name="head"/> has; 0 where none does.</summary>
    public int Length(Sentence sentence, int head)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var token = sentence.Tokens[head];
        var (form, lemma) = (token.Form, token.Lemma);
        if (form.Length > 0 && lemma.Length > 0 && !Maybe(form[0], form.Length) && !Maybe(lemma[0], lemma.Length) && !Maybe(lemma[0], lemma.Length - 1))
        {
            // The singular is as long as the lemma or one shorter, and begins as it does.
            return 0;
        }

        var singular = Singular(token);
        var best = single.Contains(token.Lemma) || single.Contains(token.Form) || (singular is not null && single.Contains(singular)) ? 1 : 0;
        if (multi.Count == 0)
        {
            return best;
        }

        foreach (var key in (ReadOnlySpan<string?>)[token.Lemma, token.Form, singular])
        {
            if (key is null)
            {
                continue;
            }

            if (multi.TryGetValue(key, out var terms))
            {
                foreach (var term in terms)
                {
                    if (term.Length > best && EndsAt(sentence, head, term))
                    {
                        best = term.Length;
                    }
                }
            }
        }

        return best;
    }

    // Lemmas of plurals that have no everyday singular ("troops") are listed in either form; "servicemen" may have stayed as it is.
    internal static string? Singular(Token token) =>
        token.Tag is not (Upos.NOUN or Upos.PROPN) || token.Lemma.Length < 4 ? null
        : token.Lemma[^1] == 's' ? token.Lemma[..^1]
        : token.Lemma.EndsWith("men", StringComparison.Ordinal) ? string.Concat(token.Lemma.AsSpan(0, token.Lemma.Length - 3), "man") : null;

    private static bool EndsAt(Sentence sentence, int head, string[] term)
    {
        var t = head - 1;
        for (var w = term.Length - 2; w >= 0; w--, t--)
        {
            while (t >= 0 && sentence.Tokens[t].Form is "-" or "‐" or "–")
            {
                t--;
            }

            if (t < 0)
            {
                return false;
            }

            var token = sentence.Tokens[t];
            if (!Same(token.Form, term[w]) && !Same(token.Lemma, term[w]))
            {
                // One token for two words: "anti-aircraft".
                if (w == 0 || !Same(token.Form, term[w - 1] + "-" + term[w]))
                {
                    return false;
                }

                w--;
            }
        }

        return true;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
