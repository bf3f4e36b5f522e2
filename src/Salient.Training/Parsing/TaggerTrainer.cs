using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>Trains the tagger.</summary>
internal sealed class TaggerTrainer(Lexis lexis, int bits)
{
    private const int Least = 2;
    private const int Dropped = 26;
    private readonly Vocabulary vocabulary = lexis.Vocabulary;

    /// <summary>Trains on the sentences, in an order that the seed decides.</summary>
    public Learner Train(IReadOnlyList<TreebankSentence> sentences, int epochs, int seed)
    {
        var learner = new Learner(bits);
        var thinning = new Thinning(bits, Least, Dropped, seed);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var words = new WordKeys();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var i in order)
            {
                wrong += Learn(learner, thinning, epoch == 0, sentences[i], words);
            }

            Console.Error.WriteLine($"tagger: epoch {epoch + 1}, {wrong} wrong");
        }

        return learner;
    }

    /// <summary>Trains with several seeds and adds the weights up.</summary>
    public WeightTable TrainSeeds(IReadOnlyList<TreebankSentence> sentences, int epochs, int seeds)
    {
        var sum = new float[(1 << bits) + WeightTable.MaxClasses];
        var learners = new Learner[seeds];
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => learners[i] = Train(sentences, epochs, i + 1));
        foreach (var learner in learners)
        {
            learner.AddAverage(sum);
        }

        return Learner.Round(bits, sum);
    }

    /// <summary>Tags for each sentence from a tagger that was not trained on it.</summary>
    public byte[][] Jackknife(IReadOnlyList<TreebankSentence> sentences, int folds, int epochs)
    {
        var result = new byte[sentences.Count][];
        int Fold(int i) => i / 20 % folds;
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var rest = sentences.Where((_, i) => Fold(i) != fold).ToArray();
            var tagger = new Tagger(Train(rest, epochs, 100 + fold).Average(), lexis.Tags);
            for (var i = 0; i < sentences.Count; i++)
            {
                if (Fold(i) == fold)
                {
                    result[i] = Tag(tagger, sentences[i]);
                }
            }
        });
        return result;
    }

    /// <summary>Tags one sentence.</summary>
    public byte[] Tag(Tagger tagger, TreebankSentence sentence)
    {
        var words = new WordKeys();
        Load(sentence, words, vocabulary);
        var result = new byte[words.Count];
        tagger.Tag(words, result);
        return result;
    }

    private int Learn(Learner learner, Thinning thinning, bool first, TreebankSentence sentence, WordKeys words)
    {
        Load(sentence, words, vocabulary);
        Span<uint> rows = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[WeightTable.MaxClasses];
        var tag1 = Keys.None;
        var tag2 = Keys.None;
        var wrong = 0;
        for (var i = 0; i < words.Count; i++)
        {
            int best = words.Sure[WordKeys.At(i)];
            if (best < 0)
            {
                TagFeatures.Fill(words, i, tag1, tag2, Thinning.CountBits, rows);
                var n = thinning.Keep(rows, first);
                learner.Score(rows[..n], lexis.Tags.Count, scores);
                best = Best(scores[..lexis.Tags.Count]);
                learner.Step();
                var gold = lexis.Tag(sentence.Words[i]);
                if (best != gold)
                {
                    learner.Update(rows[..n], gold, best);
                    wrong++;
                }
            }

            tag2 = tag1;
            tag1 = lexis.Tags.TagKeys[best];
        }

        return wrong;
    }

    /// <summary>Takes a sentence's words in.</summary>
    public static void Load(TreebankSentence sentence, WordKeys words, Vocabulary vocabulary)
    {
        words.Clear();
        foreach (var word in sentence.Words)
        {
            words.Add(word.Form, vocabulary);
        }

        words.Close();
    }

    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }
}
