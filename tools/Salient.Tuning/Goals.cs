using TorchSharp;
using static TorchSharp.torch;

namespace Salient.Tuning;

/// <summary>How far sums are off what coders say: softmaxes over the kinds and "none", over each kind's acts, and over each group of leanings.</summary>
/// <param name="kinds">How many kinds.</param>
/// <param name="acts">For each kind the first number of its acts, and how many.</param>
/// <param name="leanings">For each group its first number, and how many.</param>
/// <param name="outputs">How many outputs.</param>
internal sealed class Goals(int kinds, (int First, int Count)[] acts, (int First, int Count)[] leanings, int outputs)
{
    private const float LeaningWeight = 0.5f;

    /// <summary>The loss of a batch, by the units' weights.</summary>
    public Tensor Miss(Tensor sums, TunedUnit[] units)
    {
        var goal = new float[units.Length * outputs];
        var total = Block((0, kinds + 1), 1, u => u.Kinds);
        for (var k = 0; k < kinds; k++)
        {
            total += Block(acts[k], 1, u => u.Kinds.Contains(k) ? u.Acts : []);
        }

        foreach (var group in leanings)
        {
            total += Block(group, LeaningWeight, u => u.Leanings);
        }

        return total / units.Sum(u => u.Weight);

        Tensor Block((int First, int Count) block, float weight, Func<TunedUnit, int[]> wanted)
        {
            var counts = new float[units.Length];
            for (var i = 0; i < units.Length; i++)
            {
                int[] own = [.. wanted(units[i]).Where(o => o >= block.First && o < block.First + block.Count)];
                counts[i] = own.Length == 0 ? 0 : units[i].Weight * weight;
                foreach (var o in own)
                {
                    goal[(i * outputs) + o] += 1f / own.Length;
                }
            }

            var wants = tensor(goal, [units.Length, outputs]).narrow(1, block.First, block.Count);
            var shares = nn.functional.log_softmax(sums.narrow(1, block.First, block.Count), 1);
            return -((shares * wants).sum(1) * tensor(counts)).sum();
        }
    }
}
