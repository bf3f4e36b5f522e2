using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Which classes a word belongs to, by lemma and part of speech: "vow" is a word of declaring and of threatening.</summary>
/// <remarks>Immutable and thread-safe. Classes are numbered in the order of their names' first appearance.</remarks>
public sealed class SenseClasses
{
    private static readonly int[] None = [];
    private static readonly string[] NoNames = [];
    private readonly Dictionary<(string Word, char Tag), int[]> single;
    private readonly Dictionary<int[], string[]> spelled = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    internal SenseClasses(IEnumerable<(string Class, char Tag, string Word)> entries)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var found = new Dictionary<(string, char), List<int>>();
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
        single = found.ToDictionary(p => p.Key, p => p.Value.ToArray());
        foreach (var list in single.Values)
        {
            spelled[list] = [.. list.Select(n => Names[n])];
        }
    }

    /// <summary>The classes' names, by number.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Names of the classes of the word at <paramref name="token"/>; a term of two words ("air strike") is found at its second.</summary>
    internal string[] NamesOf(Sentence sentence, int token) => Find(sentence, token) is { Length: > 0 } found ? spelled[found] : NoNames;

    private int[] Find(Sentence sentence, int token)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (token < 0)
        {
            return None;
        }

        var word = sentence.Tokens[token];
        var tag = TagOf(word.Tag);
        var lemma = word.Lemma.ToLowerInvariant();
        if (token > 0 && tag == 'n')
        {
            var pair = sentence.Tokens[token - 1].Lemma.ToLowerInvariant() + " " + lemma;
            if (single.TryGetValue((pair, tag), out var two))
            {
                return two;
            }
        }

        if (single.TryGetValue((lemma, tag), out var found) || single.TryGetValue((lemma, '*'), out found))
        {
            return found;
        }

        // A participle that the tagger calls an adjective, and the reverse.
        return tag == 'a' && single.TryGetValue((lemma, 'v'), out found) ? found
            : tag == 'v' && single.TryGetValue((word.Form.ToLowerInvariant(), 'a'), out found) ? found : None;
    }

    /// <summary>True where the word is of class <paramref name="name"/>.</summary>
    public bool Has(Sentence sentence, int token, string name) => numbers.TryGetValue(name, out var n) && Array.IndexOf(Find(sentence, token), n) >= 0;

    /// <summary>True where the word is of any of the classes.</summary>
    public bool HasAny(Sentence sentence, int token, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(sentence, token, name))
            {
                return true;
            }
        }

        return false;
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
