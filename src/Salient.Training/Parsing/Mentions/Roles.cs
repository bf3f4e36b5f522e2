using Salient.Parsing;
using Salient.Parsing.Recognising;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Learns what kinds of things nouns, names and pronouns speak of, from the entities of GUM.</summary>
internal static class Roles
{
    public static WeightTable Train(IReadOnlyList<(uint[] Rows, int Kind)> words, int bits, int epochs, int seed)
    {
        var fit = new RowFit(bits, 0.1f, 2e-4f);
        var random = new Random(seed);
        var order = Enumerable.Range(0, words.Count).ToArray();
        var scores = new float[RoleFeatures.Classes.Length];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var o in order)
            {
                uint[] rows = [.. words[o].Rows.Where(_ => random.NextDouble() >= 0.2)];
                Array.Clear(scores);
                fit.Add(rows, scores);
                var most = scores.Max();
                var sum = scores.Sum(s => Math.Exp(s - most));
                wrong += scores[words[o].Kind] < most ? 1 : 0;
                for (var c = 0; c < scores.Length; c++)
                {
                    var g = (float)(Math.Exp(scores[c] - most) / sum) - (c == words[o].Kind ? 1 : 0);
                    if (Math.Abs(g) > 1e-3f)
                    {
                        fit.Move(rows, c, g);
                    }
                }
            }

            Console.Error.WriteLine($"kinds: epoch {epoch + 1}, {wrong} of {words.Count} wrong");
        }

        return Learner.Round(bits, fit.Weights);
    }
}
