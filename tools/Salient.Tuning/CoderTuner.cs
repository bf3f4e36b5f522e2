using System.Diagnostics;
using Salient.Coding.Scoring;
using Salient.Layers;
using Salient.Training.Coding;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Salient.Tuning;

/// <summary>Tunes an encoder and the network over it together: steps of AdamW, at a rate that rises for a twentieth of them and then falls.</summary>
/// <param name="plan">How it is tuned.</param>
/// <param name="start">The encoder's start.</param>
internal sealed class CoderTuner(Plan plan, PretrainedEncoder start)
{
    private const int Longest = 320;
    private const double Clip = 1;

    /// <summary>Tunes a network to <paramref name="documents"/>.</summary>
    public Network Tune(IReadOnlyList<Document> documents, double threshold, TextWriter output)
    {
        random.manual_seed(plan.Seed);
        var chance = new Random(plan.Seed);
        var clock = Stopwatch.StartNew();
        var outputs = ScorerOutputs.All;
        var counts = documents.SelectMany(d => d.Examples).SelectMany(e => e.Features.Distinct(StringComparer.Ordinal)).CountBy(f => f, StringComparer.Ordinal);
        string[] names = [.. counts.Where(p => p.Value >= plan.Least).Select(p => p.Key).Order(StringComparer.Ordinal)];
        var numbers = Enumerable.Range(0, names.Length).ToDictionary(i => names[i], i => i, StringComparer.Ordinal);
        var pieces = new WordPieces(start.Pieces);
        TunedSentence[] sentences = [.. documents.SelectMany(d => Sentences(d, e => Lesson.Of(e, numbers, outputs, ScorerOutputs.Kinds), pieces))];
        float[] values = [.. names.Select(FeatureValue.Of)];
        var encoder = new TunedEncoder(start, Longest, plan.EncoderDrop);
        var network = new TunedNetwork(encoder, values, outputs.Length, plan, chance);
        var steps = plan.Rounds * Batches(sentences, chance).Count;
        output.WriteLine($"{sentences.Length} sentences, {sentences.Sum(s => s.Units.Length)} units, {sentences.Sum(s => s.Pieces.Length)} pieces, {names.Length} features, {steps} steps");
        Run(encoder, network, OutputShape.Goals, sentences, steps, chance, (round, loss) => output.WriteLine($"round {round}: loss {loss:0.000}, {clock.Elapsed.TotalSeconds:0} s"));
        return Made(encoder, network, names, values, pieces, threshold);
    }

