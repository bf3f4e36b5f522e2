using Salient.Parsing;

namespace Salient.Training.Parsing;

/// <summary>Trains the parser on the positions that it comes to itself, told by what each move would lose (Goldberg and Nivre 2013).</summary>
internal sealed class ParserTrainer(Lexis lexis, int tagBits, int wordBits)
{
    private const double Exploring = 0.9;
    private readonly Vocabulary vocabulary = lexis.Vocabulary;
    private readonly ActionSet actions = lexis.Actions;

    /// <summary>Trains on the sentences with the tags given.</summary>
    public (Learner Tags, Learner Words) Train(IReadOnlyList<TreebankSentence> sentences, byte[][] tags, int epochs, int seed)
    {
        var learners = (Tags: new Learner(tagBits), Words: new Learner(wordBits));
        var thinnings = (Tags: new Thinning(tagBits, least: 2, dropped: 51, seed), Words: new Thinning(wordBits, least: 2, dropped: 90, seed + 1000));
        var rows = new FeatureRows(Thinning.CountBits, Thinning.CountBits);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var trees = sentences.Select(s => new GoldTree(s, actions)).ToArray();
        var words = new WordKeys();
        var input = new ParseInput();
        var state = new ParseState();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var i in order)
            {
                words.Clear();
                foreach (var word in sentences[i].Words)
                {
                    words.Add(word.Form, vocabulary);
                }

                words.Close();
                input.Load(words, tags[i], lexis.Tags);
                wrong += Learn(learners, thinnings, rows, input, state, trees[i], epoch == 0 ? null : random);
            }

            Console.Error.WriteLine($"parser: seed {seed}, epoch {epoch + 1}, {wrong} wrong");
        }

        return learners;
    }

    private int Learn((Learner Tags, Learner Words) learners, (Thinning Tags, Thinning Words) thinnings, FeatureRows rows, ParseInput input, ParseState state, GoldTree tree, Random? random)
    {
        Span<int> more = stackalloc int[WeightTable.MaxClasses];
        Span<int> scores = stackalloc int[WeightTable.MaxClasses];
        Span<bool> good = stackalloc bool[WeightTable.MaxClasses];
        var wrong = 0;
        state.Begin(input.Count);
        while (!state.Finished)
        {
            if (TransitionParser.Forced(state, actions, out var action))
            {
                state.Move(action, actions);
                continue;
            }

            ParseFeatures.Fill(state, input, actions.LabelKeys, rows);
            rows.Cut(thinnings.Tags.Keep(rows.Tags, random is null), thinnings.Words.Keep(rows.Words, random is null));
            learners.Tags.Score(rows.Tags, actions.Count, more);
            learners.Words.Score(rows.Words, actions.Count, scores);
            for (var i = 0; i < actions.Count; i++)
            {
                scores[i] += more[i];
            }

            tree.Good(state, actions, good);
            var best = -1;
            var right = -1;
            for (var i = 0; i < actions.Count; i++)
            {
                if (!Allowed(state, i))
                {
                    continue;
                }

                best = best < 0 || scores[i] > scores[best] ? i : best;
                right = good[i] && (right < 0 || scores[i] > scores[right]) ? i : right;
            }

            learners.Tags.Step();
            learners.Words.Step();
            if (!good[best])
            {
                learners.Tags.Update(rows.Tags, right, best);
                learners.Words.Update(rows.Words, right, best);
                wrong++;
            }

            state.Move(random is not null && random.NextDouble() < Exploring ? best : right, actions);
        }

        return wrong;
    }

    private bool Allowed(ParseState state, int action) =>
        action == ActionSet.Shift ? state.Next < state.Count
        : action < actions.LeftEnd ? state.Next < state.Count && action != actions.Left(actions.RootLabel)
        : state.Depth > 1;
}
