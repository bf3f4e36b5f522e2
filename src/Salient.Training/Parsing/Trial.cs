using Salient.Parsing;
using Salient.Parsing.Networks;

namespace Salient.Training.Parsing;

/// <summary>Scores tagger and trees on a treebank's words.</summary>
internal static class Trial
{
    /// <summary>Words, universal tags right, heads right, heads and universal relations right.</summary>
    public static string Score(IReadOnlyList<TreebankSentence> sentences, Lexis lexis, Tagger tagger, TreeNetwork network)
    {
        int n = 0, pos = 0, uas = 0, las = 0;
        var keys = new WordKeys();
        var buffers = new NetworkBuffers();
        var grower = new TreeGrower(network, lexis.Relations);
        var vocabulary = lexis.Vocabulary;
        foreach (var s in sentences)
        {
            TaggerTrainer.Load(s, keys, vocabulary);
            var tags = new byte[s.Words.Length];
            var heads = new int[s.Words.Length];
            var labels = new byte[s.Words.Length];
            tagger.Tag(keys, tags);
            grower.Open(tags.Length, buffers);
            grower.Add(keys, tags, lexis.Tags, buffers);
            grower.Grow(tags, [tags.Length], buffers, heads, labels);
            for (var i = 0; i < s.Words.Length; i++)
            {
                n++;
                var w = s.Words[i];
                pos += w.Tag.StartsWith(lexis.Tags.Universal(tags[i]) + " ", StringComparison.Ordinal) ? 1 : 0;
                if ((heads[i] == s.Words.Length ? -1 : heads[i]) == w.Head)
                {
                    uas++;
                    las += Universal(lexis.Relations.Names[labels[i]]) == Universal(w.Relation) ? 1 : 0;
                }
            }
        }

        return $"words {n}  UPOS {pos / (double)n:F4}  UAS {uas / (double)n:F4}  LAS {las / (double)n:F4}";
    }

    private static string Universal(string relation) => relation.Split(':')[0];
}
