using Salient.Coding.Scoring;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Salient.Tuning;

/// <summary>The network over an encoder while both are tuned.</summary>
internal sealed class TunedNetwork
{
    private readonly TunedEncoder encoder;
    private readonly Plan plan;
    private readonly float[] values;
    private readonly Random chance;
    private readonly Parameter voice;
    private readonly Parameter hiddenStart;
    private readonly Parameter upper;
    private readonly Parameter outputStart;
    private readonly Parameter lower;
    private readonly Parameter direct;

    /// <param name="encoder">The encoder.</param>
    /// <param name="values">How strongly each feature shows.</param>
    /// <param name="outputs">How many outputs.</param>
    /// <param name="plan">How it is tuned.</param>
    /// <param name="chance">Leaves features out.</param>
    public TunedNetwork(TunedEncoder encoder, float[] values, int outputs, Plan plan, Random chance)
    {
        (this.encoder, this.values, this.plan, this.chance) = (encoder, values, plan, chance);
        var seen = Places.Names.Count * encoder.Width;
        voice = new Parameter(randn(seen, plan.Hidden) * (1 / Math.Sqrt(seen)), true);
        hiddenStart = new Parameter(zeros(plan.Hidden), true);
        upper = new Parameter(randn(plan.Hidden, outputs) * (1 / Math.Sqrt(plan.Hidden)), true);
        outputStart = new Parameter(zeros(outputs), true);
        lower = new Parameter(randn(values.Length, plan.Hidden) * 0.02, true);
        direct = new Parameter(zeros(values.Length, outputs), true);
    }

    /// <summary>All that is tuned, the encoder's apart.</summary>
    public IEnumerable<Parameter> Parameters => [voice, hiddenStart, upper, outputStart, lower, direct];

    /// <summary>Its tables: from places, the hidden units' starts, upward, the outputs' starts, from features to hidden units, from features to outputs.</summary>
    public float[][] Tables => [.. Parameters.Select(TunedEncoder.Numbers)];

    /// <summary>Units x outputs: the sums of a batch.</summary>
    public Tensor Sum(IReadOnlyList<TunedSentence> batch)
    {
        var count = batch.Max(s => s.Pieces.Length);
        var units = batch.Sum(s => s.Units.Length);
        var places = Places.Names.Count - 2;
        var pieces = new long[batch.Count * count];
        var mask = new float[batch.Count * count];
        var (at, on, row) = (new long[units * places], new float[units * places], new long[units]);
        var (share, outside) = (new float[units * count], new float[units * count]);
        var (features, strengths, seats) = (new List<long>(), new List<float>(), new List<long>());
        var u = 0;
        for (var s = 0; s < batch.Count; s++)
        {
            for (var t = 0; t < count; t++)
            {
                var there = t < batch[s].Pieces.Length;
                pieces[(s * count) + t] = there ? batch[s].Pieces[t] : 0;
                mask[(s * count) + t] = there ? 0 : -1e9f;
            }

            foreach (var unit in batch[s].Units)
            {
                row[u] = s;
                for (var p = 0; p < places; p++)
                {
                    at[(u * places) + p] = (s * count) + Math.Max(0, unit.At[p]);
                    on[(u * places) + p] = unit.At[p] < 0 ? 0 : 1;
                }

                outside.AsSpan(u * count, count).Fill(unit.Own.Length == 0 ? 0 : -1e9f);
                foreach (var t in unit.Own)
                {
                    share[(u * count) + t] = 1f / unit.Own.Length;
                    outside[(u * count) + t] = 0;
                }

                foreach (var f in unit.Features.Where(_ => chance.NextDouble() >= plan.FeatureDrop))
                {
                    features.Add(f);
                    seats.Add(u);
                    strengths.Add(values[f] / (float)(1 - plan.FeatureDrop));
                }

                u++;
            }
        }

        var x = encoder.Read(tensor(pieces, [batch.Count, count]), tensor(mask, [batch.Count, 1, 1, count]));
        var words = x.reshape(-1, encoder.Width).index_select(0, tensor(at)).view(units, places, encoder.Width) * tensor(on, [units, places, 1]);
        var own = x.index_select(0, tensor(row));
        var mean = matmul(tensor(share, [units, 1, count]), own).squeeze(1);
        var most = (own + tensor(outside, [units, count, 1])).amax([1]);
        var seen = nn.functional.dropout(cat([words.view(units, -1), most, mean], 1), plan.Drop, true);
        var (which, by, to) = (tensor(features.ToArray()), tensor(strengths.ToArray()).unsqueeze(1), tensor(seats.ToArray()));
        Tensor Shown(Parameter table) => zeros(units, table.shape[1]).index_add(0, to, table.index_select(0, which) * by, 1);
        var open = nn.functional.dropout(nn.functional.relu(matmul(seen, voice) + hiddenStart + Shown(lower)), plan.Drop, true);
        return matmul(open, upper) + outputStart + Shown(direct);
    }
}
