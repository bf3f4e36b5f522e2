namespace Salient.Reconciling.Control;

/// <summary>How the words on one settlement pull its ground to a side, slice by slice.</summary>
/// <param name="slices">The days.</param>
internal sealed class Pull(Slices slices)
{
    private readonly double[] lead = new double[slices.Count], all = new double[slices.Count];

    /// <summary>True where something pulls to the second party.</summary>
    public bool Second { get; private set; }

    /// <summary>What is for the first party, less what is for the second.</summary>
    public double Lead(int slice) => lead[slice];

    /// <summary>All of it.</summary>
    public double All(int slice) => all[slice];

    /// <summary>Adds words that fade away from their days, each way.</summary>
    /// <param name="words">Slice, holder (1 the first party, -1 the second) and weight; <c>After</c> tells whether it bears on the days from there on or on those before.</param>
    /// <param name="fading">Days that leave 1/e of a word's weight.</param>
    public void Add(IEnumerable<(int Slice, int Holder, double Weight, bool After)> words, double fading)
    {
        var kept = slices.Kept(fading);
        var (after, before) = (new double[slices.Count, 2], new double[slices.Count, 2]);
        foreach (var (slice, holder, weight, onward) in words)
        {
            var to = onward ? after : before;
            to[slice, 0] += holder * weight;
            to[slice, 1] += weight;
            Second |= holder < 0;
        }

        for (var t = 1; t < slices.Count; t++)
        {
            var back = slices.Count - 1 - t;
            for (var k = 0; k < 2; k++)
            {
                after[t, k] += after[t - 1, k] * kept;
                before[back, k] += before[back + 1, k] * kept;
            }
        }

        for (var t = 0; t < slices.Count; t++)
        {
            lead[t] += after[t, 0] + before[t, 0];
            all[t] += after[t, 1] + before[t, 1];
        }
    }
}
