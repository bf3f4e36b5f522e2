using Salient.Parsing.Naming;
using Salient.Records;

namespace Salient.Parsing.Recognising;

/// <summary>Finds what a sentence speaks of, by name, by description or by pronoun, by what was learnt from marked texts.</summary>
/// <remarks>Immutable and thread-safe. Each type is a chain of its own, so that mentions of two types may lie in one another.</remarks>
/// <param name="groups">Words used alike.</param>
/// <param name="kinds">Weights of the kinds of things that nouns speak of.</param>
/// <param name="labels">Weights of the chains.</param>
/// <param name="outside">What is added to "outside", a chain each: what stands between missing and inventing.</param>
internal sealed class Recogniser(WordGroups groups, WeightTable kinds, WeightTable labels, short[] outside)
{
    /// <summary>The types, a chain each.</summary>
    public static readonly MentionType[] Types = [MentionType.Organisation, MentionType.Person, MentionType.Place, MentionType.Weapon];

    /// <summary>Labels of a chain: outside, first word, further word.</summary>
    public const int Labels = 3;

    private const int Wide = WeightTable.MaxClasses;
    private const ulong Before = 200;

    /// <summary>The row of what goes before: the label of the word before, or <see cref="Labels"/> at the beginning.</summary>
    public static uint Previous(int label, int bits) => Keys.Row(Before, (ulong)label, 0, 0, bits);

    /// <summary>Reads a sentence and tells the kinds that its nouns, names and pronouns speak of.</summary>
    public void Read(Sentence sentence, MentionCues cues, SeenNames seen, WordFacts facts)
    {
        facts.Read(sentence, cues, groups, seen);
        Span<uint> rows = stackalloc uint[RoleFeatures.Most];
        Span<short> scores = stackalloc short[Wide];
        for (var i = 0; i < facts.Count; i++)
        {
            if (RoleFeatures.Speaks(facts[i]))
            {
                var n = RoleFeatures.Fill(facts, i, kinds.Bits, rows);
                kinds.Score(rows[..n], RoleFeatures.Classes.Length, scores);
                facts.SetRole(i, (ulong)Tagger.Best(scores[..RoleFeatures.Classes.Length]) + 1);
            }
        }
    }

    /// <summary>Leaves the mentions of a sentence in <paramref name="b"/>.</summary>
    public void Find(Sentence sentence, MentionCues cues, SeenNames seen, RecogniserBuffers b)
    {
        Read(sentence, cues, seen, b.Facts);
        var n = b.Facts.Count;
        b.Grow(n);
        Span<uint> rows = stackalloc uint[LabelFeatures.Most];
        for (var i = 0; i < n; i++)
        {
            var count = LabelFeatures.Fill(b.Facts, i, labels.Bits, rows);
            labels.Score(rows[..count], Types.Length * Labels, b.Scores.AsSpan(i * Wide, Wide));
        }

        for (var p = 0; p <= Labels; p++)
        {
            rows[0] = Previous(p, labels.Bits);
            labels.Score(rows[..1], Types.Length * Labels, b.Before.AsSpan(p * Wide, Wide));
        }

        for (var t = 0; t < Types.Length; t++)
        {
            Chain(b, t * Labels, outside[t], n);
            Gather(b, Types[t], n);
        }
    }

    private static void Gather(RecogniserBuffers b, MentionType type, int n)
    {
        for (var i = 0; i < n; i++)
        {
            if (b.Best[i] != 1)
            {
                continue;
            }

            var end = i + 1;
            while (end < n && b.Best[end] == 2)
            {
                end++;
            }

            b.Found.Add((type, i, end));
        }
    }

    /// <summary>The best labels of one chain.</summary>
    private static void Chain(RecogniserBuffers b, int at, int outside, int n)
    {
        Span<int> sums = [0, 0, 0];
        Span<int> next = [0, 0, 0];
        for (var i = 0; i < n; i++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var top = int.MinValue / 2;
                for (var p = i == 0 ? Labels : 0; p < (i == 0 ? Labels + 1 : Labels); p++)
                {
                    var sum = (i == 0 ? 0 : sums[p]) + b.Before[(p * Wide) + at + label];
                    // A further word needs a first.
                    if (sum > top && !(label == 2 && p is 0 or Labels))
                    {
                        top = sum;
                        b.From[(i * Labels) + label] = (byte)p;
                    }
                }

                next[label] = top + b.Scores[(i * Wide) + at + label] + (label == 0 ? outside : 0);
            }

            next.CopyTo(sums);
        }

        var last = 0;
        for (var label = 1; label < Labels; label++)
        {
            last = sums[label] > sums[last] ? label : last;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            b.Best[i] = (byte)last;
            last = b.From[(i * Labels) + last];
        }
    }
}
