using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Tells persons, organisations and places by what was learnt from names with types.</summary>
internal sealed class NameTyper(WeightTable weights)
{
    /// <summary>The most rows that one name gives.</summary>
    public const int Most = 96;

    /// <summary>The classes, by number; the last is none of them.</summary>
    public static readonly MentionType?[] Classes = [MentionType.Person, MentionType.Organisation, MentionType.Place, null];

    /// <summary>The type of the name in words [first, end), or null.</summary>
    public MentionType? Type(Sentence sentence, int first, int end)
    {
        Span<uint> rows = stackalloc uint[Most];
        Span<short> scores = stackalloc short[WeightTable.MaxClasses];
        var n = Fill(sentence.Tokens, first, end, weights.Bits, rows);
        weights.Score(rows[..n], Classes.Length, scores);
        return Classes[Tagger.Best(scores[..Classes.Length])];
    }

    /// <summary>Writes the rows of a name and says how many.</summary>
    public static int Fill(ImmutableArray<Token> tokens, int first, int end, int bits, Span<uint> rows)
    {
        var n = 0;
        var head = end - 1;
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Head < first || tokens[i].Head >= end)
            {
                head = i;
                break;
            }
        }

        var length = (ulong)Math.Min(4, end - first);
        var relation = Keys.Of(tokens[head].Relation);
        var governor = tokens[head].Head >= 0 ? Keys.Of(tokens[tokens[head].Head].Lemma) : Keys.Root;
        ulong Word(int i) => i < 0 || i >= tokens.Length ? Keys.None : Keys.Of(tokens[i].Form.Lowered());
        void Add(Span<uint> to, ulong template, ulong a, ulong b = 0) => to[n++] = Keys.Row(template, a, b, 0, bits);
        Add(rows, 1, length);
        Add(rows, 2, Word(first - 1));
        Add(rows, 3, Word(end));
        Add(rows, 4, Word(first - 1), Word(first - 2));
        Add(rows, 5, Word(end), Word(end + 1));
        Add(rows, 6, relation);
        Add(rows, 7, governor, relation);
        Add(rows, 8, governor);
        Add(rows, 9, Word(first - 1), length);
        Add(rows, 10, Word(first));
        Add(rows, 11, Word(end - 1));
        Add(rows, 12, Word(first), length);
        Add(rows, 13, Word(end - 1), length);
        Add(rows, 14, tokens[first].Form.All(char.IsUpper) ? 1UL : 2UL, length);
        Add(rows, 15, relation, length);
        Add(rows, 16, relation, Word(first - 1));
        for (var i = first; i < end && n < Most - 4; i++)
        {
            var lower = tokens[i].Form.Lowered();
            Add(rows, 20, Word(i));
            Add(rows, 21, Keys.Of(lower.AsSpan(Math.Max(0, lower.Length - 3))));
            Add(rows, 22, Keys.Of(lower.AsSpan(Math.Max(0, lower.Length - 4))));
            Add(rows, 23, Keys.Of(lower.AsSpan(Math.Max(0, lower.Length - 2))), i == end - 1 ? 1UL : 2UL);
        }

        return n;
    }
}