    private void Run(TunedEncoder encoder, TunedNetwork network, Goals goals, TunedSentence[] sentences, int steps, Random chance, Action<int, double> told)
    {
        Parameter[] all = [.. encoder.Parameters, .. network.Parameters];
        var adam = optim.AdamW(
            [
                new AdamW.ParamGroup(encoder.Parameters.Where(p => p.dim() > 1), new AdamW.Options { LearningRate = plan.Rate, weight_decay = plan.Shrink }),
                new AdamW.ParamGroup(encoder.Parameters.Where(p => p.dim() == 1), new AdamW.Options { LearningRate = plan.Rate, weight_decay = 0 }),
                new AdamW.ParamGroup(network.Parameters, new AdamW.Options { LearningRate = plan.NetworkRate, weight_decay = plan.NetworkShrink }),
            ]);
        var rates = new[] { plan.Rate, plan.Rate, plan.NetworkRate };
        var step = 0;
        for (var round = 0; round < plan.Rounds; round++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var batch in Batches(sentences, chance))
            {
                using var scope = NewDisposeScope();
                var share = step < steps / 20 ? (step + 1.0) / (steps / 20) : Math.Max(0.02, 1 - ((step - (steps / 20.0)) / (steps - (steps / 20))));
                foreach (var (group, rate) in adam.ParamGroups.Zip(rates))
                {
                    group.LearningRate = rate * share;
                }

                adam.zero_grad();
                var loss = goals.Miss(network.Sum(batch), [.. batch.SelectMany(s => s.Units)]);
                loss.backward();
                nn.utils.clip_grad_norm_(all.Where(p => p.grad is not null), Clip);
                adam.step();
                (sum, count, step) = (sum + loss.item<float>(), count + 1, step + 1);
            }

            told(round + 1, sum / count);
        }
    }

    private Network Made(TunedEncoder encoder, TunedNetwork network, string[] names, float[] values, WordPieces pieces, double threshold)
    {
        var outputs = ScorerOutputs.All;
        var width = Lanes.Up(outputs.Length);
        var t = network.Tables;
        float[] Wide(float[] table, Func<int, float> scale) =>
            [.. Enumerable.Range(0, table.Length / outputs.Length).SelectMany(r => Enumerable.Range(0, width).Select(o => o < outputs.Length ? table[(r * outputs.Length) + o] * scale(r) : 0))];
        float[] lower = [.. t[4].Select((x, i) => x * values[i / plan.Hidden])];
        var weights = new NetworkWeights(plan.Hidden, width, lower, Wide(t[5], r => values[r]), [], Wide(t[2], _ => 1), t[1], Wide(t[3], _ => 1));
        return new Network(outputs, names, weights, threshold, encoder: new EncoderVoice(Made(encoder, pieces), t[0]));
    }

    private SentenceEncoder Made(TunedEncoder encoder, WordPieces pieces)
    {
        var cells = new sbyte[start.Words.Length];
        var scales = new float[start.Pieces.Length];
        for (var r = 0; r < scales.Length; r++)
        {
            var row = start.Words.AsSpan(r * start.Width, start.Width);
            var most = 0f;
            foreach (var x in row)
            {
                most = Math.Max(most, Math.Abs(x));
            }

            scales[r] = most / sbyte.MaxValue;
            for (var j = 0; j < row.Length; j++)
            {
                cells[(r * start.Width) + j] = most == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[j] / scales[r]);
            }
        }

        return new SentenceEncoder(pieces, start.Width, cells, scales, encoder.Positions, encoder.Norm, [.. Enumerable.Range(0, start.Layers.Length).Select(l => new TransformerLayer(start.Width, Numbers(encoder.Layer(l))))]);
    }

    private TransformerNumbers Numbers(float[][] t)
    {
        var width = start.Width;
        float[] heads = [.. Enumerable.Range(0, width).SelectMany(r => new[] { t[0], t[2], t[4] }.SelectMany(m => m.Skip(r * width).Take(width)))];
        return new TransformerNumbers(heads, [.. t[1], .. t[3], .. t[5]], t[6], t[7], [.. t[8], .. t[9]], t[10], t[11], t[12], t[13], [.. t[14], .. t[15]]);
    }

    private static IEnumerable<TunedSentence> Sentences(Document document, Func<Example, Lesson> lesson, WordPieces pieces)
    {
        foreach (var sentence in document.Examples.GroupBy(e => e.Unit.Sentence))
        {
            var read = new List<int> { pieces.Opening };
            var firsts = new List<int>();
            foreach (var token in document.Context.Sentences[sentence.Key].Tokens)
            {
                firsts.Add(read.Count);
                pieces.Add(token.Form, read);
            }

            read.Add(pieces.Closing);
            if (read.Count > Longest)
            {
                read.RemoveRange(Longest - 1, read.Count - Longest);
            }

            int Piece(int word) => word >= 0 && word < firsts.Count && firsts[word] < Longest - 1 ? firsts[word] : -1;
            yield return new TunedSentence(
                [.. read],
                [.. sentence.Select(lesson).Select(l => new TunedUnit(
                    [.. Places.Words(l.Clause).Select(Piece)], [.. Enumerable.Range(l.Clause.First, Math.Max(0, l.Clause.End - l.Clause.First)).Select(Piece).Where(p => p >= 0)], l.Row, l.Kinds, l.Acts, l.Leanings, l.Weight))]);
        }
    }

    // Sentences of about one length together, in an order of chance.
    private List<List<TunedSentence>> Batches(TunedSentence[] sentences, Random chance)
    {
        var result = new List<List<TunedSentence>>();
        var (batch, units) = (new List<TunedSentence>(), 0);
        foreach (var sentence in sentences.Select(s => (Sentence: s, Length: s.Pieces.Length + chance.Next(8), Lot: chance.Next())).OrderBy(p => p.Length).ThenBy(p => p.Lot).Select(p => p.Sentence))
        {
            batch.Add(sentence);
            units += sentence.Units.Length;
            if (units >= plan.Batch)
            {
                result.Add(batch);
                (batch, units) = ([], 0);
            }
        }

        if (batch.Count > 0)
        {
            result.Add(batch);
        }

        var order = result.ToArray();
        chance.Shuffle(order);
        return [.. order];
    }
}
