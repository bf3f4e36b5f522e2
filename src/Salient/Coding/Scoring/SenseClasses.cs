using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Which classes a word belongs to, by lemma and part of speech: "vow" is a word of declaring and of threatening.</summary>
/// <remarks>Immutable and thread-safe. Classes are numbered in the order of their names' first appearance.</remarks>
public sealed class SenseClasses
{
    // By the letter of the part of speech.
    private readonly FrozenDictionary<string, WordSense>?[] senses = new FrozenDictionary<string, WordSense>?[128];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    internal SenseClasses(IEnumerable<(string Class, char Tag, string Word)> entries)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var found = new Dictionary<(string Word, char Tag), List<int>>();
        foreach (var (name, tag, word) in entries)
        {
            if (!numbers.TryGetValue(name, out var number))
            {
                numbers[name] = number = names.Count;
                names.Add(name);
            }

            if (!found.TryGetValue((word, tag), out var list))
            {
                found[(word, tag)] = list = [];
            }

            if (!list.Contains(number))
            {
                list.Add(number);
            }
        }

        Names = names.ToImmutable();
        foreach (var own in found.GroupBy(p => p.Key.Tag))
        {
            senses[own.Key] = own.ToFrozenDictionary(p => p.Key.Word, p => new WordSense([.. p.Value], [.. p.Value.Select(n => Names[n])]), StringComparer.Ordinal);
        }
    }

    /// <summary>The classes' names, by number.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The number of the class <paramref name="name"/>, or -1.</summary>
    internal int NumberOf(string name) => numbers.GetValueOrDefault(name, -1);

    /// <summary>The classes of the word at <paramref name="token"/>; a term of two words ("air strike") is found at its second.</summary>
    internal WordSense Find(Sentence sentence, int token)
    {
        if (token < 0)
        {
            return WordSense.None;
        }

        var word = sentence.Tokens[token];
        var tag = TagOf(word.Tag);
        var lemma = word.Lemma.Lowered();
        if (token > 0 && tag == 'n' && Find(sentence.Tokens[token - 1].Lemma.Lowered(), lemma) is { } two)
        {
            return two;
        }

        // A participle that the tagger calls an adjective, and the reverse.
        return Find(tag, lemma) ?? Find('*', lemma) ?? (tag == 'a' ? Find('v', lemma) : tag == 'v' ? Find('a', word.Form.Lowered()) : null) ?? WordSense.None;
    }

    private WordSense? Find(char tag, string word) => senses[tag]?.GetValueOrDefault(word);

    private WordSense? Find(string first, string second)
    {
        if (senses['n'] is not { } words || first.Length + second.Length >= 128)
        {
            return null;
        }

        Span<char> pair = stackalloc char[first.Length + 1 + second.Length];
        first.CopyTo(pair);
        pair[first.Length] = ' ';
        second.CopyTo(pair[(first.Length + 1)..]);
        return words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pair, out var found) ? found : null;
    }

    private static char TagOf(Upos tag) => tag switch
    {
        Upos.VERB or Upos.AUX => 'v',
        Upos.NOUN or Upos.PROPN or Upos.SYM => 'n',
        Upos.ADJ => 'a',
        Upos.ADV => 'r',
        _ => '*',
    };
}
