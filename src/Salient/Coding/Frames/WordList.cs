using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Frames;

/// <summary>A named list of words and of short multiword terms, matched by lemma and by form, whatever the case.</summary>
public sealed class WordList
{
    private readonly HashSet<string> single = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string[]>> multi = new(StringComparer.OrdinalIgnoreCase);

    // A bit for each first character, last character and length that a word of it has: what most words are told apart by.
    private readonly ulong[] outlines = new ulong[128];

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
        if (word.Length == 0)
        {
            return;
        }

        if (!char.IsAscii(word[0]) || !char.IsAscii(word[^1]))
        {
            // Characters beyond ASCII may have others of which they are a case: all are looked up.
            Array.Fill(outlines, ulong.MaxValue);
            return;
        }

        var outline = Outline(word);
        outlines[outline / 64] |= 1UL << outline;
    }

    private static int Outline(ReadOnlySpan<char> word) => (word[0] & 0x1F) | ((word[^1] & 0x1F) << 5) | ((word.Length & 7) << 10);

    private bool Maybe(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsAscii(word[0]) || !char.IsAscii(word[^1]))
        {
            return true;
        }

        var outline = Outline(word);
        return (outlines[outline / 64] >> outline & 1) != 0;
    }

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
        if (!Maybe(lemma) && !Maybe(form) && (lemma[^1] != 's' || !Maybe(lemma.AsSpan(0, lemma.Length - 1))))
        {
            // The singular is the lemma without its "s", or begins and ends as it does and is as long.
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
