using Salient.Parsing;
using Salient.Parsing.Networks;

namespace Salient.Training.Parsing.Networks;

/// <summary>A sentence as the network is trained on it.</summary>
/// <param name="Words">Place of each word in the vocabulary, or -1.</param>
/// <param name="Affixes">Rows of each word's affixes.</param>
/// <param name="Tags">Tags as a tagger gave them that did not see the sentence.</param>
/// <param name="Heads">Heads; the root's is the number of words.</param>
/// <param name="Labels">Relations.</param>
internal sealed record Passage(int[] Words, int[] Affixes, byte[] Tags, int[] Heads, int[] Labels)
{
    // A word seen once in training is taken for unknown every other time, one seen ten times once in twenty.
    private const float Rare = 0.5f;

    /// <summary>How many words.</summary>
    public int Count => Words.Length;

    /// <summary>Makes the passages of a treebank.</summary>
    public static Passage[] Make(IReadOnlyList<TreebankSentence> sentences, byte[][] tags, Lexis lexis)
    {
        var vocabulary = lexis.Vocabulary;
        var relations = lexis.Relations.Names.Index().ToDictionary(r => r.Item, r => r.Index);
        var keys = new WordKeys();
        return [.. sentences.Select((s, number) =>
        {
            TaggerTrainer.Load(s, keys, vocabulary);
            var n = s.Words.Length;
            var affixes = new int[n * AffixRows.Count];
            for (var i = 0; i < n; i++)
            {
                AffixRows.Fill(keys, WordKeys.At(i), affixes.AsSpan(i * AffixRows.Count));
            }

            return new Passage(keys.Index.AsSpan(WordKeys.At(0), n).ToArray(), affixes, tags[number], [.. s.Words.Select(w => w.Head < 0 ? n : w.Head)], [.. s.Words.Select(w => relations[w.Relation])]);
        })];
    }

    /// <summary>How often each word of the vocabulary is to be taken for unknown, the unknown one first.</summary>
    public static float[] WordDropout(Passage[] passages, int words)
    {
        var counts = new int[words + 1];
        foreach (var word in passages.SelectMany(p => p.Words))
        {
            counts[word + 1]++;
        }

        return [0, .. counts.Skip(1).Select(c => Rare / (Rare + c))];
    }
}
