using System.Collections.Immutable;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Parsing.Naming;

/// <summary>The theatre's names as a tree of words: finds the longest that begins at a word.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<Step, int> next = [];
    private readonly Dictionary<int, List<Form>> ends = [];
    private readonly IReadOnlySet<string>? towns;

    // A bit for the key of each word that an entry begins with: most words begin none.
    private readonly ulong[] beginnings = new ulong[1024];
    private int nodes = 1;

    public Lexicon(Theatre theatre, Tokeniser tokeniser)
    {
        towns = theatre.Towns;
        var spans = new List<TextSpan>();
        foreach (var entry in theatre.Lexicon)
        {
            foreach (var form in entry.Forms)
            {
                spans.Clear();
                tokeniser.Cut(form, new TextSpan(0, form.Length), spans);
                Add(entry, [.. spans.Select(s => s.Of(form))]);
            }
        }
    }

    /// <summary>The longest entry that begins at word <paramref name="from"/>, and where it ends; null where none does.</summary>
    public (LexiconEntry Entry, int End)? Longest(ImmutableArray<Token> words, int from)
    {
        var bit = Bit(Key(words[from].Form));
        if ((beginnings[bit / 64] >> bit & 1) == 0)
        {
            return null;
        }

        var node = 0;
        (LexiconEntry, int)? found = null;
        for (var i = from; i < words.Length && next.TryGetValue(new Step(node, Key(words[i].Form)), out node); i++)
        {
            if (ends.TryGetValue(node, out var forms))
            {
                foreach (var form in forms)
                {
                    if (form.Fits(words, from))
                    {
                        found = (form.Entry, i + 1);
                        break;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>True where a name written so is a town's or village's of the theatre.</summary>
    public bool IsTown(string name) => towns?.Contains(name) == true;

    private static ulong Key(string word)
    {
        Span<char> plain = stackalloc char[Math.Min(word.Length, 64)];
        for (var i = 0; i < plain.Length; i++)
        {
            // Digits tell names apart: the 47th is not the 93rd.
            plain[i] = char.IsAsciiDigit(word[i]) ? word[i] : Keys.Plain(word[i]);
        }

        return Keys.Of(plain);
    }

    private static int Bit(ulong key) => (int)(key >> 48);

    private void Add(LexiconEntry entry, string[] words)
    {
        if (words.Length > 0)
        {
            var bit = Bit(Key(words[0]));
            beginnings[bit / 64] |= 1UL << bit;
        }

        var node = 0;
        foreach (var word in words)
        {
            var key = new Step(node, Key(word));
            node = next.TryGetValue(key, out var old) ? old : next[key] = nodes++;
        }

        (ends.TryGetValue(node, out var forms) ? forms : ends[node] = []).Add(new Form(entry, words));
    }

    /// <summary>From a node by a word; keys of words are spread evenly.</summary>
    private readonly record struct Step(int Node, ulong Word)
    {
        public override int GetHashCode() => (int)(Word >> 32) + (Node * 31);
    }

    private sealed record Form(LexiconEntry Entry, string[] Words)
    {
        /// <summary>A capital in the lexicon must be one in the text; small letters match capitals too.</summary>
        public bool Fits(ImmutableArray<Token> words, int from)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                var text = words[from + i].Form;
                for (var k = 0; k < text.Length && k < Words[i].Length; k++)
                {
                    if (char.IsUpper(Words[i][k]) && char.IsLower(text[k]))
                    {
                        return false;
                    }
                }
            }

            return Words.Length > 1 || !IsShout(Words[0], words[from].Form);
        }

        /// <summary>"US" in the text is no "us", "IT" no "it": a lone lower-case form does not match capitals throughout.</summary>
        private static bool IsShout(string form, string text) => form.Length < 4 && form.All(char.IsLower) && text.All(char.IsUpper);
    }
}
